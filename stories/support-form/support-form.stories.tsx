import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { SupportForm } from '@/components/intercom/support-form'
import { drafts } from 'intercom-v0-kit/inbox'
import { clearDrafts } from '@/kit/inbox/composer/drafts'
import { notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { fill, listStarts, press } from './writing.ts'

/** A customer writes to your team without the Messenger. */
const meta = preview.meta({
  title: 'Messenger/SupportForm',
  component: SupportForm,
  args: { signInHref: '#sign-in', getHref: (id) => `#support/${id}`, onOpen: fn((_, event) => event.preventDefault()), className: 'm-6 max-w-lg' },
  parameters: { intercom: { signedInAs: 'customer' } },
})

/** Sends the subject as the first line. Intercom keeps subjects for emails only. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('form', { name: 'Write to support' })).toHaveAttribute('data-state', 'editing')
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled()
  },
})

/** Sending an empty form moves the focus to the first field with a problem. */
export const Invalid = meta.story({
  play: async ({ canvas }) => {
    await press(canvas)
    await expect(canvas.getByLabelText('Subject')).toHaveFocus()
    await expect(canvas.getByLabelText('Subject')).toHaveAccessibleDescription('Enter a subject.')
    await expect(canvas.getByLabelText('Message')).toHaveAccessibleDescription('Enter a message.')
    await userEvent.type(canvas.getByLabelText('Subject'), 'Invoice')
    await expect(canvas.queryByText('Enter a subject.')).toBeNull()
    await expect(listStarts()).toHaveLength(0)
  },
})

export const Sending = meta.story({
  parameters: { intercom: { signedInAs: 'customer', delay: 600_000 } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await press(canvas)
    await expect(await canvas.findByRole('button', { name: 'Sending…' })).toBeVisible()
    await expect(canvas.getByLabelText('Message')).toHaveAttribute('readonly')
    await expect(canvas.getByRole('form')).toHaveAttribute('aria-busy', 'true')
  },
})

/** Links to the conversation, and begins again with an empty form. */
export const Sent = meta.story({
  play: async ({ canvas, args }) => {
    await fill(canvas)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    const link = await canvas.findByRole('link', { name: 'Open the conversation' })
    const { id } = world.intercom.workspace.conversations.at(-1)!
    await expect(link).toHaveAttribute('href', `#support/${id}`)
    await userEvent.click(link)
    await expect(args.onOpen).toHaveBeenCalledWith(id, expect.anything())
    await expect(listStarts()).toMatchObject([{ body: { body: 'Missing invoice\n\nOctober is not in the list.' } }])
    await expect(drafts.get('new-conversation', 'reply').text).toBe('')
  },
})

/** The server asks for a pause that is too long to wait for: the form says when to send, and keeps the text. */
export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { signedInAs: 'customer', fault: { id: '429-hostile', method: 'POST', path: /^\/conversations$/ } } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await press(canvas)
    await expect(await canvas.findByText(/You can send this one in 1 minute/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled', 'true')
    canvas.getByLabelText('Message').focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(listStarts()).toHaveLength(1)
    await expect(canvas.getByLabelText('Message')).toHaveValue('October is not in the list.')
  },
})

/** The form says so before the customer writes, and keeps the text through the sign-in. */
export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Sign in to send a message. Your text is kept.')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '#sign-in')
  },
})

/** Each refused file is named with the reason, and the others are attached. */
export const RefusedFiles = meta.story({
  name: 'Refused files',
  play: async ({ canvas, canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]')!
    const invoice = new File([new Uint8Array(84_000)], 'invoice-2026-10.pdf', { type: 'application/pdf' })
    await userEvent.upload(input, [invoice, new File([], 'Reports'), new File([new Uint8Array(3_200_000)], 'screen recording.mov')])
    await expect(canvas.getByText(/^Reports wasn't attached|Reports.* wasn't attached/)).toBeVisible()
    await expect(canvas.getByText('.pdf')).toBeVisible()
  },
})

