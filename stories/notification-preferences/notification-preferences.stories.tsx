import { expect, userEvent, waitFor } from 'storybook/test'
import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { account, resetAccount } from '../../.storybook/account.ts'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { chosen, preferences } from './preferences.ts'

/** Switches that save as soon as they change. */
const meta = preview.meta({
  title: 'Account/NotificationPreferences',
  component: NotificationPreferences,
  args: { preferences, values: chosen, className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetAccount(),
  parameters: { intercom: { signedInAs: 'customer' } },
})

type Canvas = { getByRole: (role: string, by: { name: string }) => HTMLElement }
const toggle = (canvas: Canvas, name = 'Weekly digest') => userEvent.click(canvas.getByRole('switch', { name }))

export const Default = meta.story({
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    const fill = (name: string) => getComputedStyle(canvas.getByRole('switch', { name })).backgroundColor
    await expect(fill('Weekly digest')).toBe('rgba(0, 0, 0, 0)')
    await expect(fill('Mentions')).not.toBe(fill('Weekly digest'))
  },
})

/** Turning the emails off sets `unsubscribed_from_emails` in Intercom and tracks one event. */
export const TellsIntercom = meta.story({
  name: 'Syncs with Intercom',
  play: async ({ canvas }) => {
    await waitFor(() => expect(world.messenger.view).not.toBeNull(), { timeout: 10_000 })
    await userEvent.tab()
    await expect(canvas.getByRole('switch', { name: 'News and tips by email' })).toHaveFocus()
    await userEvent.keyboard(' ')
    await waitFor(() => expect(account.values).toEqual({ product_news: false }))
    await waitFor(() => expect(world.messenger.events).toHaveLength(1), { timeout: 10_000 })
    await expect(world.messenger.events[0]).toMatchObject({
      name: 'profile_updated',
      metadata: { fields_changed: 'product_news' },
    })
    await waitFor(() => expect(world.messenger.view?.settings.unsubscribed_from_emails).toBe(true), { timeout: 10_000 })
  },
})

/** The saving status doesn't narrow the description. */
export const Saving = meta.story({
  args: { className: 'max-w-80 p-6' },
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    const description = canvas.getByText(/^What changed/)
    const width = description.clientWidth
    await toggle(canvas)
    await waitFor(() => expect(canvas.getByRole('switch', { name: 'Weekly digest' })).toHaveAttribute('aria-busy', 'true'))
    await waitFor(() => expect(account.holds).toHaveLength(1))
    await expect(canvas.getByText('Saving…')).toBeVisible()
    await expect(description.clientWidth).toBe(width)
  },
})

/** The last position of the switch is the one that gets saved. */
export const Slow = meta.story({
  name: 'Changed while saving',
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    await toggle(canvas)
    await waitFor(() => expect(account.holds).toHaveLength(1))
    await toggle(canvas)
    account.holds?.[0]?.()
    await waitFor(() => expect(account.holds).toHaveLength(2))
    account.holds?.[1]?.()
    await waitFor(() => expect(account.values).toEqual({ weekly_digest: false }))
    await expect(canvas.getByRole('switch', { name: 'Weekly digest' })).not.toBeChecked()
  },
})

export const Saved = meta.story({
  play: async ({ canvas }) => {
    await toggle(canvas)
    await waitFor(() => expect(canvas.getByText('Weekly digest: saved')).toBeInTheDocument())
    await expect(canvas.getByRole('switch', { name: 'Weekly digest' })).toBeChecked()
  },
})

export const FieldError = meta.story({
  name: 'Field error',
  beforeEach: () => resetAccount({ refuses: { weekly_digest: 'Digests are turned off for your workspace.' } }),
  play: async ({ canvas }) => {
    await toggle(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Digests are turned off for your workspace.')
  },
})

export const Failed = meta.story({
  beforeEach: () => resetAccount({ failures: 1 }),
  play: async ({ canvas }) => {
    await toggle(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Your change is still here')
    await expect(canvas.getByRole('switch', { name: 'Weekly digest' })).toBeChecked()
  },
})

/** The switch keeps its new position, and the change is saved once the server can be reached. */
export const Offline = meta.story({
  parameters: { intercom: { signedInAs: 'customer', app: 'offline' } },
  play: async ({ canvas, canvasElement }) => {
    await toggle(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent("we can't reach the server")
    await expect(canvasElement.querySelector('[data-slot=field-error]')).toHaveAttribute('data-state', 'waiting')
    await expect(canvasElement.querySelector('[aria-invalid=true]')).toBeNull()
    await expect(canvas.queryByRole('button', { name: /^Try again/ })).toBeNull()
  },
})

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await toggle(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent("you're signed out")
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' }, beforeEach: Failed.input.beforeEach, play: Failed.play })
export const Phone = meta.story({
  ...onPhone,
  args: { className: 'p-4' },
  beforeEach: Failed.input.beforeEach,
  play: Failed.play,
})
export const Desktop = meta.story(onDesktop)

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: {
    preferences: [
      { name: 'product_news', label: 'الأخبار والنصائح بالبريد', description: 'نحو مرتين في الشهر.', isIntercomEmail: true },
      { name: 'weekly_digest', label: 'الملخص الأسبوعي', description: 'كل يوم اثنين.' },
    ],
  },
})
