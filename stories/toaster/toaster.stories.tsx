import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { Toaster } from '@/components/intercom/toaster'
import { toasts } from 'intercom-v0-kit/inbox'
import { alsoIn, notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

const meta = preview.meta({
  title: 'Inbox/Toaster',
  component: Toaster,
  args: { duration: 60_000 },
  beforeEach: () => toasts.clear(),
  render: (args) => (
    <main className="p-4">
      <h1 className="sr-only">Toasts</h1>
      <button type="button" className="rounded-md border px-3 py-2">
        Somewhere else
      </button>
      <Toaster {...args} />
    </main>
  ),
})

const undo = { label: 'Undo', onAction: fn(), isUndo: true }

export const Done = meta.story({
  play: async ({ canvas }) => {
    toasts.show({ message: 'Conversation closed', action: undo })
    await canvas.findByText('Conversation closed')
    await expect(canvas.getByRole('status')).toHaveTextContent('Conversation closed')
    // The toast is at the bottom, and the page beside it stays clickable.
    const toast = canvas.getByRole('listitem')
    await waitFor(() => expect(window.innerHeight - toast.getBoundingClientRect().bottom).toBe(16))
    const { top, left, right } = toast.getBoundingClientRect()
    await expect(left).toBe(16)
    await expect(document.elementFromPoint(right + 8, top + 8)?.closest('[data-slot=toaster]')).toBeNull()
  },
})

export const Failed = meta.story({
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    toasts.show({ kind: 'error', message: "We couldn't confirm that the conversation was closed. Intercom isn't responding.", action: { label: 'Try again', onAction: fn() } })
    await expect(await canvas.findByRole('alert')).toHaveTextContent("We couldn't confirm that the conversation was closed")
  },
})

/** Up to three toasts, errors first and then the newest. Long ones wrap. */
export const Several = meta.story({
  play: async ({ canvas }) => {
    toasts.show({ message: 'The first, which makes room' })
    toasts.show({ kind: 'error', message: "Couldn't close the conversation. We can't reach the server." })
    toasts.show({ message: 'Assigned to Maximiliane von Hohenstein-Schwarzenfels, who is away until Monday', action: undo })
    toasts.show({ message: 'أُغلقت المحادثة', action: undo })
    const shown = (await canvas.findAllByRole('listitem')).map(({ textContent }) => textContent)
    await expect(shown).toEqual([expect.stringMatching(/^Couldn't/), expect.stringMatching(/^أُغلقت/), expect.stringMatching(/^Assigned to/)])
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' }, play: Several.play })
export const Phone = meta.story({ ...onPhone, play: Several.play })
export const RightToLeft = meta.story({ name: 'Right to left', globals: { dir: 'rtl', locale: 'ar' }, play: Several.play })

/** F6 moves the focus to the newest toast and back. */
export const ByKeyboard = meta.story({
  name: 'Keyboard',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    undo.onAction.mockClear()
    const elsewhere = canvas.getByRole('button', { name: 'Somewhere else' })
    elsewhere.focus()
    toasts.show({ message: 'Conversation closed', action: undo })
    await canvas.findByText('Conversation closed')
    await expect(elsewhere).toHaveFocus()
    await userEvent.keyboard('{F6}')
    await expect(canvas.getByRole('button', { name: 'Undo' })).toHaveFocus()
    await userEvent.keyboard('{F6}')
    await expect(elsewhere).toHaveFocus()
    await userEvent.keyboard('{F6}{Enter}')
    await expect(undo.onAction).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(canvas.queryByText('Conversation closed')).toBeNull())
    await expect(elsewhere).toHaveFocus()
  },
})

export const Reached = meta.story({
  name: 'Focused with F6',
  play: async ({ canvas }) => {
    toasts.show({ message: 'Conversation closed', action: undo })
    await canvas.findByText('Conversation closed')
    await userEvent.keyboard('{F6}')
    await expect(canvas.getByRole('button', { name: 'Undo' })).toHaveFocus()
  },
})

/** A new toast for the same action replaces the old one, and the focus returns to the page. */
export const TakesItsPlace = meta.story({
  name: 'Replaced by a newer toast',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const elsewhere = canvas.getByRole('button', { name: 'Somewhere else' })
    elsewhere.focus()
    toasts.show({ key: '7', message: 'Conversation closed', action: undo })
    await canvas.findByText('Conversation closed')
    await userEvent.keyboard('{F6}')
    toasts.show({ key: '7', message: 'Conversation reopened', action: undo })
    await canvas.findByText('Conversation reopened')
    // The old one fades out.
    await waitFor(() => expect(canvas.queryByText('Conversation closed')).toBeNull())
    await waitFor(() => expect(elsewhere).toHaveFocus())
  },
})

/** The toast closes, and the focus returns to the page. */
export const ByPointer = meta.story({
  name: 'Dismissed by pointer',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const elsewhere = canvas.getByRole('button', { name: 'Somewhere else' })
    elsewhere.focus()
    toasts.show({ message: 'Conversation closed', action: undo })
    await userEvent.click(await canvas.findByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(canvas.queryByText('Conversation closed')).toBeNull())
    await expect(elsewhere).toHaveFocus()
  },
})

/** A toast closes unless it has the focus or the pointer. Errors stay. */
export const GoesByItself = meta.story({
  name: 'Closes after a delay',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { duration: 300 },
  play: async ({ canvas }) => {
    toasts.show({ kind: 'error', message: 'An error stays' })
    toasts.show({ message: 'Held', action: undo })
    await userEvent.hover(await canvas.findByText('Held'))
    await new Promise((resolve) => setTimeout(resolve, 600))
    await expect(canvas.getByText('Held')).toBeVisible()
    await userEvent.unhover(canvas.getByText('Held'))
    await waitFor(() => expect(canvas.queryByText('Held')).toBeNull())
    await expect(canvas.getByText('An error stays')).toBeVisible()
  },
})
