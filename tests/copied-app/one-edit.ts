/** Changes copied views the way a developer would: each wish is one edit in one copied file. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright'
import type { App } from './apps.ts'
import { must } from './checks.ts'
import { PATIENCE, withPage, type Running } from './drive.ts'

interface Edit {
  wish: string
  /** The only file to edit. */
  file: string
  /** Text that the file contains once. */
  find: string
  replace: string
  /** Waits until the page shows the change, or throws. */
  check: (page: Page) => Promise<void>
}

const row = '[data-slot="conversation-row"]'
const rowTags = `${row} [data-slot="badge"][class*="max-w-28"]`
const colour = 'rgb(12, 34, 56)'

const companies = `            <CustomerCardSection heading={t('companies', { count: contact.companies.length || 1 })}>
              <CustomerCompanies contact={contact} currency={currency} />
            </CustomerCardSection>
`
const tags = `            <CustomerCardSection heading={t('tags')}>
              <CustomerTags contact={contact} />
            </CustomerCardSection>
`

/** Waits until a function of the page returns true. */
async function waitUntil(page: Page, isSo: string): Promise<void> {
  await page.waitForFunction(isSo, undefined, { timeout: PATIENCE })
}

const edits: Edit[] = [
  {
    wish: 'a "VIP" pill from a contact attribute in the row',
    file: 'components/intercom/conversation-list/row.tsx',
    find: '              <ConversationRowAssignee />\n',
    replace: `              {contact?.custom_attributes['tier'] === 'vip' ? <Badge>VIP</Badge> : null}\n              <ConversationRowAssignee />\n`,
    check: (page) => page.locator(row, { hasText: 'VIP' }).first().waitFor({ timeout: PATIENCE }),
  },
  {
    wish: 'no tags in the row',
    file: 'components/intercom/conversation-list/row.tsx',
    find: '              <ConversationRowTags />\n',
    replace: '',
    check: (page) => waitUntil(page, `document.querySelectorAll('${rowTags}').length === 0`),
  },
  {
    wish: 'another colour of the reply bubble',
    file: 'components/intercom/conversation-thread/message.tsx',
    find: "teammate: 'border-transparent bg-primary/10'",
    replace: "teammate: 'border-transparent bg-[rgb(12,34,56)]'",
    check: (page) => waitUntil(page, `[...document.querySelectorAll('[data-slot="thread-message"][data-role="teammate"] [data-slot="thread-bubble"]')].some((bubble) => getComputedStyle(bubble).backgroundColor === '${colour}')`),
  },
  {
    wish: 'an extra action on a message',
    file: 'components/intercom/conversation-thread/message.tsx',
    find: '        {delivery ? <MessageDelivery ',
    replace: `        <Button type="button" variant="link" size="sm" onClick={() => window.alert(message.id)}>\n          Report\n        </Button>\n        {delivery ? <MessageDelivery `,
    async check(page) {
      const dialog = page.waitForEvent('dialog', { timeout: PATIENCE })
      // The dialog blocks the click until it is dismissed.
      const click = page.getByRole('button', { name: 'Report' }).first().click({ timeout: PATIENCE })
      const shown = await dialog
      must(shown.message() !== '', "The action doesn't know its message.")
      await shown.dismiss()
      await click
    },
  },
  {
    wish: 'tags above companies in the card',
    file: 'components/intercom/customer-card.tsx',
    find: `${companies}${tags}`,
    replace: `${tags}${companies}`,
    async check(page) {
      const card = page.locator('[data-slot="customer-card"][data-state="ready"]')
      await card.waitFor({ timeout: PATIENCE })
      const text = await card.innerText()
      must(text.search(/^Tags/m) >= 0 && text.search(/^Tags/m) < text.search(/^Compan(?:y|ies)/m), `The order of the card is:\n${text}`)
    },
  },
  {
    wish: 'other strings, by one provider',
    file: 'app/inbox/page.tsx',
    find: '      <SupportInbox className="h-dvh" />',
    replace: `      <LocaleProvider strings={{ conversationList: { label: 'Our queue' } }}>\n        <SupportInbox className="h-dvh" />\n      </LocaleProvider>`,
    check: (page) => page.getByLabel('Our queue').first().waitFor({ timeout: PATIENCE }),
  },
]

function applyEdit(app: App, { wish, file, find, replace }: Edit): void {
  const path = app.toPath(file)
  const parts = readFileSync(path, 'utf8').split(find)
  must(parts.length === 2, `${wish}: ${file} contains this ${parts.length - 1} times, not once:\n${find}`)
  const text = parts.join(replace)
  const imports = replace.includes('LocaleProvider') ? "import { LocaleProvider } from 'intercom-v0-kit/strings'\n" : ''
  writeFileSync(path, imports + text)
}

/**
 * Applies all edits, and checks each in the running development server.
 * @param compile checks the types of the app
 */
export async function checkEdits(running: Running, compile: (app: App) => Promise<void>): Promise<string> {
  const { app, intercom } = running
  for (const contact of intercom.workspace.contacts) contact.custom_attributes['tier'] = 'vip'
  // Without this, a row without tags would prove nothing.
  await withPage(running, '/inbox', { session: 'agent' }, async ({ page }) => page.locator(rowTags).first().waitFor({ timeout: PATIENCE }))
  for (const edit of edits) applyEdit(app, edit)
  await compile(app)
  await withPage(running, '/inbox', { session: 'agent' }, async ({ page }) => {
    await page.locator(row).nth(1).click()
    const field = page.locator('[data-slot="message-composer"] textarea')
    await field.fill('It is fixed now.')
    await field.press('Control+Enter')
    for (const { wish, check } of edits) {
      await check(page).catch((error: Error) => {
        throw new Error(`${wish}: ${error.message}`, { cause: error })
      })
    }
  })
  return `${edits.length} wishes, one file each`
}
