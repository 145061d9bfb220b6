import { expect, userEvent as userEvents, waitFor, within } from 'storybook/test'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { useConnectionState } from 'intercom-v0-kit/inbox'
import { onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { deliverWebhook } from '../../.storybook/webhooks'
import { world } from '../../.storybook/world'
import { NOW, replyAsContact, type Conversation } from '../../mocks/index.ts'
import { wholePage } from '../support-inbox/whole-page'

/** How the page is kept up to date, for the tests. */
function ConnectionState() {
  return <span data-slot="connection-state" data-state={useConnectionState()} />
}

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Live updates',
  component: SupportInbox,
  args: { className: 'min-h-0 flex-1' },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
  render: (args) => (
    <div className="flex h-dvh flex-col">
      <SupportInbox {...args} />
      {/* The story's clock stands still: how long a trouble lasts is said here. */}
      <ConnectionStatus delay={0} />
      <ConnectionState />
    </div>
  ),
})

const slot = (canvasElement: HTMLElement, name: string) => canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`)!

async function rowsOf(canvasElement: HTMLElement): Promise<HTMLElement[]> {
  const list = await within(canvasElement).findByRole('navigation')
  await within(list).findAllByRole('listitem')
  return [...list.querySelectorAll<HTMLElement>('[data-item-id]')]
}

const orderOf = (canvasElement: HTMLElement) =>
  [...canvasElement.querySelectorAll<HTMLElement>('nav [data-item-id]')].map(({ dataset }) => dataset.itemId)

/** The stream is ready: what changes from now on is told. */
async function isLive(canvasElement: HTMLElement): Promise<void> {
  await waitFor(() => expect(slot(canvasElement, 'connection-state')).toHaveAttribute('data-state', 'live'))
}

/** Requests to Intercom for one conversation, and for lists of them. */
const reads = (id: string) => world.intercom.requests.filter(({ method, path }) => method === 'GET' && path === `/conversations/${id}`).length
/** Searches for the rows of the list: not those of a customer, and not those that only count. */
const searches = () => world.intercom.requests.filter(({ path, body }) =>
  path === '/conversations/search' && !/"contact_ids"|"per_page":1\b/.test(JSON.stringify(body))).length

function conversationOf(id: string | undefined): Conversation {
  const found = world.intercom.workspace.conversations.find((one) => one.id === id)
  if (!found) throw new Error(`There is no conversation ${id}.`)
  return found
}

let minute = 0

/** Its customer writes in it, and Intercom tells the app. */
async function customerWrites(id: string | undefined, body: string, told = true): Promise<void> {
  const conversation = conversationOf(id)
  const { workspace } = world.intercom
  const contact = workspace.contacts.find((one) => one.id === conversation.contacts.contacts[0]?.id)!
  const at = NOW + 60 * (minute += 1)
  replyAsContact(workspace, conversation, contact, at, { body: `<p>${body}</p>` })
  conversation.updated_at = at
  if (told) await deliverWebhook('conversation.user.replied', conversation)
}

/** One pointer for the whole story: it leaves what it was over. */
let user = userEvents.setup()

async function openRow(canvasElement: HTMLElement, index: number): Promise<string> {
  user = userEvents.setup()
  const row = (await rowsOf(canvasElement))[index]!
  await user.click(row)
  await within(canvasElement).findByRole('log')
  // The pointer leaves the list.
  await user.hover(slot(canvasElement, 'thread-log'))
  return row.dataset.itemId!
}

/** A message in the conversation that is open is there at once, and announced; the one who reads further up stays there. */
export const MessageInTheOpenThread = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await rowsOf(canvasElement)
    // One that is longer than the page.
    const lengths = orderOf(canvasElement).map((one) => conversationOf(one).conversation_parts.conversation_parts.length)
    const id = await openRow(canvasElement, lengths.indexOf(Math.max(...lengths)))
    await isLive(canvasElement)
    await customerWrites(id, 'One more thing: the export comes out empty.')
    const message = await canvas.findByText('One more thing: the export comes out empty.', { selector: '[data-slot=thread-log] p' })
    await expect(message).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=thread-log] > [role=status]')).toHaveTextContent('One more thing'))

    const view = slot(canvasElement, 'thread-viewport')
    await expect(view.scrollHeight).toBeGreaterThan(view.clientHeight + 200)
    view.scrollTop = 0
    await waitFor(() => expect(view).toHaveAttribute('data-state', 'away'))
    const anchor = view.querySelector<HTMLElement>('[data-part-id]')!
    const place = anchor.getBoundingClientRect().top
    await customerWrites(id, 'The import does the same, by the way.')
    await canvas.findByText('The import does the same, by the way.')
    await expect(Math.abs(anchor.getBoundingClientRect().top - place)).toBeLessThan(1)
    // The list is told last.
    await waitFor(() => expect(orderOf(canvasElement)[0]).toBe(id), { timeout: 10_000 })
  },
})

/** A message elsewhere moves its conversation to the top. Only that list is fetched, once, and not the open thread. */
export const MessageElsewhere = meta.story({
  play: async ({ canvasElement }) => {
    const id = await openRow(canvasElement, 1)
    await isLive(canvasElement)
    const before = orderOf(canvasElement)
    const [read, searched] = [reads(id), searches()]
    // Two that come together are one.
    await customerWrites(before[6], 'It happened again this morning.')
    await customerWrites(before[7], 'Thanks, that fixed it!')
    await waitFor(() => expect(orderOf(canvasElement).slice(0, 2)).toEqual([before[7], before[6]]))
    await expect(reads(id)).toBe(read)
    await expect(searches()).toBeLessThanOrEqual(searched + 2)
    const selected = canvasElement.querySelector(`[data-item-id="${id}"]`)
    await expect(selected).toHaveAttribute('aria-current', 'true')
    await expect(selected).toHaveFocus()
  },
})

/** Under the pointer nothing moves; when it leaves, the list has its new order. */
export const NothingMovesUnderThePointer = meta.story({
  play: async ({ canvas, canvasElement }) => {
    user = userEvents.setup()
    const rows = await rowsOf(canvasElement)
    await isLive(canvasElement)
    const before = orderOf(canvasElement)
    await user.hover(rows[2]!)
    const searched = searches()
    await customerWrites(before[5], 'Is anyone looking into this?')
    await waitFor(() => expect(searches()).toBeGreaterThan(searched))
    await new Promise((resolve) => setTimeout(resolve, 500))
    await expect(orderOf(canvasElement)).toEqual(before)
    await user.hover(canvas.getByRole('heading', { level: 2, name: 'Conversations' }))
    await waitFor(() => expect(orderOf(canvasElement)[0]).toBe(before[5]))
  },
})

/** What another teammate does is seen here: the stream brings it, whoever did it. */
export const ClosedElsewhere = meta.story({
  parameters: { intercom: { webhooks: true } },
  play: async ({ canvasElement }) => {
    await rowsOf(canvasElement)
    await isLive(canvasElement)
    const [first] = orderOf(canvasElement)
    const response = await fetch(`https://api.intercom.io/conversations/${first}/parts`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: JSON.stringify({ message_type: 'close', type: 'admin', admin_id: world.adminId }),
    })
    await expect(response.status).toBe(200)
    await waitFor(() => expect(orderOf(canvasElement)).not.toContain(first))
  },
})

