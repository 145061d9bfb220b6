import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import { checkout, resetCheckout } from '../../.storybook/checkout.ts'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { scale, team, usage } from './plans.ts'

/** The current plan, its usage and the upgrade to a larger plan. */
const meta = preview.meta({
  title: 'Account/SubscriptionPanel',
  component: SubscriptionPanel,
  args: { plan: team, nextPlan: scale, usage, onUpgraded: fn(), className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetCheckout(),
  parameters: { intercom: { signedInAs: 'customer' } },
})

const upgrade = async ({ canvas }: { canvas: { getByRole: (role: string, by: { name: string | RegExp }) => HTMLElement } }) => {
  await userEvent.click(canvas.getByRole('button', { name: /Upgrade|الترقية/ }))
}

export const Default = meta.story({ parameters: alsoIn('touch') })

export const LargestPlan = meta.story({ name: 'Largest plan', args: { plan: scale, nextPlan: null, usage: [] } })

/** The button keeps the focus, and clicking it again does nothing. */
export const Saving = meta.story({
  beforeEach: () => resetCheckout('never'),
  play: async (context) => {
    await upgrade(context)
    const button = await context.canvas.findByRole('button', { name: 'Opening checkout…' })
    await expect(button).toHaveFocus()
  },
})

export const Saved = meta.story({
  play: async (context) => {
    await upgrade(context)
    await expect(await context.canvas.findByText("You're now on Scale")).toBeVisible()
  },
})

/** The bank declined the payment, and nothing was charged. */
export const FieldError = meta.story({
  name: 'Card declined',
  beforeEach: () => resetCheckout('declined'),
  play: async (context) => {
    await upgrade(context)
    await expect(await context.canvas.findByRole('alert')).toHaveTextContent("You weren't charged. The card was declined.")
  },
})

/** The response was lost, so the payment may or may not have succeeded. */
export const Failed = meta.story({
  name: 'Payment unknown',
  beforeEach: () => resetCheckout('lost'),
  play: async (context) => {
    await upgrade(context)
    await expect(await context.canvas.findByRole('alert')).toHaveTextContent("you won't be charged twice")
  },
})

/** The retry doesn't charge the customer twice. */
export const FailedThenPaid = meta.story({
  name: 'Payment unknown, then retried',
  // Looks like `Saved`.
  parameters: { chromatic: { disableSnapshot: true } },
  beforeEach: () => resetCheckout('lost'),
  play: async ({ canvas, ...context }) => {
    await upgrade({ canvas, ...context })
    await canvas.findByRole('alert')
    checkout.outcome = 'pays'
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText("You're now on Scale")).toBeVisible()
    await expect(checkout.charged).toHaveLength(1)
  },
})

export const Offline = meta.story({
  parameters: { intercom: { signedInAs: 'customer', app: 'offline' } },
  play: async (context) => {
    await upgrade(context)
    await expect(await context.canvas.findByRole('alert')).toHaveTextContent('The connection dropped before we got an answer.')
  },
})

/** Retrying can't help, so there is no button, and the focus moves to the message. */
export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async (context) => {
    await upgrade(context)
    const alert = await context.canvas.findByRole('alert')
    await expect(alert).toHaveTextContent("You weren't charged. You're signed out: sign in again to upgrade.")
    await expect(context.canvas.queryByRole('button')).toBeNull()
    await waitFor(() => expect(alert).toHaveFocus())
  },
})

export const Dark = meta.story({
  globals: { theme: 'dark' },
  beforeEach: () => resetCheckout('declined'),
  play: FieldError.play,
})

export const Phone = meta.story({
  ...onPhone,
  args: {
    plan: { ...team, name: 'Team for organisations with a name that is much longer than anybody would have thought' },
    nextPlan: { ...scale, name: 'Scale for organisations with a name that is much longer than anybody would have thought' },
    className: 'p-4',
  },
})

export const Desktop = meta.story(onDesktop)

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: {
    plan: { ...team, name: 'الفريق' },
    nextPlan: { ...scale, name: 'التوسع', features: ['50 مقعدًا', 'لوحات معلومات غير محدودة'] },
    usage: [{ label: 'المقاعد', used: 9, limit: 10 }],
  },
  play: async (context) => {
    await upgrade(context)
    await expect(await context.canvas.findByText('أنت الآن على التوسع')).toBeVisible()
  },
})
