import * as React from 'react'
import { expect, userEvent, waitFor, type within } from 'storybook/test'
import { drafts } from '@/lib/intercom/drafts'
import type { FaultId } from '../../mocks/faults.ts'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from '../conversation-actions/desk'
import { savedReplies } from './replies'

const ID = '215471000000007'
const OTHER = '215471000000016'

const meta = preview.meta({
  title: 'Inbox/MessageComposer/Sending',
  component: Desk,
  args: { conversationId: ID, savedReplies },
  globals: { viewport: { value: 'desktop' } },
})

type Canvas = ReturnType<typeof within>

interface Posted {
  path: string
  body: { message_type: string; body: string }
}
/** What was sent to Intercom: replies and notes. */
const posts = () => world.intercom.requests.filter(({ path }) => path.endsWith('/reply')) as unknown as Posted[]
const field = (canvas: Canvas) => canvas.findByRole('textbox') as Promise<HTMLTextAreaElement>
const pending = (canvasElement: HTMLElement) => canvasElement.querySelectorAll('[data-slot=message-delivery]')
const articleOf = (canvas: Canvas, text: string) => canvas.getByText(text).closest('article') as HTMLElement

async function write(canvas: Canvas, text: string): Promise<HTMLTextAreaElement> {
  const element = await field(canvas)
  await userEvent.type(element, text)
  return element
}
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}')

/** The message stands there at once; the field is empty and keeps the focus; "Sent" is said when it is. */
export const SendsAReply = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const element = await write(canvas, 'On its way.')
    await send()
    await expect(articleOf(canvas, 'On its way.')).toHaveTextContent('Sending…')
    await expect(element).toHaveValue('')
    await expect(element).toHaveFocus()
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('On its way.')).toHaveLength(1)
    await expect(canvas.getByText('Sent')).toBeInTheDocument()
    await expect(posts().map(({ body }) => body.message_type)).toEqual(['comment'])
    await expect(drafts.get(ID, 'reply').text).toBe('')
  },
})

/** A note has a draft of its own, and reaches Intercom as a note. */
export const SendsANote = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, 'Half a reply')
    await userEvent.click(canvas.getByRole('radio', { name: 'Note' }))
    const element = await field(canvas)
    await expect(element).toHaveValue('')
    await write(canvas, 'For us alone')
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(posts().map(({ body }) => body.message_type)).toEqual(['note'])
    await expect(articleOf(canvas, 'For us alone')).toHaveAttribute('data-kind', 'note')
    await userEvent.click(canvas.getByRole('radio', { name: 'Reply' }))
    await expect(await field(canvas)).toHaveValue('Half a reply')
  },
})

/** The button twice, Enter twice: one message. */
export const OncePerPress = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, 'Only once')
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Send reply' }))
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await write(canvas, 'Once more')
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}')
    await waitFor(() => expect(canvas.getByText('Once more')).toBeVisible())
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(posts()).toHaveLength(2)
  },
})

/** The same with React's StrictMode, which does everything twice. */
export const StrictMode = meta.story({
  render: (args) => (
    <React.StrictMode>
      <Desk {...args} />
    </React.StrictMode>
  ),
  play: OncePerPress.play,
})

const faults: [FaultId, RegExp][] = [
  ['offline', /does not answer/],
  ['401', /not set up/],
  ['403', /not set up/],
  ['404', /not there any more/],
  ['422', /not accepted/],
  ['500', /does not answer/],
  ['502-html', /does not answer/],
  ['503', /does not answer/],
  ['200-html', /does not answer/],
  ['200-malformed', /does not answer/],
  ['200-empty', /does not answer/],
  ['204', /does not answer/],
  ['200-wrong-shape', /does not answer/],
  ['redirect', /does not answer/],
]

