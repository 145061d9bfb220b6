import { Controls, Description, DocsContext, Heading, Markdown, Primary, Stories, Subtitle, Title } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { Anatomy } from './anatomy.tsx'
import { BehaviourLinks } from './behaviour-links.tsx'
import { findLastChange } from './changes.ts'
import { CopyItem } from './copy-item.tsx'
import { getItemName } from './item-name.ts'
import { type Guide, guides } from './guides.ts'
import { Pairs } from './pairs.tsx'

function Status({ guide: { status, since }, component }: { guide: Guide; component: string }) {
  const change = findLastChange(component)
  return (
    <div data-slot="component-status" className="text-muted-foreground">
      <Markdown>
        {[
          status === 'stable' ? 'Stable' : 'Beta: props can change in a minor version', `since ${since}`,
          ...(change ? [`last change in ${change.version}: ${change.text}`] : []),
        ].join(' · ')}
      </Markdown>
    </div>
  )
}

function UsageSection({ guide: { use, otherwise } }: { guide: Guide }) {
  return (
    <section data-slot="usage">
      <Heading>Usage</Heading>
      <p>
        <strong>Use it when:</strong> {use}
      </p>
      <p>
        <strong>Use something else:</strong> {otherwise}
      </p>
    </section>
  )
}

/** A list of sentences in Markdown. */
function Rules({ title, rules }: { title: string; rules: readonly string[] }) {
  return (
    <section data-slot={title.toLowerCase()}>
      <Heading>{title}</Heading>
      <Markdown>{rules.map((rule) => `- ${rule}`).join('\n')}</Markdown>
    </section>
  )
}

/**
 * Docs page of every component: picture, purpose, usage, anatomy, states, behaviour, accessibility, content, right and
 * wrong uses, props, and the copy command last.
 */
export function DocsPage() {
  const context = React.use(DocsContext)
  const { id, parameters, title } = context.storyById()
  const item = getItemName(String(parameters.fileName))
  // Pages below a component, such as its view, share its guide and its copy command.
  const parts = title.split('/')
  const guide = parts.length === 2 ? guides[item] : undefined
  return (
    <>
      <Title />
      <Subtitle />
      {guide ? <Status guide={guide} component={parts[1]!} /> : null}
      <Description />
      <Primary />
      {guide ? <UsageSection guide={guide} /> : null}
      {guide ? <Anatomy storyId={id} parts={guide.parts} /> : null}
      <Stories title={<Heading>Variants and states</Heading>} includePrimary={false} />
      <BehaviourLinks title={title} />
      {guide ? <Rules title="Accessibility" rules={guide.accessibility} /> : null}
      {guide ? <Rules title="Content" rules={guide.content} /> : null}
      {guide && typeof guide.pairs !== 'string' ? <Pairs ids={guide.pairs} /> : null}
      <Heading>Props</Heading>
      <Controls />
      <CopyItem name={item} />
    </>
  )
}
