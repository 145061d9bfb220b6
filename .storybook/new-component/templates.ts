import { readFileSync } from 'node:fs'

/** Names of a component: `quick-note`, `QuickNote`, `quickNote` and `Quick note`. */
export interface Names {
  kebab: string
  pascal: string
  camel: string
  words: string
}

const component = ({ kebab, pascal, camel }: Names) => `'use client'

import { cva } from 'class-variance-authority'
import * as React from 'react'
import { useContact } from 'intercom-v0-kit/inbox'
import { ${camel}Strings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import type { Contact } from 'intercom-v0-kit/contracts'
import { ErrorState } from '@/components/intercom/error-state'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

/** Classes of {@link ${pascal}View}. */
const ${camel}Variants = cva('flex flex-col gap-1 rounded-lg border bg-card p-4 text-sm text-card-foreground')

/** Props of {@link ${pascal}}. */
interface ${pascal}Props extends React.ComponentProps<'section'>, StringsProps {
  /** Intercom id of the contact; \`null\` if there is none. */
  contactId: string | null
}

/** Props of {@link ${pascal}View}. */
interface ${pascal}ViewProps extends React.ComponentProps<'section'>, StringsProps {
  /** The contact: \`undefined\` while loading, \`null\` if there is none. */
  contact: Contact | null | undefined
  /** The latest failure. A loaded contact stays. */
  error?: Error | undefined
  /** Loads the contact again. */
  onRetry?: (() => void) | undefined
}

/** Loads and renders a contact. Passes other props to its \`section\`. */
function ${pascal}({ contactId, ...props }: ${pascal}Props) {
  const { data: contact, error, reload } = useContact(contactId)
  return <${pascal}View contact={contactId === null ? null : contact} error={error} onRetry={reload} {...props} />
}

/** Renders a contact from props, in any state. */
function ${pascal}View({ contact, error, onRetry, strings, className, ...props }: ${pascal}ViewProps) {
  const t = useStrings('${camel}', ${camel}Strings, strings)
  const headingId = React.useId()
  const isLoading = contact === undefined && !error
  return (
    <section
      data-slot="${kebab}"
      data-state={isLoading ? 'loading' : error ? 'error' : contact ? 'ready' : 'empty'}
      aria-busy={isLoading}
      aria-labelledby={headingId}
      className={cn(${camel}Variants(), className)}
      {...props}
    >
      <h2 id={headingId} className="font-medium">
        {t('heading')}
      </h2>
      {error ? <ErrorState error={error} onRetry={onRetry} variant={contact ? 'inline' : 'panel'} /> : null}
      {isLoading ? <Skeleton className="h-5 w-40" /> : null}
      <span role="status" className="sr-only">
        {isLoading ? t('loading') : null}
      </span>
      {contact === null ? <p className="text-muted-foreground">{t('empty')}</p> : null}
      {contact ? <PlainText text={contact.name ?? contact.email} /> : null}
    </section>
  )
}

export { ${pascal}, ${pascal}View, ${camel}Variants, type ${pascal}Props, type ${pascal}ViewProps }
`

const strings = ({ pascal, camel, words }: Names) => `/** English strings of \`${pascal}\`. */
export const ${camel}Strings = {
  heading: '${words}',
  loading: 'Loading the customer',
  empty: 'No customer is selected.',
}
`

/** Translations of the example's strings. */
const translations: Record<string, Record<'heading' | 'loading' | 'empty', string>> = {
  ar: { heading: 'العميل', loading: 'جارٍ تحميل بيانات العميل', empty: 'لم يُختر أحد.' },
  de: { heading: 'Kunde', loading: 'Der Kunde wird geladen', empty: 'Niemand ist ausgewählt.' },
  ja: { heading: 'お客様', loading: 'お客様の情報を読み込んでいます', empty: '誰も選択されていません。' },
}

