import { Controls, Description, DocsContext, Heading, Primary, Stories, Subtitle, Title } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { BehaviourLinks } from './behaviour-links.tsx'
import { CopyItem } from './copy-item.tsx'
import { getItemName } from './item-name.ts'
import { type Usage, usages } from './usage.ts'

function UsageSection({ use, otherwise }: Usage) {
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

/** Docs page of every component: picture, purpose, usage, states, behaviour, props, and the copy command last. */
export function DocsPage() {
  const context = React.use(DocsContext)
  const { parameters, title } = context.storyById()
  const item = getItemName(String(parameters.fileName))
  // Pages below a component, such as its view, share its usage and its copy command.
  const usage = title.split('/').length === 2 ? usages[item] : undefined
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <Primary />
      {usage ? <UsageSection {...usage} /> : null}
      <Stories title={<Heading>Variants and states</Heading>} includePrimary={false} />
      <BehaviourLinks title={title} />
      <Heading>Props</Heading>
      <Controls />
      <CopyItem name={item} />
    </>
  )
}
