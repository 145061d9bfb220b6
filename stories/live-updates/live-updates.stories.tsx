import { expect, userEvent as userEvents, waitFor, within } from 'storybook/test'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { useConnectionState } from 'intercom-v0-kit/inbox'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { deliverWebhook } from '../../.storybook/webhooks'
import { world } from '../../.storybook/world'
import { NOW, replyAsContact, type Conversation } from '../../mocks/index.ts'
import { wholePage } from '../support-inbox/whole-page'

/** Exposes the connection state to the tests. */
function ConnectionState() {
  return <span data-slot="connection-state" data-state={useConnectionState()} />
}

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Live updates',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SupportInbox,
  args: { className: 'min-h-0 flex-1' },
  globals: onDesktop.globals,
  parameters: { ...notPictured, a11y: wholePage, docs: { story: { height: '720px' } } },
  render: (args) => (
    <div className="flex h-dvh flex-col">
      <SupportInbox {...args} />
      {/* The story's clock is frozen, so show a problem without a delay. */}
      <ConnectionStatus delay={0} />
      <ConnectionState />
    </div>
  ),
})

const findSlot = (canvasElement: HTMLElement, name: string) => canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`)!

async function findRows(canvasElement: HTMLElement): Promise<HTMLElement[]> {
  const list = await within(canvasElement).findByRole('navigation')
  await within(list).findAllByRole('listitem')
  return [...list.querySelectorAll<HTMLElement>('[data-item-id]')]
}

const readOrder = (canvasElement: HTMLElement) =>
  [...canvasElement.querySelectorAll<HTMLElement>('nav [data-item-id]')].map(({ dataset }) => dataset.itemId)

/** Waits until the stream delivers changes. */
async function waitUntilLive(canvasElement: HTMLElement): Promise<void> {
  await waitFor(() => expect(findSlot(canvasElement, 'connection-state')).toHaveAttribute('data-state', 'live'))
}

/** Counts the requests to Intercom for one conversation. */
const countReads = (id: string) => world.intercom.requests.filter(({ method, path }) => method === 'GET' && path === `/conversations/${id}`).length
/** Counts the searches for list rows, without those of the customer card and the counts. */
const countSearches = () => world.intercom.requests.filter(({ path, body }) =>
  path === '/conversations/search' && !/"contact_ids"|"per_page":1\b/.test(JSON.stringify(body))).length

function getConversation(id: string | undefined): Conversation {
  const found = world.intercom.workspace.conversations.find((one) => one.id === id)
  if (!found) throw new Error(`There is no conversation ${id}.`)
  return found
}

let minute = 0

/** Adds a customer's message and delivers its webhook. */
async function addCustomerMessage(id: string | undefined, body: string, isDelivered = true): Promise<void> {
  const conversation = getConversation(id)
  const { workspace } = world.intercom
  const contact = workspace.contacts.find((one) => one.id === conversation.contacts.contacts[0]?.id)!
  const at = NOW + 60 * (minute += 1)
  replyAsContact(workspace, conversation, contact, at, { body: `<p>${body}</p>` })
  conversation.updated_at = at
  if (isDelivered) await deliverWebhook('conversation.user.replied', conversation)
}

/** Share one pointer, so that moving it triggers leave events. */
let user = userEvents.setup()

async function openRow(canvasElement: HTMLElement, index: number): Promise<string> {
  user = userEvents.setup()
  const row = (await findRows(canvasElement))[index]!
  await user.click(row)
  await within(canvasElement).findByRole('log')
  await user.hover(findSlot(canvasElement, 'thread-log'))
  return row.dataset.itemId!
}

/** The message appears at once and is announced, and a scrolled thread keeps its position. */
export const MessageInTheOpenThread = meta.story({
  name: 'Message in the open thread',
  play: async ({ canvas, canvasElement }) => {
    await findRows(canvasElement)
    // Pick a thread taller than the page.
    const lengths = readOrder(canvasElement).map((one) => getConversation(one).conversation_parts.conversation_parts.length)
    const id = await openRow(canvasElement, lengths.indexOf(Math.max(...lengths)))
    await waitUntilLive(canvasElement)
    await addCustomerMessage(id, 'One more thing: the export comes out empty.')
    const message = await canvas.findByText('One more thing: the export comes out empty.', { selector: '[data-slot=thread-log] p' })
    await expect(message).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=thread-log] > [role=status]')).toHaveTextContent('One more thing'))

    const view = findSlot(canvasElement, 'thread-viewport')
    await expect(view.scrollHeight).toBeGreaterThan(view.clientHeight + 200)
    view.scrollTop = 0
    await waitFor(() => expect(view).toHaveAttribute('data-state', 'away'))
    const anchor = view.querySelector<HTMLElement>('[data-part-id]')!
    const place = anchor.getBoundingClientRect().top
    await addCustomerMessage(id, 'The import does the same, by the way.')
    await canvas.findByText('The import does the same, by the way.')
    await expect(Math.abs(anchor.getBoundingClientRect().top - place)).toBeLessThan(1)
    // The list updates last.
    await waitFor(() => expect(readOrder(canvasElement)[0]).toBe(id), { timeout: 10_000 })
  },
})

/** The conversation moves to the top. Only the list is refetched, once. */
export const MessageElsewhere = meta.story({
  name: 'Message in another conversation',
  play: async ({ canvasElement }) => {
    const id = await openRow(canvasElement, 1)
    await waitUntilLive(canvasElement)
    const before = readOrder(canvasElement)
    const [read, searched] = [countReads(id), countSearches()]
    // Changes that arrive together cause one refetch.
    await addCustomerMessage(before[6], 'It happened again this morning.')
    await addCustomerMessage(before[7], 'Thanks, that fixed it!')
    await waitFor(() => expect(readOrder(canvasElement).slice(0, 2)).toEqual([before[7], before[6]]))
    await expect(countReads(id)).toBe(read)
    await expect(countSearches()).toBeLessThanOrEqual(searched + 2)
    const selected = canvasElement.querySelector(`[data-item-id="${id}"]`)
    await expect(selected).toHaveAttribute('aria-current', 'true')
    await expect(selected).toHaveFocus()
  },
})

/** Rows don't move while the pointer is over the list. */
export const NothingMovesUnderThePointer = meta.story({
  name: 'Pointer over the list',
  play: async ({ canvas, canvasElement }) => {
    user = userEvents.setup()
    const rows = await findRows(canvasElement)
    await waitUntilLive(canvasElement)
    const before = readOrder(canvasElement)
    await user.hover(rows[2]!)
    const searched = countSearches()
    await addCustomerMessage(before[5], 'Is anyone looking into this?')
    await waitFor(() => expect(countSearches()).toBeGreaterThan(searched))
    await new Promise((resolve) => setTimeout(resolve, 500))
    await expect(readOrder(canvasElement)).toEqual(before)
    await user.hover(canvas.getByRole('heading', { level: 2, name: 'Conversations' }))
    await waitFor(() => expect(readOrder(canvasElement)[0]).toBe(before[5]))
  },
})

/** The stream also delivers changes made by teammates. */
export const ClosedElsewhere = meta.story({
  name: 'Closed by a teammate',
  parameters: { intercom: { webhooks: true } },
  play: async ({ canvasElement }) => {
    await findRows(canvasElement)
    await waitUntilLive(canvasElement)
    const [first] = readOrder(canvasElement)
    const response = await fetch(`https://api.intercom.io/conversations/${first}/parts`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: JSON.stringify({ message_type: 'close', type: 'admin', admin_id: world.adminId }),
    })
    await expect(response.status).toBe(200)
    await waitFor(() => expect(readOrder(canvasElement)).not.toContain(first))
  },
})

