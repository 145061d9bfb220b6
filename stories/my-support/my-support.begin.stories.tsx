import * as React from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { HelpButton } from '@/components/intercom/help-button'
import { MySupport } from '@/components/intercom/my-support'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { HelpForm } from '@/components/intercom/support-form/help-form'
import { Button } from '@/components/ui/button'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { type SignedInAs, world } from '../../.storybook/world.ts'
import { fill } from '../support-form/writing.ts'
import { withMessenger } from '../messenger/with-messenger.tsx'

/** The app of a customer and of an agent, who sign in one after the other. */
function App() {
  const [user, setUser] = React.useState<SignedInAs>('customer')
  const signIn = (next: SignedInAs) => {
    world.signedInAs = next
    setUser(next)
  }
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center justify-end gap-2 border-b px-4">
        {user === 'customer' ? <HelpButton size="sm" fallback={{ form: true }}>Support</HelpButton> : null}
        <Button variant="outline" size="sm" onClick={() => signIn(user === 'customer' ? 'agent' : 'customer')}>
          {user === 'customer' ? 'Sign in as an agent' : 'Sign in as the customer'}
        </Button>
      </header>
      {user === 'customer' ? <MySupport className="min-h-0 flex-1" /> : <SupportInbox isEmbedded className="min-h-0 flex-1" />}
      <HelpForm />
    </div>
  )
}

const meta = preview.meta({
  title: 'Inbox/MySupport/Begin',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: App,
  decorators: [withMessenger],
  ...onDesktop,
  parameters: { ...notPictured, intercom: { signedInAs: 'customer', messenger: 'blocked' } },
})

async function findRow(canvas: ReturnType<typeof within>, name: RegExp): Promise<HTMLElement> {
  await waitFor(() => expect(canvas.getAllByRole('button', { name })[0]).toBeVisible())
  return canvas.getAllByRole('button', { name })[0]!
}

/** The Messenger is blocked: the customer writes in the form, the agent replies in the inbox, and the customer reads that live. */
export const WithoutTheMessenger = meta.story({
  name: 'Without the Messenger',
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Write to us' }))
    await waitFor(() => expect(dialog.getByLabelText('Subject')).toHaveFocus())
    await fill(dialog)
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await expect(await dialog.findByRole('heading', { name: 'Message sent' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(canvas.getByRole('button', { name: 'Support' })).toHaveFocus()
    await findRow(canvas, /^Missing invoice/)

    await userEvent.click(canvas.getByRole('button', { name: 'Sign in as an agent' }))
    const { id, source } = world.intercom.workspace.conversations.at(-1)!
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Support inbox' })).toBeInTheDocument())
    await waitFor(() => expect(document.querySelector(`[data-item-id="${id}"]`)).not.toBeNull())
    await expect(source.author).toMatchObject({ type: 'user' })
    await userEvent.click(document.querySelector(`[data-item-id="${id}"]`)!)
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Reply' }), 'It is in the list now.')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(world.intercom.workspace.conversations.at(-1)!.conversation_parts.total_count).toBe(1))

    await userEvent.click(canvas.getByRole('button', { name: 'Sign in as the customer' }))
    await userEvent.click(await findRow(canvas, /^Missing invoice/))
    await expect(within(await canvas.findByRole('log')).getByText('It is in the list now.')).toBeVisible()
    // While the customer reads, the agent writes on from another computer.
    const response = await fetch(`/api/intercom/conversations/${id}/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'x-story-user': 'agent' },
      body: JSON.stringify({ message_type: 'comment', body: 'And November is, too.' }),
    })
    await expect(response.status).toBe(200)
    await expect(await within(canvas.getByRole('log')).findByText('And November is, too.')).toBeVisible()
  },
})