/** By each fault: the message stays with its reason, said aloud; the focus stays; given up, it is the draft again. */
export const EveryFault = meta.story({
  play: async ({ canvas, canvasElement, step }) => {
    const element = await field(canvas)
    for (const [id, reason] of faults) {
      await step(id, async () => {
        world.intercom.setFault({ id, path: /reply$/ })
        await write(canvas, `Kept ${id}`)
        await send()
        const alert = await canvas.findByRole('alert')
        await expect(alert).toHaveTextContent(/^Not sent\./)
        await expect(alert).toHaveTextContent(reason)
        await expect(element).toHaveFocus()
        await userEvent.click(canvas.getByRole('button', { name: 'Discard' }))
        await expect(element).toHaveValue(`Kept ${id}`)
        await expect(element).toHaveFocus()
        await expect(pending(canvasElement)).toHaveLength(0)
        await userEvent.clear(element)
      })
    }
  },
})

/** "Try again" sends it once, as the same message; the keyboard is back in the field. */
export const Retry = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const keys: (string | null)[] = []
    const { fetch } = window
    window.fetch = (input, init) => {
      if (String(input).startsWith('/api/') && String(input).endsWith('/reply')) keys.push(new Headers(init?.headers).get('idempotency-key'))
      return fetch(input, init)
    }
    try {
      world.intercom.setFault({ id: '422', path: /reply$/, times: 1 })
      const element = await write(canvas, 'Again')
      await send()
      const button = await canvas.findByRole('button', { name: 'Try again' })
      await userEvent.click(button)
      await expect(element).toHaveFocus()
      await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
      await expect(keys).toHaveLength(2)
      await expect(keys[1]).toBe(keys[0])
      await expect(canvas.getAllByText('Again')).toHaveLength(1)
    } finally {
      window.fetch = fetch
    }
  },
})

const lost: FaultId[] = ['conn-reset', 'truncated-stream', '200-5MB']

/** What was taken although the answer was lost is found in the thread, and nothing is said to have failed. */
export const AnswerLost = meta.story({
  play: async ({ canvas, canvasElement, step }) => {
    await field(canvas)
    for (const [index, id] of lost.entries()) {
      await step(id, async () => {
        world.intercom.setFault({ id, path: /reply$/ })
        await write(canvas, `Arrived ${id}`)
        await send()
        await waitFor(() => expect(posts()).toHaveLength(index + 1))
        await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
        await expect(canvas.getAllByText(`Arrived ${id}`)).toHaveLength(1)
        await expect(canvas.queryByRole('alert')).toBeNull()
      })
    }
  },
})

/** No answer at all: it is being sent for as long as the routes wait, then it can be sent again, and is there once. */
export const NeverAnswered = meta.story({
  parameters: { chromatic: { disableSnapshot: true } },
  play: async ({ canvas, canvasElement }) => {
    const element = await field(canvas)
    world.intercom.setFault({ id: 'never', path: /reply$/ })
    await write(canvas, 'Is anybody there?')
    await send()
    await expect(articleOf(canvas, 'Is anybody there?')).toHaveTextContent('Sending…')
    const again = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 30_000 })
    await expect(element).toHaveFocus()
    world.intercom.setFault(null)
    await userEvent.click(again)
    await userEvent.click(await canvas.findByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Is anybody there?')).toHaveLength(1)
  },
})

/** Intercom asks for two seconds: they are waited for, and nobody is troubled. */
export const Throttled = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '429-retry-after-s', path: /reply$/, times: 1 })
    await write(canvas, 'In a moment')
    await send()
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0), { timeout: 20_000 })
    await expect(canvas.getAllByText('In a moment')).toHaveLength(1)
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** Not known whether it was sent, and not there: it can be sent again, as a new message. */
export const SendAgain = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '500', path: /reply$/ })
    await write(canvas, 'Perhaps')
    await send()
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText(/the message is not in the conversation/)).toBeVisible()
    world.intercom.setFault(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Perhaps')).toHaveLength(1)
  },
})

