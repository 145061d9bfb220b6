import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { AppShell } from '@/components/intercom/app-shell'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import { alsoIn, notPictured, onDesktop, onPhone, onTablet } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { helpCentre } from '../messenger/with-messenger.tsx'
import { wholePage } from '../support-inbox/whole-page.ts'
import { accountLinks, arabicUser, links, logo, topLinks, user } from './frame.tsx'
import { Reports } from './reports.tsx'
import { arabic } from './words.ts'

const failingSignOut = fn(() => Promise.reject(new Error('offline')))
const signOut = fn((): Promise<void> => {
  // Record the Messenger's state when the app's session ends.
  seenAtSignOut = world.messenger.view
  return Promise.resolve()
})
let seenAtSignOut: unknown

/** The frame of an app: sidebar, top bar and account menu. */
const meta = preview.meta({
  title: 'Account/AppShell',
  component: AppShell,
  args: {
    logo,
    user,
    links: links('reports'),
    topLinks: topLinks(),
    accountLinks: accountLinks(),
    supportFallback: { ...helpCentre, label: 'Help centre' },
    children: <Reports />,
  },
  decorators: [withCustomer],
  parameters: { a11y: wholePage, intercom: { signedInAs: 'customer' } },
})

export const Default = meta.story({ parameters: alsoIn('touch') })

/** The first tab stop skips to the page content. */
export const SkipLink = meta.story({
  name: 'Skip link',
  play: async ({ canvas }) => {
    await userEvent.tab()
    const skip = canvas.getByRole('link', { name: 'Skip to content' })
    await expect(skip).toHaveFocus()
    await expect(skip).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('main')).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByRole('link', { name: 'Accounts by plan' })).toHaveFocus()
  },
})

/** The collapsed sidebar keeps its link names for screen readers. */
export const Collapses = meta.story({
  name: 'Collapsed sidebar',
  ...onDesktop,
  play: async ({ canvas }) => {
    const sidebar = within(canvas.getByRole('navigation', { name: 'Main' }))
    await userEvent.click(sidebar.getByRole('button', { name: 'Collapse sidebar' }))
    const button = canvas.getByRole('button', { name: 'Expand sidebar' })
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await expect(button).toHaveFocus()
    await expect(canvas.getByRole('link', { name: 'Reports' })).toHaveAttribute('aria-current', 'page')
  },
})

/** Below 1,024 pixels, the sidebar begins collapsed, until the user expands it. */
export const Tablet = meta.story({
  ...onTablet,
  play: async ({ canvas }) => {
    if (window.innerWidth < 768 || window.innerWidth >= 1024) return
    await expect(canvas.getByRole('link', { name: 'Reports' })).toHaveAttribute('title', 'Reports')
    await userEvent.click(canvas.getByRole('button', { name: 'Expand sidebar' }))
    await expect(canvas.getByRole('link', { name: 'Reports' })).not.toHaveAttribute('title')
    await userEvent.click(canvas.getByRole('button', { name: 'Collapse sidebar' }))
  },
})

/** The number is part of the link's name. */
export const WithCount = meta.story({
  name: 'With a count',
  ...onDesktop,
  args: { links: links('reports', undefined, true, 12) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Support inbox 12' })).toBeVisible()
  },
})

/** The collapsed link shows a dot, and keeps the number in its name. */
export const WithCountCollapsed = meta.story({
  name: 'With a count, collapsed',
  ...onDesktop,
  args: { links: links('reports', undefined, true, 12), defaultIsCollapsed: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Support inbox 12' })).toBeVisible()
  },
})