/** Files go as the first reply. They are in the conversation with the message. */
export const WithFiles = meta.story({
  name: 'With a file',
  play: async ({ canvas, canvasElement }) => {
    await fill(canvas)
    await userEvent.upload(canvasElement.querySelector<HTMLInputElement>('input[type=file]')!, new File(['a,b'], 'orders.csv', { type: 'text/csv' }))
    await press(canvas)
    await canvas.findByRole('link', { name: 'Open the conversation' })
    const [part] = world.intercom.workspace.conversations.at(-1)!.conversation_parts.conversation_parts
    await expect(part?.attachments.map(({ name }) => name)).toEqual(['orders.csv'])
  },
})

/** The message was sent and its files were not: they wait in the reply box of the new conversation. */
export const FilesFailed = meta.story({
  name: 'Files failed',
  parameters: { intercom: { signedInAs: 'customer', fault: { id: '503', method: 'POST', path: /\/reply$/ } } },
  play: async ({ canvas, canvasElement }) => {
    await fill(canvas)
    await userEvent.upload(canvasElement.querySelector<HTMLInputElement>('input[type=file]')!, new File(['a,b'], 'orders.csv', { type: 'text/csv' }))
    await press(canvas)
    await expect(await canvas.findByText(/The files weren't sent/)).toBeVisible()
    const { id } = world.intercom.workspace.conversations.at(-1)!
    await expect(drafts.get(id, 'reply').files.map(({ name }) => name)).toEqual(['orders.csv'])
    await expect(listStarts()).toHaveLength(1)
  },
})

/** The retry has the same key, so the message is not sent twice. */
export const IntercomDown = meta.story({
  name: 'Intercom is down',
  parameters: { intercom: { signedInAs: 'customer', fault: { id: '500', method: 'POST', path: /^\/conversations$/ } } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await press(canvas)
    await expect(await canvas.findByText(/Intercom isn't responding\. Trying again won't send it twice\./)).toBeVisible()
    await expect(canvas.getByLabelText('Subject')).toHaveValue('Missing invoice')
    await expect(canvas.getByLabelText('Message')).toHaveValue('October is not in the list.')
  },
})

/** A lost response: the message may be there. The form says so before it sends again, with a new key. */
export const MaybeSent = meta.story({
  name: 'May have been sent',
  parameters: { intercom: { signedInAs: 'customer', fault: { id: 'conn-reset', method: 'POST', path: /^\/conversations$/, times: 1 } } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await press(canvas)
    await press(canvas, await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText(/may have been sent/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Send again' })).toBeVisible()
    await expect(listStarts()).toHaveLength(1)
  },
})

export const Offline = meta.story({
  parameters: { intercom: { signedInAs: 'customer', app: 'offline' } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await press(canvas)
    await expect(await canvas.findByText(/We can't reach the server\./)).toBeVisible()
    await expect(canvas.getByLabelText('Message')).toHaveValue('October is not in the list.')
  },
})

/** A visitor leaves an email address. Off unless the routes have `verifyVisitor`, where a captcha is checked. */
export const Visitor = meta.story({
  args: { isVisitor: true },
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await fill(canvas)
    await userEvent.type(canvas.getByLabelText('Your email address'), 'nobody')
    await press(canvas)
    await expect(canvas.getByLabelText('Your email address')).toHaveFocus()
    await expect(canvas.getByLabelText('Your email address')).toHaveAccessibleDescription(/Enter your email address/)
    await expect(listStarts()).toHaveLength(0)
  },
})

/** The text stays when the form closes and opens again, also after a reload. */
export const KeepsTheDraft = meta.story({
  name: 'Draft kept',
  tags: ['behaviour'],
  parameters: notPictured,
  beforeEach: () => {
    drafts.set('new-conversation', 'reply', { text: 'A text from before' })
    drafts.set('new-conversation-subject', 'reply', { text: 'A subject from before' })
    return () => clearDrafts()
  },
  args: { subject: 'A subject of the page', message: 'A text of the page' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByLabelText('Message')).toHaveValue('A text from before'))
    await expect(canvas.getByLabelText('Subject')).toHaveValue('A subject from before')
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' }, play: Invalid.input.play! })
export const SentDark = meta.story({ name: 'Sent, dark', globals: { theme: 'dark' }, play: Sent.input.play! })
export const Desktop = meta.story(onDesktop)
export const Phone = meta.story({ ...onPhone, args: { className: 'p-4' } })

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
})
