import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { MessageComposer, MessageComposerView } from '@/components/intercom/message-composer'
import { type Delivery, type OutboxMessage, RequestError } from 'intercom-v0-kit/inbox'
import { NOW } from '../../mocks/data/clock.ts'
import { notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { conversation, message, people, teammates, text } from '../conversation-thread/parts.ts'
import { type Canvas, ID } from './composing'
import { savedReplies } from './replies'

/** Short-lived states of the composer, held still for review. */
const meta = preview.meta({
  title: 'Inbox/MessageComposer/States',
  component: MessageComposerView,
  args: {
    mode: 'reply' as const,
    draft: { text: '', files: [] as File[] },
    customerName: 'Noor Haddad',
    savedReplies,
    onModeChange: fn(),
    onDraftChange: fn(),
    onSend: fn(),
  },
  decorators: [
    (Story) => (
      <div className="@container/thread mx-auto max-w-2xl pt-24">
        <Story />
      </div>
    ),
  ],
})

/** Removes the marks that isolate the direction of a name. */
const stripMarks = (placeholder: string) => placeholder.replace(/[\u2068\u2069]/g, '')

export const SavedRepliesOpen = meta.story({
  name: 'Saved replies open',
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Saved replies' }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findAllByRole('option')).toHaveLength(3)
  },
})

/** Composer of a conversation, with Intercom behind it. */
const connected = (intercom: object = {}) => ({
  render: () => <MessageComposer conversationId={ID} savedReplies={savedReplies} />,
  parameters: { intercom: { apiVersion: '2.16', ...intercom } },
})

/** Opens the finder by its button, and types. */
async function find(canvas: Canvas, query: string) {
  // On a phone, an unused composer has no buttons. Labels depend on the language.
  await userEvent.click(await canvas.findByRole('textbox'))
  await userEvent.click((await canvas.findAllByRole('button', { expanded: false }))[0]!)
  const input = await screen.findByRole('combobox')
  if (query) await userEvent.type(input, query)
  return within(screen.getByRole('dialog'))
}

/** Saved replies of the app and of Intercom, from API version 2.16 on. */
export const FinderOpen = meta.story({
  name: 'Saved replies of Intercom',
  ...connected(),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, '')
    await expect(await dialog.findByRole('option', { name: /^Rate limit of the API/ })).toBeVisible()
    await expect(await dialog.findByRole('option', { name: /^Trial extended Hi Ravi, I extended the trial of Brightside Clinics/ })).toBeVisible()
    await expect(dialog.queryByRole('option', { name: /^Messenger greeting/ })).toBeNull()
  },
})

/** Before 2.16, Intercom has no saved replies, and the finder has those of the app. Articles are found in every version. */
export const OlderVersion = meta.story({
  name: 'Older API version',
  ...connected({ apiVersion: '2.13' }),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByRole('option', { name: /^Refunds for seats/ })).toBeVisible()
    await expect(dialog.getAllByRole('option')).toHaveLength(2)
  },
})

/** Replies and articles with all words. Internal articles are for notes only. */
export const FinderFiltered = meta.story({
  name: 'Finder, filtered',
  ...connected(),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByRole('option', { name: /Internal: only in notes.*When to approve a refund/ })).toBeVisible()
  },
})

export const FinderNothing = meta.story({
  name: 'Finder, nothing found',
  ...connected(),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'zebra')
    await expect(await dialog.findByText('Nothing matches “zebra”')).toBeVisible()
  },
})

export const FinderLoading = meta.story({
  name: 'Finder, loading',
  ...connected({ fault: { id: 'never', path: /^\/macros|articles\/search$/ } }),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByText('Searching…')).toBeVisible()
  },
})

/** Agents see which permission is missing. Everything else works. */
export const FinderForbidden = meta.story({
  name: 'Finder, permissions missing',
  ...connected({ fault: { id: '403', path: /^\/macros|articles\/search$/ } }),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByText(/lacks the permission “Read and list articles”/)).toBeVisible()
    await expect(dialog.getByText(/lacks the permission “Read conversations”/)).toBeVisible()
    await expect(dialog.getAllByRole('option')).toHaveLength(1)
  },
})

export const FinderRateLimited = meta.story({
  name: 'Finder, rate limited',
  ...connected({ fault: { id: '429-hostile', path: /articles\/search$/ } }),
  play: async ({ canvas }) => {
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByText("Articles couldn't be searched. Too many requests at once. Try again in a moment.")).toBeVisible()
  },
})

export const FinderOffline = meta.story({
  name: 'Finder, offline',
  ...connected(),
  play: async ({ canvas }) => {
    await canvas.findByRole('textbox')
    world.app = 'offline'
    const dialog = await find(canvas, 'refund')
    await expect(await dialog.findByText(/Articles couldn't be searched. We can't reach the server/)).toBeVisible()
  },
})

/** Placeholders that couldn't be filled in, in a draft. */
export const Placeholders = meta.story({
  name: 'Placeholders left',
  args: { draft: { text: 'Hi Noor, I refunded order {{order.number}}. It takes {{refund.days|fallback:"five"}} days.', files: [] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/2 placeholders to fill in/)).toBeVisible()
  },
})