const unitTest = ({ kebab, pascal }: Names) => `import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ${pascal}View } from '@/components/intercom/${kebab}'

it('renders each state on the server', () => {
  expect(renderToString(<${pascal}View contact={undefined} />)).toContain('aria-busy="true"')
  expect(renderToString(<${pascal}View contact={null} />)).toContain('No customer is selected.')
  expect(renderToString(<${pascal}View contact={undefined} error={new Error('offline')} />)).toContain('data-state="error"')
})

it('passes props to the root and overrides strings', () => {
  const html = renderToString(<${pascal}View contact={null} id="here" strings={{ empty: 'Niemand.' }} />)
  expect(html).toMatch(/<section[^>]+id="here"/)
  expect(html).toContain('Niemand.')
})
`

const stories = ({ kebab, pascal, words }: Names) => `import { expect, waitFor } from 'storybook/test'
import { ${pascal} } from '@/components/intercom/${kebab}'
import { buildWorkspace } from '../../mocks/index.ts'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

const contactId = buildWorkspace().contacts[0]!.id

const meta = preview.meta({
  title: 'Inbox/${pascal}',
  component: ${pascal},
  args: { contactId, className: 'm-6 max-w-sm' },
})

export const Default = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('region', { name: '${words}' })).toHaveAttribute('data-state', 'ready'))
  },
})

export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the customer')
  },
})

export const Empty = meta.story({
  args: { contactId: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No customer is selected.')).toBeVisible()
  },
})

export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const RightToLeft = meta.story({ name: 'Right to left', globals: { dir: 'rtl', locale: 'ar' } })
`

const page = ({ kebab, pascal }: Names) => `'use client'

import { ${pascal} } from '@/components/intercom/${kebab}'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <MockedPreview as="agent">
      <${pascal} contactId={conversations?.[0]?.contact?.id ?? null} className="m-6 max-w-sm" />
    </MockedPreview>
  )
}
`

/** Returns the files of a new component, by path from the project root. */
export function buildFiles(names: Names): Map<string, string> {
  const { kebab } = names
  return new Map([
    [`src/components/intercom/${kebab}.tsx`, component(names)],
    [`src/components/intercom/${kebab}.test.tsx`, unitTest(names)],
    [`src/kit/strings/tables/${kebab}.ts`, strings(names)],
    [`stories/${kebab}/${kebab}.stories.tsx`, stories(names)],
    [`.storybook/registry/v0/pages/${kebab}.tsx`, page(names)],
  ])
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** Returns the lines to add to existing files. Each goes before its `mark`. */
export function buildInsertions({ kebab, camel, words }: Names): [path: string, text: string, mark: string][] {
  return [
    ['.storybook/registry/items.ts', `  component('${kebab}', '${words}', 'Description in one sentence.', inbox),\n`, "  component('connection-status'"],
    [
      '.storybook/docs/guides.ts',
      `  '${kebab}': {
    use: 'The reason in one sentence.',
    otherwise: 'The component for other cases.',
    parts: [['${kebab}', 'What it shows.']],
    accessibility: ['Role, keys and announcements.'],
    content: ['A rule for its words.'],
    pairs: 'Add the ids of its stories in stories/pairs, or say why it has none.',
    status: 'beta',
    since: '${version}',
  },\n`,
      "  'connection-status':",
    ],
    ['src/kit/strings/index.ts', `export { ${camel}Strings } from './tables/${kebab}.ts'\n`, 'export { type EventKind'],
    ['tests/component-sizes.ts', `  '${kebab}': 24_000,\n`, "  'support-inbox':"],
    ...Object.entries(translations).map(([locale, table]): [string, string, string] => {
      const rows = Object.entries(table).map(([key, text]) => `    ${key}: '${text}',\n`)
      return [`src/kit/strings/locales/${locale}.ts`, `\n  ${camel}: {\n${rows.join('')}  },\n`, '} satisfies Record<string, StringTable>']
    }),
  ]
}