/** Until a webhook arrives, the page checks every 30 seconds and says so. From the first one on, changes arrive at once. */
export const WithoutWebhooks = meta.story({
  parameters: { intercom: { deliveries: 'none' } },
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await expect(await canvas.findByText('Checking for new messages every 30 seconds.')).toBeVisible()
    await expect(slot(canvasElement, 'connection-state')).toHaveAttribute('data-state', 'checking')
    await customerWrites(id, 'Is the export fixed by now?')
    await expect(await canvas.findByText('Is the export fixed by now?', { selector: '[data-slot=thread-log] p' }, { timeout: 10_000 })).toBeVisible()
    await isLive(canvasElement)
  },
})

/** Without a stream the page looks by itself: every ten seconds. The line at the foot says so. */
export const WithoutAStream = meta.story({
  parameters: { intercom: { stream: 'none' } },
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await expect(await canvas.findByText('Live updates are off. New messages may take a minute.')).toBeVisible()
    await customerWrites(id, 'Any news on the import? Our team is waiting for it.', false)
    await expect(await canvas.findByText('Any news on the import? Our team is waiting for it.', {}, { timeout: 30_000 })).toBeVisible()
  },
})

/** Offline, everything stays as it was; online, each thing is fetched once, and what came meanwhile is there. */
export const OfflineAndOnline = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await isLive(canvasElement)
    window.dispatchEvent(new Event('offline'))
    await expect(await canvas.findByText("You're offline. What you see may be out of date.")).toBeVisible()
    // SWR does not fetch again what it has only just fetched.
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const read = reads(id)
    window.dispatchEvent(new Event('online'))
    await expect(await canvas.findByText('Live updates are back on.')).toBeInTheDocument()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await expect(reads(id)).toBe(read + 1)

    window.dispatchEvent(new Event('offline'))
    await customerWrites(id, 'I found it: the export was in my spam folder.')
    await expect(canvas.queryByText('I found it: the export was in my spam folder.')).toBeNull()
    window.dispatchEvent(new Event('online'))
    await expect(await canvas.findByText('I found it: the export was in my spam folder.')).toBeVisible()
  },
})

/** Where Intercom asks for patience, what is there stays, and it goes on by itself. */
export const RateLimited = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const id = await openRow(canvasElement, 2)
    await isLive(canvasElement)
    // For the conversation alone: what else is fetched then is a matter of moments, and would be seen in a picture.
    world.intercom.setFault({ id: '429-hostile', path: `/conversations/${id}` })
    await customerWrites(id, 'The login page just reloads for our Pune office.')
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=error-state]')).not.toBeNull())
    await expect((await rowsOf(canvasElement)).length).toBeGreaterThan(5)
    await expect(canvas.getByRole('log')).toBeVisible()
    world.intercom.setFault(null)
    await customerWrites(id, 'Login works for the Pune office now.')
    await expect(await canvas.findByText('Login works for the Pune office now.')).toBeVisible()
    await expect(canvas.getByText('The login page just reloads for our Pune office.')).toBeVisible()
    await waitFor(() => expect(canvasElement.querySelector('[data-slot=error-state]')).toBeNull())
  },
})