/** On a phone, the navigation opens in a dialog that Escape closes. */
export const Phone = meta.story({
  ...onPhone,
  play: async ({ canvas }) => {
    if (window.innerWidth >= 768) return
    const menu = canvas.getByRole('button', { name: 'Open menu' })
    await userEvent.click(menu)
    const dialog = within(document.body).getByRole('dialog', { name: 'Menu' })
    await expect(within(dialog).getByRole('link', { name: 'Reports' })).toHaveAttribute('aria-current', 'page')
    await expect(within(dialog).getByRole('link', { name: 'Docs' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(menu).toHaveFocus())
  },
})

export const PhoneMenu = meta.story({
  name: 'Phone: menu open',
  ...onPhone,
  play: async ({ canvas }) => {
    if (window.innerWidth >= 768) return
    await userEvent.click(canvas.getByRole('button', { name: 'Open menu' }))
    await expect(within(document.body).getByRole('dialog')).toBeVisible()
  },
})

export const AccountMenuOpen = meta.story({
  name: 'Account menu open',
  // Radix renders the menu at the end of the body, outside all landmarks.
  parameters: { ...alsoIn('touch'), a11y: { config: { rules: [{ id: 'region', enabled: false }] } } },
  args: {
    user: {
      ...user,
      name: 'Wolfeschlegelsteinhausenbergerdorff Maximiliane Adelheid von und zu Hohenlohe-Schillings-9',
    },
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /'s account$/ }))
    await expect(await within(document.body).findByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  },
})

/** The Messenger session ends before the app's session, so no data is left for the next user. */
export const SignsOut = meta.story({
  name: 'Signing out',
  tags: ['behaviour'],
  parameters: { ...notPictured, onSignOut: signOut },
  play: async ({ canvas }) => {
    signOut.mockClear()
    await waitFor(() => expect(world.messenger.view?.settings.user_id).toBe('story-user'), { timeout: 10_000 })
    canvas.getByRole('button', { name: "Maya Okafor's account" }).focus()
    await userEvent.keyboard('{Enter}')
    const item = await within(document.body).findByRole('menuitem', { name: 'Sign out' })
    await userEvent.keyboard('{End}')
    await expect(item).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(signOut).toHaveBeenCalledTimes(1))
    await expect(seenAtSignOut).toBeNull()
    await expect(world.messenger.calls.filter(({ method }) => method === 'shutdown')).toHaveLength(1)
  },
})

/** An alert reports the failure, and the Messenger session stays open. */
export const SignOutFails = meta.story({
  name: 'Signing out fails',
  parameters: { onSignOut: failingSignOut },
  play: async ({ canvas }) => {
    await waitFor(() => expect(world.messenger.view).not.toBeNull(), { timeout: 10_000 })
    await userEvent.click(canvas.getByRole('button', { name: "Maya Okafor's account" }))
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Sign out' }))
    await expect(await canvas.findByText(/^You're still signed in/)).toBeVisible()
    await waitFor(() => expect(world.messenger.view?.settings.user_id).toBe('story-user'), { timeout: 10_000 })
  },
})

/** Retrying from the alert keeps the focus, and the alert can be dismissed. */
export const SignOutFailsAgain = meta.story({
  name: 'Signing out fails twice',
  tags: ['behaviour'],
  parameters: { ...notPictured, onSignOut: failingSignOut },
  play: async ({ canvas }) => {
    failingSignOut.mockClear()
    await userEvent.click(canvas.getByRole('button', { name: "Maya Okafor's account" }))
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Sign out' }))
    const retry = await canvas.findByRole('button', { name: 'Try again' })
    await userEvent.click(retry)
    await waitFor(() => expect(failingSignOut).toHaveBeenCalledTimes(2))
    await waitFor(() => expect(retry).not.toHaveAttribute('aria-disabled', 'true'))
    await expect(canvas.getByText(/^You're still signed in/)).toBeVisible()
    await expect(retry).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }))
    await expect(canvas.queryByText(/^You're still signed in/)).toBeNull()
    await expect(canvas.getByRole('main')).toHaveFocus()
  },
})

/** The button's label is truncated so that the app's name fits. */
export const LongSupport = meta.story({
  name: 'Phone: long support label',
  globals: onPhone.globals,
  args: { supportFallback: { ...helpCentre, label: 'Write to our support team in Bergen' } },
  parameters: { ...onPhone.parameters, intercom: { signedInAs: 'customer', messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await canvas.findByRole('link', { name: 'Write to our support team in Bergen' })
    const name = canvas.getByText('Tidewater')
    await expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth)
    const header = canvas.getByRole('banner')
    await expect(header.scrollWidth).toBeLessThanOrEqual(header.clientWidth)
  },
})

/** The name is truncated so that the Support button fits. */
export const LongLogo = meta.story({
  name: 'Phone: long app name',
  ...onPhone,
  args: {
    logo: (
      <a href="#dashboard" className="flex min-w-0">
        <span className="truncate">Tidewater Oceanographic Institute of the North Sea and the Skagerrak</span>
      </a>
    ),
  },
  play: async ({ canvas }) => {
    const words = within(await canvas.findByRole('button', { name: 'Support' })).getByText('Support')
    await expect(words.scrollWidth).toBeLessThanOrEqual(words.clientWidth)
    const header = canvas.getByRole('banner')
    await expect(header.scrollWidth).toBeLessThanOrEqual(header.clientWidth)
  },
})

export const OpensSupport = meta.story({
  name: 'Support opens the Messenger',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Support' }))
    await waitFor(() => expect(world.messenger.view?.isOpen).toBe(true), { timeout: 10_000 })
    getMessengerWindow().Intercom?.('hide')
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Desktop = meta.story(onDesktop)

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: {
    links: links('reports', arabic),
    topLinks: topLinks(arabic),
    accountLinks: accountLinks(arabic),
    user: arabicUser,
  },
})