const showFound = async ({ canvas }: { canvas: Canvas }) => {
  const dialog = await find(canvas, 'refund')
  await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(3))
}

export const FinderDark = meta.story({ name: 'Finder, dark', ...connected(), globals: { theme: 'dark' }, play: showFound })

export const FinderPhone = meta.story({ name: 'Finder, phone', ...connected(), globals: onPhone.globals, play: showFound })

export const FinderRightToLeft = meta.story({
  name: 'Finder, right to left',
  ...connected(),
  globals: { dir: 'rtl', locale: 'ar' },
  play: showFound,
})

/** Each rejected file is named with the reason, and the others are attached. */
export const RefusedFiles = meta.story({
  name: 'Rejected files',
  args: { draft: { text: 'Here it is.', files: [new File([new Uint8Array(84_000)], 'invoice-2026-10.pdf', { type: 'application/pdf' })] } },
  play: async ({ canvas, canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement
    await userEvent.upload(input, [new File([], 'Reports'), new File([new Uint8Array(3_200_000)], 'screen recording.mov')])
    await expect(within(canvas.getByRole('alert')).getAllByRole('listitem')).toHaveLength(2)
    await expect(canvas.getByText('.pdf')).toBeVisible()
  },
})

/** The field says how the reply reaches the customer, unless that is the Messenger. */
export const ReplyByEmail = meta.story({
  name: 'Reply by email',
  args: { channel: 'email', customerEmail: 'noor@kestrel.example' },
  play: async ({ canvas }) => {
    await expect(stripMarks(canvas.getByRole<HTMLTextAreaElement>('textbox').placeholder)).toBe('Reply by email to noor@kestrel.example')
  },
})
/** A reply that Intercom keeps from the customer. */
export const ReplyByABot = meta.story({
  name: 'Reply of a bot by email',
  args: { channel: 'email', customerEmail: 'noor@kestrel.example', isUndelivered: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Intercom doesn't email replies of a bot/)).toBeVisible()
  },
})

export const ReplyByTextMessage = meta.story({
  name: 'Reply by text message',
  args: { channel: 'sms', customerEmail: 'noor@kestrel.example' },
  play: async ({ canvas }) => {
    await expect(stripMarks(canvas.getByRole<HTMLTextAreaElement>('textbox').placeholder)).toMatch(/^Reply by .* to Noor Haddad$/)
  },
})
export const ReplyOnWhatsApp = meta.story({
  name: 'Reply on WhatsApp',
  args: { channel: 'whatsapp' },
  play: async ({ canvas }) => {
    await expect(stripMarks(canvas.getByRole<HTMLTextAreaElement>('textbox').placeholder)).toBe('Reply on WhatsApp to Noor Haddad')
  },
})

/** A note goes to the team, whatever the channel. */
export const NoteOfAnEmail = meta.story({
  name: 'Note in an email conversation',
  tags: ['behaviour', '!autodocs', '!manifest'],
  args: { channel: 'email', mode: 'note' as const },
  parameters: notPictured,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole<HTMLTextAreaElement>('textbox').placeholder).not.toMatch(/email|Noor/)
  },
})

export const DropArea = meta.story({
  name: 'Drop area',
  play: async ({ canvas }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['a,b'], 'orders.csv', { type: 'text/csv' }))
    canvas.getByRole('form').dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
    await expect(await canvas.findByText('Drop files to attach them')).toBeVisible()
  },
})

const onItsWay = (delivery: Delivery, words: string, at: number, error: Error | null = null): OutboxMessage => ({
  id: delivery, conversationId: '1', mode: 'reply', text: words, files: [], at: NOW - at, delivery, error,
})

const pending = [
  onItsWay('sending', 'I am looking into it.', 50),
  onItsWay('waiting', 'Which browser is it?', 40),
  onItsWay('failed', 'Could you send me a screenshot?', 30, new RequestError('upstream_unavailable', 'Intercom is down.', 503)),
  onItsWay('missing', 'I have found it: the filter hides last week.', 20),
]

/** Messages that are being sent, delayed by Intercom, failed or of unknown delivery. */
export const OnTheirWay = meta.story({
  name: 'Pending messages',
  parameters: { layout: 'fullscreen' },
  render: () => (
    <ConversationThreadView
      conversation={conversation([message({ id: '1', body: text('Our Monday chart has a hole.') })])}
      teammates={teammates}
      viewer={people.priya}
      pending={pending}
      onRetryMessage={fn()}
      onDiscardMessage={fn()}
      className="h-[38rem] border"
    />
  ),
  play: async ({ canvasElement }) => {
    const states = [...canvasElement.querySelectorAll<HTMLElement>('[data-slot=message-delivery]')].map(({ dataset }) => dataset.state)
    await expect(states).toEqual(['sending', 'waiting', 'failed', 'missing'])
  },
})
export const OnTheirWayDark = meta.story({
  name: 'Pending messages, dark',
  render: OnTheirWay.input.render,
  globals: { theme: 'dark' },
})
export const OnTheirWayPhone = meta.story({ name: 'Pending messages, phone', render: OnTheirWay.input.render, ...onPhone })