/** Until a webhook arrives, the page polls every 30 seconds and says so. */
export const WithoutWebhooks = meta.story({
  name: 'Without webhooks',
  parameters: { intercom: { deliveries: 'none' } },
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await expect(await canvas.findByText('Checking for new messages every 30 seconds.')).toBeVisible()
    await expect(findSlot(canvasElement, 'connection-state')).toHaveAttribute('data-state', 'checking')
    await addCustomerMessage(id, 'Is the export fixed by now?')
    await expect(await canvas.findByText('Is the export fixed by now?', { selector: '[data-slot=thread-log] p' }, { timeout: 10_000 })).toBeVisible()
    await waitUntilLive(canvasElement)
  },
})

/** The page polls every ten seconds, and the status line says so. */
export const WithoutAStream = meta.story({
  name: 'Without a stream',
  parameters: { intercom: { stream: 'none' } },
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await expect(await canvas.findByText('Live updates are off. New messages may take a minute.')).toBeVisible()
    await addCustomerMessage(id, 'Any news on the import? Our team is waiting for it.', false)
    await expect(await canvas.findByText('Any news on the import? Our team is waiting for it.', {}, { timeout: 30_000 })).toBeVisible()
  },
})

/** The data stays while offline, and everything is refetched once when back online. */
export const OfflineAndOnline = meta.story({
  name: 'Offline, then online',
  // Marking as read would count as one more change.
  args: { readOnOpen: false },
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await waitUntilLive(canvasElement)
    window.dispatchEvent(new Event('offline'))
    await expect(await canvas.findByText("You're offline. What you see may be out of date.")).toBeVisible()
    // SWR doesn't refetch within its deduplication interval.
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const read = countReads(id)
    window.dispatchEvent(new Event('online'))
    await expect(await canvas.findByText('Live updates are back on.')).toBeInTheDocument()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await expect(countReads(id)).toBe(read + 1)

    window.dispatchEvent(new Event('offline'))
    await addCustomerMessage(id, 'I found it: the export was in my spam folder.')
    await expect(canvas.queryByText('I found it: the export was in my spam folder.')).toBeNull()
    window.dispatchEvent(new Event('online'))
    await expect(await canvas.findByText('I found it: the export was in my spam folder.')).toBeVisible()
  },
})

/** The data stays, and the page retries after the delay that Intercom asks for. */
export const RateLimited = meta.story({
  name: 'Rate limited',
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await waitUntilLive(canvasElement)
    // Only the conversation fails. Other failing requests would make the picture depend on timing.
    world.intercom.setFault({ id: '429-hostile', path: `/conversations/${id}` })
    await addCustomerMessage(id, 'The login page just reloads for our Pune office.')
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=error-state]')).not.toBeNull())
    await expect((await findRows(canvasElement)).length).toBeGreaterThan(5)
    await expect(canvas.getByRole('log')).toBeVisible()
    world.intercom.setFault(null)
    await addCustomerMessage(id, 'Login works for the Pune office now.')
    await expect(await canvas.findByText('Login works for the Pune office now.')).toBeVisible()
    await expect(canvas.getByText('The login page just reloads for our Pune office.')).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=error-state]')).toBeNull())
  },
})
