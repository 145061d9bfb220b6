/** The files that a component begins with. */

/** A component's name, in each way in which it is written. */
export interface Names {
  /** `quick-note` */
  kebab: string
  /** `QuickNote` */
  pascal: string
  /** `quickNote` */
  camel: string
  /** `Quick note` */
  words: string
}

const component = ({ kebab, pascal }: Names) => `'use client'

import type * as React from 'react'
import { ${pascal}View } from '@/components/intercom/${kebab}-view'
import { useContact } from '@/kit/inbox/data/use-contact'
import type { MessageTable } from '@/kit/strings/format-message'

/** Props of {@link ${pascal}}. */
interface ${pascal}Props extends React.ComponentProps<'section'> {
  /** The contact's id in Intercom: null where there is nobody to show. */
  contactId: string | null
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** ${pascal}, fetched from the app's own route. Props of \`section\` go to its root. */
function ${pascal}({ contactId, ...props }: ${pascal}Props) {
  const { data: contact, error, reload } = useContact(contactId)
  return <${pascal}View contact={contactId === null ? null : contact} error={error} onRetry={reload} {...props} />
}

export { ${pascal}, type ${pascal}Props }
`

const view = ({ kebab, pascal, camel }: Names) => `'use client'

import { cva } from 'class-variance-authority'
import * as React from 'react'
import { ErrorState } from '@/components/intercom/error-state'
import { useMessages } from '@/kit/strings/locale-provider'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Skeleton } from '@/components/ui/skeleton'
import type { Contact } from '@/kit/contracts/index'
import { ${camel}Messages } from '@/lib/intercom/messages/${kebab}'
import type { MessageTable } from '@/kit/strings/format-message'
import { cn } from '@/lib/utils'

/** The look of {@link ${pascal}View}. */
const ${camel}Variants = cva('flex flex-col gap-1 rounded-lg border bg-card p-4 text-sm text-card-foreground')

/** Props of {@link ${pascal}View}. */
interface ${pascal}ViewProps extends React.ComponentProps<'section'> {
  /** Who is shown: undefined while they are on their way, null for nobody. */
  contact: Contact | null | undefined
  /** Why they did not come. What is there already stays. */
  error?: Error
  /** Fetches them again. */
  onRetry?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** {@link ${pascal}View} in each of its states, from data alone. */
function ${pascal}View({ contact, error, onRetry, messages, className, ...props }: ${pascal}ViewProps) {
  const t = useMessages('${camel}', ${camel}Messages, messages)
  const heading = React.useId()
  const isLoading = contact === undefined && !error
  return (
    <section
      data-slot="${kebab}"
      data-state={isLoading ? 'loading' : error ? 'error' : contact ? 'ready' : 'empty'}
      aria-busy={isLoading}
      aria-labelledby={heading}
      className={cn(${camel}Variants(), className)}
      {...props}
    >
      <h2 id={heading} className="font-medium">
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

export { ${pascal}View, ${camel}Variants, type ${pascal}ViewProps }
`

const messages = ({ pascal, camel, words }: Names) => `/** The English words of \`${pascal}\`. */
export const ${camel}Messages = {
  heading: '${words}',
  loading: 'Loading the customer',
  empty: 'Nobody is chosen.',
}
`

/** The example's words in each language that the kit has: its heading says what it shows, whatever it is called. */
const translations: Record<string, Record<'heading' | 'loading' | 'empty', string>> = {
  ar: { heading: 'العميل', loading: 'جارٍ تحميل بيانات العميل', empty: 'لم يُختر أحد.' },
  de: { heading: 'Kunde', loading: 'Der Kunde wird geladen', empty: 'Niemand ist ausgewählt.' },
  ja: { heading: 'お客様', loading: 'お客様の情報を読み込んでいます', empty: '誰も選択されていません。' },
}

const unitTest = ({ kebab, pascal }: Names) => `import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ${pascal}View } from '@/components/intercom/${kebab}-view'

test('the server renders each state', () => {
  expect(renderToString(<${pascal}View contact={undefined} />)).toContain('aria-busy="true"')
  expect(renderToString(<${pascal}View contact={null} />)).toContain('Nobody is chosen.')
  expect(renderToString(<${pascal}View contact={undefined} error={new Error('offline')} />)).toContain('data-state="error"')
})

test('props of the root go to the root, and words can be others', () => {
  const html = renderToString(<${pascal}View contact={null} id="here" messages={{ empty: 'Niemand.' }} />)
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

/** Nobody is chosen. */
export const Empty = meta.story({
  args: { contactId: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Nobody is chosen.')).toBeVisible()
  },
})

/** The app cannot be reached: what happened, and the way to try again. */
export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const RightToLeft = meta.story({ globals: { dir: 'rtl', locale: 'ar' } })
`

const page = ({ kebab, pascal }: Names) => `'use client'

import { ${pascal} } from '@/components/intercom/${kebab}'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <Preview>
      <${pascal} contactId={conversations?.[0]?.contact?.id ?? null} className="m-6 max-w-sm" />
    </Preview>
  )
}
`

/** Every file of a new component, by its path from the project's root. */
export function filesOf(names: Names): Map<string, string> {
  const { kebab } = names
  return new Map([
    [`src/components/intercom/${kebab}.tsx`, component(names)],
    [`src/components/intercom/${kebab}-view.tsx`, view(names)],
    [`src/components/intercom/${kebab}.test.tsx`, unitTest(names)],
    [`src/lib/intercom/messages/${kebab}.ts`, messages(names)],
    [`stories/${kebab}/${kebab}.stories.tsx`, stories(names)],
    [`.storybook/registry/v0/pages/${kebab}.tsx`, page(names)],
  ])
}

/** The component's row of the registry's table. */
export function rowOf({ kebab, words }: Names): string {
  return `  part('${kebab}', '${words}', 'What ${words.toLowerCase()} is for, in a sentence.', views('${kebab}')),\n`
}

/** The component's words in each language that the kit has, as a table of that language's file. */
export function localeTablesOf({ camel }: Names): Map<string, string> {
  return new Map(
    Object.entries(translations).map(([locale, words]) => {
      const rows = Object.entries(words).map(([key, text]) => `    ${key}: '${text}',\n`)
      return [`src/lib/intercom/messages/locales/${locale}.ts`, `\n  ${camel}: {\n${rows.join('')}  },\n`]
    }),
  )
}
