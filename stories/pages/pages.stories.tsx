import { expect, userEvent, waitFor, within } from 'storybook/test'
import { resetAccount } from '../../.storybook/account.ts'
import { resetCheckout } from '../../.storybook/checkout.ts'
import { buildDemoWorkspace } from '../../mocks/data/demo.ts'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { wholePage } from '../support-inbox/whole-page.ts'
import { App } from './app.tsx'
import { agent } from './people.ts'

/** Whole pages of an app. The links navigate between them. */
const meta = preview.meta({
  title: 'Pages',
  component: App,
  beforeEach: () => {
    resetAccount()
    resetCheckout()
    localStorage.removeItem('story-dashboard-banner')
  },
  parameters: { a11y: wholePage, docs: { story: { height: '720px' } }, intercom: { workspace: buildDemoWorkspace } },
})

const customer = { intercom: { signedInAs: 'customer' } }

/** The banner opens the Messenger with a prefilled message. */
export const Dashboard = meta.story({
  parameters: { ...customer, ...alsoIn('rightToLeft', 'touch') },
  play: async ({ canvas, canvasElement }) => {
    // Plays in Arabic as well, so it finds parts by their slots.
    const part = (slot: string) => canvasElement.querySelector(`[data-slot=${slot}]`)
    await waitFor(() => expect(part('chat-banner')).toBeVisible())
    await expect(canvas.queryByRole('link', { name: 'Support inbox' })).toBeNull()
    await waitFor(() => expect(part('help-launcher')).toBeVisible())
  },
})

export const Settings = meta.story({
  args: { start: 'settings' },
  parameters: { ...customer, ...alsoIn('touch') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Help' })).toBeVisible()
  },
})

export const Inbox = meta.story({
  args: { start: 'inbox', user: agent },
  parameters: alsoIn('rightToLeft', 'touch'),
  play: async ({ canvas, canvasElement }) => {
    // The list mounts again if another user than in the last story signs in, so find it anew each time.
    const getList = () => within(canvasElement.querySelector<HTMLElement>('[data-slot=conversation-list]') ?? document.createElement('nav'))
    await waitFor(() => expect(getList().getAllByRole('listitem').length).toBeGreaterThan(8), { timeout: 10_000 })
    await expect(canvas.getByRole('button', { name: /Priya Raman/ })).toBeVisible()
    // On wide screens, open a conversation with more to see than the first one.
    if (window.innerWidth < 1280) return
    await expect(await canvas.findByRole('log', {}, { timeout: 10_000 })).toBeVisible()
    const ravi = getList().getByRole('button', { name: /^Ravi Subramaniam/ })
    await userEvent.click(ravi)
    await expect(await canvas.findByRole('heading', { name: /SSO redirect loop/ }, { timeout: 10_000 })).toBeVisible()
    // The picture shows the page at rest.
    await userEvent.unhover(ravi)
    await waitFor(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      return expect(document.body).toHaveFocus()
    })
  },
})

/** The Messenger stays mounted, and a changed name is tracked as one event. */
export const FromPageToPage = meta.story({
  name: 'Navigation between pages',
  parameters: { ...customer, ...onDesktop.parameters },
  globals: onDesktop.globals,
  play: async ({ canvas }) => {
    await waitFor(() => expect(world.messenger.view).not.toBeNull(), { timeout: 10_000 })
    const main = within(canvas.getByRole('navigation', { name: 'Main' }))
    await userEvent.click(main.getByRole('link', { name: 'Settings' }))
    const name = await canvas.findByLabelText('Name')
    await userEvent.clear(name)
    await userEvent.type(name, 'Maya O.')
    await userEvent.click(main.getByRole('link', { name: 'Dashboard' }))
    await expect(await canvas.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible()
    await waitFor(() => expect(world.messenger.events).toHaveLength(1), { timeout: 10_000 })
    await expect(world.messenger.events[0]).toMatchObject({ metadata: { fields_changed: 'name' } })
    await expect(world.messenger.calls.filter(({ method }) => method === 'boot')).toHaveLength(1)
  },
})

export const DashboardDark = meta.story({
  name: 'Dashboard, dark',
  parameters: { ...customer, ...onDesktop.parameters },
  globals: { theme: 'dark', ...onDesktop.globals },
})
export const DashboardPhone = meta.story({
  name: 'Dashboard, phone',
  parameters: { ...customer, ...onPhone.parameters },
  globals: onPhone.globals,
})
export const SettingsDark = meta.story({
  name: 'Settings, dark',
  args: { start: 'settings' },
  parameters: { ...customer, ...onDesktop.parameters },
  globals: { theme: 'dark', ...onDesktop.globals },
})
export const SettingsPhone = meta.story({
  name: 'Settings, phone',
  args: { start: 'settings' },
  parameters: { ...customer, ...onPhone.parameters },
  globals: onPhone.globals,
})
export const SettingsRightToLeft = meta.story({
  name: 'Settings, right to left',
  args: { start: 'settings' },
  parameters: customer,
  globals: { dir: 'rtl', locale: 'ar' },
})
export const InboxPhone = meta.story({ name: 'Inbox, phone', args: { start: 'inbox', user: agent }, ...onPhone })
