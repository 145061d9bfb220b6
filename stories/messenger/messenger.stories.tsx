import { expect, userEvent, waitFor } from 'storybook/test'
import { notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { MessengerPage } from './messenger-page.tsx'
import { wholePage } from '../support-inbox/whole-page'

/** The provider, the hook and the four components in one app, with a mocked Messenger. */
const meta = preview.meta({
  title: 'Messenger/Messenger',
  component: MessengerPage,
  parameters: {
    a11y: wholePage,
    docs: { story: { height: '520px' } },
  },
})

const listMethods = () => world.messenger.calls.map(({ method }) => method)

/** The default. The Messenger loads after the page, once the browser is idle, and the unread count arrives. */
export const WhenIdle = meta.story({
  name: 'Load when idle',
  parameters: { intercom: { unread: 3 } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
    await expect(await canvas.findByRole('button', { name: 'Support 3 unread messages' })).toBeVisible()
  },
})

/** Nothing loads until the user hovers over or focuses a help button. Until then, no reply and no outbound message shows. */
export const WhenReachedFor = meta.story({
  name: 'Load on intent',
  args: { load: 'intent' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('waiting'))
    await expect(world.messenger.requests).toBe(0)
    await userEvent.hover(canvas.getByRole('button', { name: 'Support' }))
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
    await expect(world.messenger.requests).toBe(1)
  },
})

export const AtOnce = meta.story({
  name: 'Load immediately',
  args: { load: 'now' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
  },
})

/** Calls made before the script loads run once it is ready. */
export const Late = meta.story({
  name: 'Slow script',
  parameters: { intercom: { messenger: 'late' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    await expect(canvas.getByTestId('status')).toHaveTextContent('loading')
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'), { timeout: 10_000 })
    await expect(world.messenger.view?.isOpen).toBe(true)
  },
})

/** The rest of the page keeps working. */
export const Loading = meta.story({
  name: 'Script never loads',
  args: { load: 'now' },
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('loading'))
  },
})

/** The page keeps working. Excluded from the tests, which treat any error as a failure. */
export const Broken = meta.story({
  name: 'Script throws',
  tags: ['!test'],
  parameters: { intercom: { messenger: 'broken' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(canvas.getByRole('button', { name: 'Support' })).toHaveAttribute('aria-busy', 'true')
  },
})

export const Blocked = meta.story({
  args: { load: 'now' },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('blocked'))
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    await expect(await canvas.findByRole('group', { name: 'Chat is unavailable' })).toBeVisible()
  },
})

export const NoAppId = meta.story({
  name: 'No app id',
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('off'))
    await expect(canvas.getAllByRole('link', { name: 'Open the help centre' }).length).toBeGreaterThan(1)
  },
})

/** Each user gets their own session, without data of the previous user. */
export const LogInLogOut = meta.story({
  name: 'Log in and log out',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { load: 'now' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
    await expect(world.messenger.view?.settings).not.toHaveProperty('user_id')

    await userEvent.click(canvas.getByRole('button', { name: 'Log in as Ingrid' }))
    await waitFor(() => expect(world.messenger.view?.settings).toMatchObject({ user_id: 'user_ingrid', plan: 'Team' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Switch to Tomás' }))
    await waitFor(() => expect(world.messenger.view?.settings).toMatchObject({ user_id: 'user_tomas' }))
    await expect(world.messenger.view?.settings).not.toHaveProperty('email', 'ingrid.solheim@haldenbrook.example')

    await userEvent.click(canvas.getByRole('button', { name: 'Log out' }))
    await waitFor(() => expect(world.messenger.view?.settings).not.toHaveProperty('user_id'))
    await expect(listMethods().filter((method) => method === 'shutdown')).toHaveLength(2)
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))

    await userEvent.click(canvas.getByRole('button', { name: 'Log in as Tomás' }))
    await waitFor(() => expect(world.messenger.view?.settings).toMatchObject({ user_id: 'user_tomas' }))
    await expect(canvas.getByRole('heading', { level: 1, name: 'Good afternoon, Tomás Ferreira' })).toBeVisible()
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
  },
})

/** Every badge shows the unread reply until it is read. */
export const ReplyArrives = meta.story({
  name: 'Reply arrives',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { load: 'now' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
    world.messenger.setUnreadCount(4)
    await expect(await canvas.findByRole('button', { name: 'Support 4 unread messages' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Get help 4 unread messages' })).toBeVisible()
    await expect(canvas.getByText('4 new replies')).toBeVisible()
  },
})

export const Open = meta.story({
  name: 'Messenger open',
  args: { load: 'now' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    await waitFor(() => expect(canvas.getByTestId('isOpen')).toHaveTextContent('true'))
  },
})

export const Dark = Open.extend({ name: 'Dark', globals: { theme: 'dark' } })
export const Phone = meta.story({
  args: { load: 'now' },
  globals: onPhone.globals,
  parameters: { ...onPhone.parameters, intercom: { unread: 12 } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('12 new replies')).toBeVisible()
  },
})
export const RightToLeft = meta.story({
  name: 'Right to left',
  args: { load: 'now' },
  globals: { dir: 'rtl', locale: 'ar' },
  parameters: { intercom: { unread: 3 } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/ردود جديدة/)).toBeVisible()
  },
})
