import { expect, userEvent, waitFor } from 'storybook/test'
import { HelpLauncher, HelpLauncherView } from '@/components/intercom/help-launcher'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import { onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, withMessenger } from '../messenger/with-messenger.tsx'
import { withForm } from './with-form.tsx'

/** In the corner of a page with a form. On a phone it goes while somebody types. */
const meta = preview.meta({
  title: 'Messenger/HelpLauncher',
  component: HelpLauncher,
  args: { fallback: helpCentre },
  decorators: [withForm, withMessenger],
  parameters: { docs: { story: { height: '480px' } } },
})

export const Default = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await expect(button.getBoundingClientRect()).toMatchObject({ width: 48, height: 48 })
    await expect(world.messenger.requests).toBe(0)
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

/** It makes room for the Messenger, and is back, with the focus, when that is closed. */
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
  parameters: { intercom: { unread: 1 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 1 unread message' })).toBeVisible()
  },
})
export const ManyUnread = meta.story({
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 12 unread messages' })).toBeVisible()
  },
})
export const TooManyUnread = meta.story({
  parameters: { intercom: { unread: 120 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 120 unread messages' })).toHaveTextContent('99+')
  },
})

/** What went wrong stands above it, inside the page. */
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

/** The script came, and the Messenger never did. */
export const TimedOut = meta.story({
  render: (args) => <HelpLauncherView fallback={args.fallback} state="failed" reason="timeout" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group')).toHaveTextContent('Chat is taking too long to load.')
  },
})

/** The app's server does not know who is signed in any more. */
export const IdentityRefused = meta.story({
  parameters: { intercom: { signedInAs: 'nobody' }, provider: { userId: 'story-user', verifyIdentity: true } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('group')).toHaveTextContent("We couldn't verify your account")
  },
})

/** A link to what there is. */
export const NoAppId = meta.story({
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toBeVisible()
  },
})
export const NoAppIdWithoutFallback = meta.story({
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

/** It is over no field that somebody types in; a checkbox needs no room. */
export const PhoneWhileTyping = meta.story({
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

/** Where there is room, it stays. */
export const DesktopWhileTyping = meta.story({
  ...onDesktop,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('textbox', { name: 'Company name' }))
    await expect(canvas.getByRole('region', { name: 'Help' })).toHaveAttribute('data-state', 'shown')
  },
})

export const PhoneBlocked = Blocked.extend(onPhone)
export const Dark = Unread.extend({ globals: { theme: 'dark' } })

/** In the other corner. */
export const RightToLeft = meta.story({
  globals: { dir: 'rtl', locale: 'ar' },
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    const region = await canvas.findByRole('region', { name: 'المساعدة' })
    await expect(region.getBoundingClientRect().left).toBe(20)
    await expect(await canvas.findByRole('button', { name: /رسالة غير مقروءة/ })).toBeVisible()
  },
})