/** No network, then a network: the draft is kept all along. */
export const OfflineThenOnline = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.app = 'offline'
    await write(canvas, 'From the train')
    await send()
    await expect(await canvas.findByText(/^Not sent\. The server cannot be reached/)).toBeVisible()
    world.app = 'works'
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(posts()).toHaveLength(1)
  },
})

/** Sent, and closed when it was sent; not closed where it was not. */
export const SendAndClose = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '422', path: /reply$/, times: 1 })
    await write(canvas, 'Done, I think')
    await userEvent.click(canvas.getByRole('button', { name: 'Send and close' }))
    await canvas.findByText(/^Not sent\./)
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await canvas.findByText('Conversation closed')
    await expect(canvas.getByRole('button', { name: 'Re-open' })).toBeVisible()
    await expect(pending(canvasElement)).toHaveLength(0)
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await expect(await canvas.findByRole('button', { name: 'Close' })).toBeVisible()
  },
})

function Switching({ conversationId, ...args }: React.ComponentProps<typeof Desk>) {
  const [id, setId] = React.useState(conversationId)
  return (
    <>
      <button type="button" className="fixed start-2 bottom-1 z-40 text-xs" onClick={() => setId(id === ID ? OTHER : ID)}>
        Other conversation
      </button>
      <Desk conversationId={id} {...args} />
    </>
  )
}

/** Left while it is sent: it is sent all the same, and never shows in the other conversation. Drafts stay where they were begun. */
export const SwitchWhileSending = meta.story({
  render: (args) => <Switching {...args} />,
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    const { handle } = world.intercom
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    world.intercom.handle = async (request) => {
      if (request.url.endsWith('/reply')) await held
      return handle(request)
    }
    await write(canvas, 'Sent from here')
    await send()
    await write(canvas, 'Begun here')
    await userEvent.click(canvas.getByRole('button', { name: 'Other conversation' }))
    await waitFor(() => expect(canvas.getByRole('textbox')).toHaveValue(''))
    await expect(canvas.queryByText('Sent from here')).toBeNull()
    await write(canvas, 'Begun there')
    release()
    await waitFor(() => expect(posts()).toHaveLength(1))
    await userEvent.click(canvas.getByRole('button', { name: 'Other conversation' }))
    await expect(await canvas.findByText('Sent from here')).toBeVisible()
    await expect(await field(canvas)).toHaveValue('Begun here')
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Sent from here')).toHaveLength(1)
  },
})

/** A customer's own conversation: they answer it, and that is all. */
export const Customer = meta.story({
  parameters: { intercom: { signedInAs: 'customer' } },
  render: (args) => <OwnConversation {...args} />,
  play: async ({ canvas, canvasElement }) => {
    const element = await field(canvas)
    await expect(canvas.queryByRole('radio')).toBeNull()
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Close' })).toBeNull())
    await userEvent.type(element, 'Thank you!')
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await expect(articleOf(canvas, 'Thank you!')).toHaveAttribute('data-role', 'customer')
    await waitFor(() => expect(pending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Thank you!')).toHaveLength(1)
  },
})

function OwnConversation(args: React.ComponentProps<typeof Desk>) {
  const contact = world.intercom.workspace.contacts.find(({ external_id: id }) => id === world.userId)
  const own = world.intercom.workspace.conversations.find(({ contacts }) => contacts.contacts.some(({ id }) => id === contact?.id))
  return <Desk {...args} audience="customer" savedReplies={[]} conversationId={own?.id ?? ''} />
}

/** How a message that failed looks. */
export const Failed = meta.story({
  play: async ({ canvas }) => {
    await field(canvas)
    world.intercom.setFault({ id: '422', path: /reply$/ })
    await write(canvas, 'This one was not taken.')
    await send()
    await expect(await canvas.findByText(/^Not sent\./)).toBeVisible()
  },
})

export const FailedDark = meta.story({ globals: { theme: 'dark' }, play: Failed.play })

export const FailedPhone = meta.story({
  args: { conversationId: OTHER },
  globals: { viewport: { value: 'phone' } },
  play: Failed.play,
})
