import * as React from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { Button } from '@/components/ui/button'
import { drafts } from 'intercom-v0-kit/inbox'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from '../conversation-actions/desk'
import { ID, OTHER, findArticle, field, findPending, listPosts, send, write } from './composing'
import { savedReplies } from './replies'

const meta = preview.meta({
  title: 'Inbox/MessageComposer/Sending',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: Desk,
  args: { conversationId: ID, savedReplies },
  globals: onDesktop.globals,
  parameters: notPictured,
})

/** The message appears at once, the empty field keeps the focus, and "Sent" is announced. */
export const SendsAReply = meta.story({
  name: 'Send a reply',
  play: async ({ canvas, canvasElement }) => {
    const element = await write(canvas, 'On its way.')
    await send()
    await expect(findArticle(canvas, 'On its way.')).toHaveTextContent('Sending…')
    await expect(element).toHaveValue('')
    await expect(element).toHaveFocus()
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('On its way.')).toHaveLength(1)
    await expect(canvas.getByText('Sent')).toBeInTheDocument()
    await expect(listPosts().map(({ body }) => body.message_type)).toEqual(['comment'])
    await expect(drafts.get(ID, 'reply').text).toBe('')
  },
})

/** Notes have their own draft and reach Intercom as notes. */
export const SendsANote = meta.story({
  name: 'Send a note',
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, 'Half a reply')
    await userEvent.click(canvas.getByRole('radio', { name: 'Note' }))
    const element = await field(canvas)
    await expect(element).toHaveValue('')
    await write(canvas, 'For us alone')
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(listPosts().map(({ body }) => body.message_type)).toEqual(['note'])
    await expect(findArticle(canvas, 'For us alone')).toHaveAttribute('data-kind', 'note')
    await userEvent.click(canvas.getByRole('radio', { name: 'Reply' }))
    await expect(await field(canvas)).toHaveValue('Half a reply')
  },
})

/** A second click or Enter doesn't send the message again. */
export const OncePerPress = meta.story({
  name: 'Double click sends once',
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, 'Only once')
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Send reply' }))
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await write(canvas, 'Once more')
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}')
    await waitFor(() => expect(canvas.getByText('Once more')).toBeVisible())
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(listPosts()).toHaveLength(2)
  },
})

/** React's Strict Mode doesn't send a message twice. */
export const StrictMode = meta.story({
  name: 'Strict Mode sends once',
  render: (args) => (
    <React.StrictMode>
      <Desk {...args} />
    </React.StrictMode>
  ),
  play: OncePerPress.play,
})

async function sendAnd(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}

/** The reply is sent first, and the conversation is snoozed until the chosen time. */
export const SendAndSnooze = meta.story({
  name: 'Send and snooze',
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, 'We look into it')
    await sendAnd('Send and snooze')
    await expect(listPosts()).toHaveLength(0)
    const dialog = within(await screen.findByRole('dialog', { name: 'Snooze until' }))
    await userEvent.click(dialog.getByRole('button', { name: /^Tomorrow/ }))
    await canvas.findByText(/^Snoozed until /)
    await expect(findPending(canvasElement)).toHaveLength(0)
    await expect(listPosts()).toHaveLength(1)
    await expect(world.intercom.workspace.conversations.find(({ id }) => id === ID)).toMatchObject({ state: 'snoozed' })
  },
})

/** The conversation closes only after the message was sent. */
export const SendAndClose = meta.story({
  name: 'Send and close',
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '422', path: /reply$/, times: 1 })
    await write(canvas, 'Done, I think')
    await sendAnd('Send and close')
    await canvas.findByText(/^Not sent\./)
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await canvas.findByText('Conversation closed')
    await expect(canvas.getByRole('button', { name: 'Reopen' })).toBeVisible()
    await expect(findPending(canvasElement)).toHaveLength(0)
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await expect(await canvas.findByRole('button', { name: 'Close' })).toBeVisible()
  },
})

function Switching({ conversationId, ...args }: React.ComponentProps<typeof Desk>) {
  const [id, setId] = React.useState(conversationId)
  return (
    <div className="flex h-dvh flex-col *:[main]:min-h-0 *:[main]:flex-1">
      <div className="border-b bg-muted p-2">
        <Button size="sm" variant="outline" onClick={() => setId(id === ID ? OTHER : ID)}>
          Other conversation
        </Button>
      </div>
      <Desk conversationId={id} {...args} />
    </div>
  )
}

/** The message is sent to the conversation it was written in, and each conversation keeps its draft. */
export const SwitchWhileSending = meta.story({
  name: 'Switch conversations while sending',
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
    await waitFor(() => expect(listPosts()).toHaveLength(1))
    await userEvent.click(canvas.getByRole('button', { name: 'Other conversation' }))
    await expect(await canvas.findByText('Sent from here')).toBeVisible()
    await expect(await field(canvas)).toHaveValue('Begun here')
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Sent from here')).toHaveLength(1)
  },
})

/** A customer can reply and has no other actions. */
export const Customer = meta.story({
  name: 'Customer replies',
  parameters: { intercom: { signedInAs: 'customer' } },
  render: (args) => <OwnConversation {...args} />,
  play: async ({ canvas, canvasElement }) => {
    const element = await field(canvas)
    await expect(canvas.queryByRole('radio')).toBeNull()
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Close' })).toBeNull())
    await userEvent.type(element, 'Thank you!')
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await expect(findArticle(canvas, 'Thank you!')).toHaveAttribute('data-role', 'customer')
    await expect(findArticle(canvas, 'Thank you!')).toHaveAttribute('data-side', 'end')
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Thank you!')).toHaveLength(1)
  },
})

function OwnConversation(args: React.ComponentProps<typeof Desk>) {
  const contact = world.intercom.workspace.contacts.find(({ external_id: id }) => id === world.userId)
  const own = world.intercom.workspace.conversations.find(({ contacts }) => contacts.contacts.some(({ id }) => id === contact?.id))
  return <Desk {...args} audience="customer" savedReplies={[]} conversationId={own?.id ?? ''} />
}
