import { expect, userEvent, waitFor } from 'storybook/test'
import { AccountSettings } from '@/components/intercom/account-settings'
import { resetAccount } from '../../.storybook/account.ts'
import { resetCheckout } from '../../.storybook/checkout.ts'
import { alsoIn, notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { arabicSections, sections } from './sections.tsx'
import { withCustomer } from './with-customer.tsx'

function clearAddress(): void {
  history.replaceState(null, '', location.pathname + location.search)
}

/** The settings of an account, one tab per section. */
const meta = preview.meta({
  title: 'Account/AccountSettings',
  component: AccountSettings,
  args: { sections },
  decorators: [withCustomer],
  beforeEach: () => {
    resetAccount()
    resetCheckout()
    clearAddress()
    return clearAddress
  },
  parameters: { intercom: { signedInAs: 'customer' } },
})

export const Default = meta.story({ parameters: alsoIn('touch') })

/** Arrow keys select a tab, Home and End jump to the first and last, and Tab moves into the panel. */
export const Keyboard = meta.story({
  tags: ['behaviour'],
  parameters: notPictured,
  globals: onDesktop.globals,
  play: async ({ canvas }) => {
    const tab = (name: string) => canvas.getByRole('tab', { name })
    await userEvent.tab()
    await expect(tab('Profile')).toHaveFocus()
    // Selecting a tab must not make it wider, or its neighbours move.
    await expect(getComputedStyle(tab('Profile')).fontWeight).toBe(getComputedStyle(tab('Subscription')).fontWeight)
    await userEvent.keyboard('{ArrowDown}')
    await expect(tab('Subscription')).toHaveFocus()
    await expect(tab('Subscription')).toHaveAttribute('aria-selected', 'true')
    await expect(location.hash).toBe('#subscription')
    await userEvent.keyboard('{End}')
    await expect(tab('Notifications')).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{ArrowDown}')
    await expect(tab('Profile')).toHaveAttribute('aria-selected', 'true')
    await userEvent.tab()
    await expect(canvas.getByRole('tabpanel', { name: 'Profile' })).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByLabelText('Name')).toHaveFocus()
  },
})

/** A link to a section selects its tab, and so do the browser's Back button and a link on the page. */
export const DeepLink = meta.story({
  name: 'Deep link',
  beforeEach: () => {
    clearAddress()
    history.replaceState(null, '', '#notifications')
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('tab', { name: 'Notifications' })).toHaveAttribute('aria-selected', 'true'))
    location.hash = 'subscription'
    await waitFor(() => expect(canvas.getByRole('tab', { name: 'Subscription' })).toHaveAttribute('aria-selected', 'true'))
    location.hash = 'nothing-of-the-kind'
    await waitFor(() => expect(canvas.getByRole('tab', { name: 'Profile' })).toHaveAttribute('aria-selected', 'true'))
  },
})

/** The value that couldn't be saved is still there when the user returns to the tab. */
export const KeepsWhatWasTyped = meta.story({
  name: 'Unsaved input survives a tab change',
  tags: ['behaviour'],
  parameters: notPictured,
  beforeEach: () => resetAccount({ failures: 1 }),
  play: async ({ canvas }) => {
    const name = canvas.getByLabelText('Name')
    await userEvent.clear(name)
    await userEvent.type(name, 'Maya O.')
    await userEvent.click(canvas.getByRole('tab', { name: 'Subscription' }))
    await expect(await canvas.findByRole('tabpanel', { name: 'Subscription' })).toBeVisible()
    await userEvent.click(canvas.getByRole('tab', { name: 'Profile' }))
    await expect(canvas.getByLabelText('Name')).toHaveValue('Maya O.')
    await expect(await canvas.findByRole('button', { name: 'Try again: Name' })).toBeVisible()
  },
})

export const Subscription = meta.story({ args: { value: 'subscription' }, parameters: alsoIn('rightToLeft') })
export const Notifications = meta.story({ args: { value: 'notifications' } })
export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)
export const Desktop = meta.story(onDesktop)

/** The arrow keys follow the text direction. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar', ...onPhone.globals },
  parameters: onPhone.parameters,
  args: { sections: arabicSections },
})
