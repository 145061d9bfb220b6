import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { wholePage } from './whole-page'

/** An agent begins a conversation: finds a customer, writes, sends. */
const meta = preview.meta({
  title: 'Inbox/SupportInbox/New message',
  tags: ['!autodocs'],
  component: SupportInbox,
  args: { className: 'h-dvh' },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage },
})

type Canvas = ReturnType<typeof within>
const listMessages = () => world.intercom.requests.filter(({ path }) => path === '/messages')

async function open(canvas: Canvas): Promise<Canvas> {
  await userEvent.click(await canvas.findByRole('button', { name: /^(New message|رسالة جديدة)/ }))
  const dialog = await screen.findByRole('dialog')
  await waitFor(() => expect(within(dialog).getByRole('combobox')).toBeVisible())
  return within(dialog)
}

async function choose(dialog: Canvas, query: string, name: RegExp): Promise<void> {
  await userEvent.type(dialog.getByRole('combobox'), query)
  await userEvent.click(await dialog.findByRole('option', { name }))
  await waitFor(() => expect(dialog.getByLabelText('Message')).toHaveFocus())
}

/** Offers the customers of the list before the agent types. */
export const Opened = meta.story({
  tags: ['behaviour', '!manifest'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const dialog = await open(canvas)
    await waitFor(() => expect(dialog.getAllByRole('option')).toHaveLength(5))
    await expect(dialog.getByRole('combobox')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getByRole('button', { name: /^New message/ })).toHaveFocus())
  },
})

/** The message starts a conversation, which opens in the inbox. */
export const InApp = meta.story({
  name: 'In the app',
  tags: ['behaviour', '!manifest'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const dialog = await open(canvas)
    await choose(dialog, 'ravi', /Ravi Subramaniam/)
    await userEvent.type(dialog.getByLabelText('Message'), 'Your export is ready.')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(within(await canvas.findByRole('log')).getByText('Your export is ready.')).toBeVisible()
    await waitFor(() => expect(document.activeElement?.closest('[data-slot=support-inbox-thread]')).not.toBeNull())
    await expect(listMessages()).toMatchObject([{ body: { message_type: 'in_app', from: { id: Number(world.adminId) } } }])
  },
})

/** An email needs a subject. */
export const ByEmail = meta.story({
  name: 'By email',
  tags: ['behaviour', '!manifest'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const dialog = await open(canvas)
    await choose(dialog, 'ravi', /Ravi Subramaniam/)
    await userEvent.click(dialog.getByRole('radio', { name: 'Email' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await expect(dialog.getByLabelText('Subject')).toHaveFocus()
    await expect(dialog.getByText('Enter a subject.')).toBeVisible()
    await userEvent.type(dialog.getByLabelText('Subject'), 'Your export')
    await userEvent.type(dialog.getByLabelText('Message'), 'It is ready.')
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(listMessages()).toMatchObject([{ body: { message_type: 'email', subject: 'Your export' } }]))
  },
})

export const NothingFound = meta.story({
  name: 'Nothing found',
  play: async ({ canvas }) => {
    const dialog = await open(canvas)
    await userEvent.type(dialog.getByRole('combobox'), 'zeppelin')
    await expect(await dialog.findByText('No customer matches “zeppelin”.')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await expect(dialog.getByRole('combobox')).toHaveFocus()
    await expect(dialog.getByText('Choose a customer.')).toBeVisible()
  },
})

/** The text is kept, also if the dialog closes. A retry doesn't send twice. */
export const Failed = meta.story({
  parameters: { intercom: { fault: { id: '500', method: 'POST', path: /^\/messages$/ } } },
  play: async ({ canvas }) => {
    const dialog = await open(canvas)
    await choose(dialog, 'ravi', /Ravi Subramaniam/)
    await userEvent.type(dialog.getByLabelText('Message'), 'Your export is ready.')
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await expect(await dialog.findByText(/Trying again won't send it twice/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect((await open(canvas)).getByLabelText('Message')).toHaveValue('Your export is ready.')
  },
})

export const Dark = meta.story({ globals: { ...onDesktop.globals, theme: 'dark' }, play: async ({ canvas }) => void (await open(canvas)) })
export const Phone = meta.story({ ...onPhone, play: async ({ canvas }) => void (await open(canvas)) })
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { ...onDesktop.globals, dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => void (await open(canvas)),
})
