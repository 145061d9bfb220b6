import { expect, fn, screen, userEvent, within } from 'storybook/test'
import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { MessageComposerView } from '@/components/intercom/message-composer'
import { type Delivery, type OutboxMessage, RequestError } from 'intercom-v0-kit/inbox'
import { NOW } from '../../mocks/data/clock.ts'
import { notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { conversation, message, people, teammates, text } from '../conversation-thread/parts.ts'
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
