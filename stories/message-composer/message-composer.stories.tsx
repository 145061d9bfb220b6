import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { MessageComposerView } from '@/components/intercom/message-composer'
import { MAX_MESSAGE } from 'intercom-v0-kit/inbox'
import { alsoIn, notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { savedReplies } from './replies'

const meta = preview.meta({
  title: 'Inbox/MessageComposer',
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

const pixel = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0))
const picture = new File([pixel], 'screenshot of the very long invoice page, 2026-11-18 at 14.32.07.png', { type: 'image/png' })
const sheet = new File([new Uint8Array(84_000)], 'فاتورة.pdf', { type: 'application/pdf' })

export const Reply = meta.story({ parameters: alsoIn('touch') })

/** A note has its own label, icon, background, placeholder and button. */
export const Note = meta.story({
  name: 'Internal note',
  args: { mode: 'note', draft: { text: 'They were promised a refund on Monday. Check with billing first.', files: [] } },
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Internal note' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Add note' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: /Send/ })).toBeNull()
    await expect(canvas.getByText('Only teammates will see this')).toBeVisible()
  },
})

export const WithFiles = meta.story({ name: 'With files', args: { draft: { text: 'Here it is.', files: [picture, sheet] } }, parameters: alsoIn('touch') })

export const Closed = meta.story({ args: { isClosed: true }, parameters: alsoIn('rightToLeft') })

export const Offline = meta.story({ args: { isOnline: false, draft: { text: 'I am on a train', files: [] } } })

/** A customer only replies, so there are no tabs. */
export const Customer = meta.story({
  name: 'As a customer',
  args: { audience: 'customer', savedReplies: [], isClosed: true },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('radio')).toBeNull()
    await expect(canvas.getByText('Our support team will see this')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'More ways to send' })).toBeNull()
  },
})

/** A counter appears near the limit, and sending is disabled above it. */
export const TooLong = meta.story({
  name: 'Too long',
  args: { draft: { text: 'a'.repeat(MAX_MESSAGE + 3), files: [] } },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('3 characters over the limit')).toBeVisible()
    canvas.getByRole('textbox').focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(args.onSend).not.toHaveBeenCalled()
  },
})

export const Long = meta.story({
  name: 'Long draft',
  args: { draft: { text: 'A line of a long answer.\n'.repeat(60), files: [] } },
  parameters: alsoIn('rightToLeft'),
})

export const Dark = meta.story({ args: Note.input.args, globals: { theme: 'dark' } })

export const Phone = meta.story({ args: WithFiles.input.args, ...onPhone })

/** On a phone, an unused composer is one line. It unfolds while it is used, and keeps a draft in sight. */
export const Folded = meta.story({
  name: 'Phone, unused',
  ...onPhone,
  play: async ({ canvas }) => {
    const form = canvas.getByRole('form', { name: 'Write a message' })
    const getHeight = () => form.getBoundingClientRect().height
    await waitFor(() => expect(getHeight()).toBe(44))
    await expect(canvas.queryByRole('button', { name: 'Send reply' })).toBeNull()
    canvas.getByRole('textbox').focus()
    await waitFor(() => expect(getHeight()).toBeGreaterThan(120))
    await userEvent.click(canvas.getByRole('radio', { name: 'Note' }))
    await expect(canvas.getByRole('button', { name: 'Attach files' })).toBeVisible()
    canvas.getByRole('textbox').blur()
    await expect(form).toHaveAttribute('data-state', 'open')
  },
})

export const RightToLeft = meta.story({
  name: 'Right to left',
  args: WithFiles.input.args,
  globals: { dir: 'rtl', locale: 'ar' },
})

// Each key combination, and whether it sends with and without `sendOnEnter`.
const enters = [
  { keys: '{Enter}', sends: false, sendsOnEnter: true },
  { keys: '{Shift>}{Enter}{/Shift}', sends: false, sendsOnEnter: false },
  { keys: '{Control>}{Enter}{/Control}', sends: true, sendsOnEnter: true },
  { keys: '{Meta>}{Enter}{/Meta}', sends: true, sendsOnEnter: true },
]

/** Enter alone starts a new line. */
export const KeysThatSend = meta.story({
  name: 'Ctrl or Cmd with Enter sends',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { draft: { text: 'Hello', files: [] } },
  play: async ({ canvas, args }) => {
    canvas.getByRole('textbox').focus()
    for (const { keys, sends } of enters) {
      args.onSend.mockClear()
      await userEvent.keyboard(keys)
      await expect(args.onSend).toHaveBeenCalledTimes(sends ? 1 : 0)
    }
  },
})

/** The button names the key. */
export const EnterSends = meta.story({
  name: 'Enter sends',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { draft: { text: 'Hello', files: [] }, sendOnEnter: true },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('button', { name: 'Send reply' })).toHaveTextContent(/↵$/)
    canvas.getByRole('textbox').focus()
    for (const { keys, sendsOnEnter } of enters) {
      args.onSend.mockClear()
      await userEvent.keyboard(keys)
      await expect(args.onSend).toHaveBeenCalledTimes(sendsOnEnter ? 1 : 0)
    }
  },
})

/** The Enter that ends a composition doesn't send, and neither does a held key. */
export const Composing = meta.story({
  name: 'IME composition',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { draft: { text: 'こんにちは', files: [] }, sendOnEnter: true },
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox')
    const press = (init: KeyboardEventInit) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
    }
    press({ isComposing: true })
    press({ keyCode: 229 })
    press({ repeat: true })
    await expect(args.onSend).not.toHaveBeenCalled()
    press({})
    await expect(args.onSend).toHaveBeenCalledTimes(1)
  },
})

/** The reply is inserted at the cursor with its placeholders filled in. Unknown placeholders stay visible. */
export const SavedReplies = meta.story({
  name: 'Insert a saved reply',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { draft: { text: 'Before after', files: [] } },
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole<HTMLTextAreaElement>('textbox')
    field.setSelectionRange(7, 7)
    await userEvent.click(canvas.getByRole('button', { name: 'Saved replies' }))
    await userEvent.type(await screen.findByRole('combobox'), 'refund')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    await userEvent.keyboard('{Enter}')
    await expect(args.onDraftChange).toHaveBeenLastCalledWith({
      text: 'Before Hi Noor, your refund for {order_id} is on its way.after',
    })
    await waitFor(() => expect(field).toHaveFocus())
  },
})

/** Files can be picked, dropped or pasted, and rejected files are announced. */
export const Attaching = meta.story({
  name: 'Attach files',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas, canvasElement, args }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement
    await userEvent.upload(input, [sheet, new File([], 'folder'), new File([new Uint8Array(3_200_000)], 'film.mov')])
    await expect(args.onDraftChange).toHaveBeenLastCalledWith({ files: [sheet] })
    const alert = within(canvas.getByRole('alert'))
    await expect(alert.getByText(/folder.*The file is empty/)).toBeVisible()
    await expect(alert.getByText(/film\.mov.*3 MB in total/)).toBeVisible()

    const transfer = new DataTransfer()
    transfer.items.add(picture)
    const form = canvas.getByRole('form', { name: 'Write a message' })
    form.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    await expect(await canvas.findByText('Drop files to attach them')).toBeVisible()
    form.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    await expect(args.onDraftChange).toHaveBeenLastCalledWith({ files: [picture] })
    await waitFor(() => expect(canvas.queryByText('Drop files to attach them')).toBeNull())

    args.onDraftChange.mockClear()
    const field = canvas.getByRole('textbox')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
    await expect(args.onDraftChange).toHaveBeenLastCalledWith({ files: [picture] })
  },
})
