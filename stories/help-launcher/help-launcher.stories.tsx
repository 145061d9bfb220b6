import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { HelpLauncher, HelpLauncherView } from '@/components/intercom/help-launcher'
import { HelpForm } from '@/components/intercom/support-form/help-form'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, withMessenger } from '../messenger/with-messenger.tsx'
import { withForm } from './with-form.tsx'

/** The launcher in the corner of a page with a form. On phones, it hides while the user types. */
const meta = preview.meta({
  title: 'Messenger/HelpLauncher',
  component: HelpLauncher,
  args: { fallback: helpCentre },
  decorators: [withForm, withMessenger],
  parameters: { docs: { story: { height: '480px' } } },
})

export const Default = meta.story({
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await expect(button.getBoundingClientRect()).toMatchObject({ width: 40, height: 40 })
    await expect(world.messenger.requests).toBe(0)
  },
})

export const Prominent = meta.story({
  args: { look: 'prominent' },
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await expect(button.getBoundingClientRect()).toMatchObject({ width: 48, height: 48 })
  },
})

export const Loading = meta.story({
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
})

/** The launcher hides while the Messenger is open, then returns and gets the focus. */
export const Open = meta.story({
  args: { message: 'Hello' },
  play: async ({ canvas }) => {
    const region = canvas.getByRole('region', { name: 'Help' })
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(region).toHaveAttribute('data-state', 'hidden'))
    getMessengerWindow().Intercom?.('hide')
    await waitFor(() => expect(region).toHaveAttribute('data-state', 'shown'))
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.click(button)
    await waitFor(() => expect(region).not.toBeVisible())
  },
})

export const Unread = meta.story({
  parameters: { ...alsoIn('touch'), intercom: { unread: 1 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 1 unread message' })).toBeVisible()
  },
})
export const ProminentUnread = Unread.extend({ name: 'Prominent, unread', args: { look: 'prominent' } })
export const ManyUnread = meta.story({
  name: 'Many unread',
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 12 unread messages' })).toBeVisible()
  },
})
export const TooManyUnread = meta.story({
  name: 'More than 99 unread',
  parameters: { intercom: { unread: 120 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 120 unread messages' })).toHaveTextContent('99+')
  },
})

/** The error is shown above the launcher, inside the viewport. */
export const Blocked = meta.story({
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    const panel = await canvas.findByRole('group', { name: 'Chat is unavailable' })
    const { left, right, bottom } = panel.getBoundingClientRect()
    await expect(left).toBeGreaterThanOrEqual(0)
    await expect(right).toBeLessThanOrEqual(window.innerWidth)
    await expect(bottom).toBeLessThanOrEqual(button.getBoundingClientRect().top)
  },
})

/** `HelpForm` opens in a dialog. Closing it returns the focus to the button. */
export const BlockedWithForm = meta.story({
  name: 'Blocked, with a form',
  args: { fallback: { form: true } },
  parameters: { intercom: { messenger: 'blocked', signedInAs: 'customer' } },
  render: (args) => (
    <>
      <HelpLauncher {...args} />
      <HelpForm />
    </>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    for (const key of ['{Escape}', '']) {
      await userEvent.click(button)
      const dialog = within(await screen.findByRole('dialog', { name: 'Write to us' }))
      await waitFor(() => expect(dialog.getByLabelText('Subject')).toHaveFocus())
      await expect(canvas.queryByRole('group', { name: 'Chat is unavailable' })).toBeNull()
      if (!key) continue
      await userEvent.keyboard(key)
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      await waitFor(() => expect(button).toHaveFocus())
    }
  },
})

export const TimedOut = meta.story({
  name: 'Timed out',
  render: (args) => <HelpLauncherView fallback={args.fallback} state="failed" reason="timeout" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group')).toHaveTextContent('Chat is taking too long to load.')
  },
})

/** The session expired on the server. */
export const IdentityRefused = meta.story({
  name: 'Identity refused',
  parameters: { intercom: { signedInAs: 'nobody' }, provider: { userId: 'story-user', verifyIdentity: true } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('group')).toHaveTextContent("We couldn't verify your account")
  },
})

/** The launcher is a link to the fallback. */
export const NoAppId = meta.story({
  name: 'No app id',
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toBeVisible()
  },
})
export const NoAppIdWithoutFallback = meta.story({
  name: 'No app id, no fallback',
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'Help' })).toBeNull())
  },
})

export const Phone = meta.story({
  globals: onPhone.globals,
  parameters: { ...onPhone.parameters, intercom: { unread: 4 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 4 unread messages' })).toBeVisible()
  },
})

/** The launcher hides while a text field has the focus, but not for a checkbox. */
export const PhoneWhileTyping = meta.story({
  name: 'Phone, typing',
  ...onPhone,
  play: async ({ canvas }) => {
    const region = canvas.getByRole('region', { name: 'Help' })
    await userEvent.click(canvas.getByRole('checkbox'))
    await expect(region).toHaveAttribute('data-state', 'shown')
    await userEvent.click(canvas.getByRole('textbox', { name: 'Company name' }))
    await expect(region).toHaveAttribute('data-state', 'hidden')
    await userEvent.click(canvas.getByRole('textbox', { name: 'About you' }))
    await expect(region).toHaveAttribute('data-state', 'hidden')
    await userEvent.click(canvas.getByRole('checkbox'))
    await expect(region).toHaveAttribute('data-state', 'shown')
    await userEvent.click(canvas.getByRole('textbox', { name: 'About you' }))
  },
})

/** The launcher stays visible. */
export const DesktopWhileTyping = meta.story({
  name: 'Desktop, typing',
  ...onDesktop,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('textbox', { name: 'Company name' }))
    await expect(canvas.getByRole('region', { name: 'Help' })).toHaveAttribute('data-state', 'shown')
  },
})

export const PhoneBlocked = Blocked.extend({ ...onPhone, name: 'Phone, blocked' })
export const Dark = Unread.extend({ name: 'Dark', globals: { theme: 'dark' } })
export const DarkProminent = ProminentUnread.extend({ name: 'Dark, prominent', globals: { theme: 'dark' } })

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    const region = await canvas.findByRole('region', { name: 'المساعدة' })
    await expect(region.getBoundingClientRect().left).toBe(20)
    await expect(await canvas.findByRole('button', { name: /رسالة غير مقروءة/ })).toBeVisible()
  },
})
