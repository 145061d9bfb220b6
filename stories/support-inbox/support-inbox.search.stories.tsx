import { expect, userEvent, waitFor } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { alsoIn, notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { inboxPage } from './rows'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Search',
  component: SupportInbox,
  args: { className: 'h-dvh', defaultFilter: { state: 'all' } },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
})

const searchFor = (q: string) => ({ defaultFilter: { state: 'all', q } as const })

/** Finds rows whose last line gives the reason. Returns their names. */
async function findMatches(canvasElement: HTMLElement, reason: string): Promise<string[]> {
  const rows = () => [...canvasElement.querySelectorAll<HTMLElement>('[data-slot=conversation-row]')]
  await waitFor(() => expect(rows().some((row) => row.textContent.includes(reason))).toBe(true))
  await waitFor(() => expect(inboxPage(canvasElement).part('conversation-list')).not.toHaveAttribute('data-stale'))
  const found = rows().filter((row) => row.textContent.includes(reason)).map((row) => row.querySelector<HTMLElement>('[data-item-id]')!)
  for (const control of found) await expect(control.closest('[data-slot=conversation-row]')!.querySelector('[hidden]')).toHaveTextContent(reason)
  return found.map(({ textContent }) => textContent)
}

/** Every conversation of the customer is listed, whatever its opening message says. The row tells why, also to screen readers. */
export const FoundByName = meta.story({
  name: 'Found by name',
  args: searchFor('okafor'),
  parameters: alsoIn('rightToLeft'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inboxPage(canvasElement).part('conversation-row-match')).toBeVisible())
  },
})
export const FoundByNameTest = meta.story({
  name: 'Found by name: reason and keyboard',
  tags: ['behaviour', '!autodocs', '!manifest'],
  parameters: notPictured,
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await userEvent.keyboard('/')
    const field = canvas.getByRole('searchbox')
    await expect(field).toHaveFocus()
    await expect(field.title).toMatch(/^Searches first messages, names, email addresses/)
    await userEvent.keyboard('okafor')
    const names = await findMatches(canvasElement, 'Matched name')
    await expect(names).toHaveLength(page.ids().length)
    const [own, shared] = ['Maya Okafor', 'Lucas Pereira'].map((name) => page.rows().find((row) => row.textContent === name))
    await expect(own).toHaveAccessibleDescription(/ Matched name$/)
    // Maya takes part in a conversation of Lucas.
    await expect(shared).toHaveAccessibleDescription(/ Matched name: Maya Okafor$/)
    await expect(page.part('inbox-people-notice')).toBeEmptyDOMElement()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=conversation-row-match]')).toBeNull())
  },
})

/** A part of the address is enough. */
export const FoundByEmail = meta.story({
  name: 'Found by email',
  args: searchFor('@cobalt.example'),
  play: async ({ canvasElement }) => {
    const names = await findMatches(canvasElement, 'Matched email')
    await expect(new Set(names)).toContain('Daniel Brandt')
    await expect(names).toHaveLength(inboxPage(canvasElement).ids().length)
  },
})

/** Intercom finds companies by their whole name. */
export const FoundByCompany = meta.story({
  name: 'Found by company',
  args: searchFor('Alder & Finch'),
  play: async ({ canvasElement }) => {
    await expect(new Set(await findMatches(canvasElement, 'Matched company')).size).toBeGreaterThan(1)
  },
})

/** A search of messages and people in one list, in its order. */
export const FoundByMessage = meta.story({
  name: 'Found by message and name',
  args: searchFor('export'),
  play: async ({ canvasElement }) => {
    await expect(await findMatches(canvasElement, 'Matched message')).not.toEqual([])
  },
})

/** Words of the opening messages are still found, and one line names the missing permission. */
export const PeopleForbidden = meta.story({
  name: "People can't be searched",
  args: searchFor('export'),
  parameters: { intercom: { fault: { id: '403', path: '/contacts/search' } } },
  play: async ({ canvas, canvasElement }) => {
    await expect(await findMatches(canvasElement, 'Matched message')).not.toEqual([])
    await expect(await canvas.findByText(/lacks the permission “Read and list users and companies”/)).toBeVisible()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** After a temporary failure, nothing is said about permissions. */
export const PeopleFail = meta.story({
  name: 'The search of people fails',
  args: searchFor('export'),
  parameters: { intercom: { fault: { id: '500', path: '/contacts/search' } } },
  play: async ({ canvas, canvasElement }) => {
    await expect(await findMatches(canvasElement, 'Matched message')).not.toEqual([])
    await expect(await canvas.findByText('Not all people could be searched, so results may be missing.')).toBeVisible()
  },
})

/** A customer who was found by name stays in the list when they write again, and when an agent acts on the row. */
export const StaysWhenChanged = meta.story({
  name: 'A found conversation changes',
  tags: ['behaviour', '!autodocs', '!manifest'],
  args: searchFor('okafor'),
  parameters: { ...notPictured, intercom: { webhooks: true } },
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await findMatches(canvasElement, 'Matched name')
    const ids = page.ids()
    const { workspace } = world.intercom
    const conversation = workspace.conversations.find(({ id }) => id === ids.at(-1))!
    const before = world.intercom.requests.length
    const reply = { type: 'user', message_type: 'comment', intercom_user_id: conversation.contacts.contacts[0]!.id, body: 'Any news?' }
    const response = await fetch(`https://api.intercom.io/conversations/${conversation.id}/reply`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, body: JSON.stringify(reply),
    })
    await expect(response.status).toBe(200)
    await waitFor(() => expect(world.intercom.requests.slice(before).some(({ path }) => path === '/conversations/search')).toBe(true))
    await waitFor(() => expect(page.ids()[0]).toBe(conversation.id))
    await expect(await findMatches(canvasElement, 'Matched name')).toHaveLength(ids.length)
    page.row(conversation.id)!.focus()
    await userEvent.keyboard('e')
    await waitFor(() => expect(workspace.conversations.find(({ id }) => id === conversation.id)?.state).toBe('closed'))
    await expect(new Set(page.ids())).toEqual(new Set(ids))
    await expect(await findMatches(canvasElement, 'Matched name')).toHaveLength(ids.length)
  },
})

/** Customers only search the messages of their own conversations, so rows give no reason. */
export const AsCustomer = meta.story({
  name: 'As a customer',
  tags: ['behaviour', '!autodocs', '!manifest'],
  args: { ...searchFor('okafor'), audience: 'customer' },
  parameters: { ...notPictured, intercom: { signedInAs: 'customer' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No matching conversations')).toBeVisible()
    await expect(canvas.getByRole('searchbox').title).toMatch(/^Searches the first message/)
    await expect(world.intercom.requests.filter(({ path, body }) => path === '/contacts/search' && JSON.stringify(body).includes('"~"'))).toEqual([])
  },
})

export const Dark = FoundByName.extend({ name: 'Dark', globals: { ...onDesktop.globals, theme: 'dark' } })
export const Phone = meta.story({
  ...onPhone,
  args: searchFor('alder'),
  play: async ({ canvasElement }) => void (await findMatches(canvasElement, 'Matched email')),
})

export const RightToLeft = meta.story({
  name: 'Right to left',
  args: searchFor('عمر'),
  globals: { ...onDesktop.globals, dir: 'rtl', locale: 'ar' },
  play: async ({ canvasElement }) => {
    await expect(new Set(await findMatches(canvasElement, 'تطابق الاسم'))).toEqual(new Set(['عمر عبد الرحمن الشمري']))
  },
})
