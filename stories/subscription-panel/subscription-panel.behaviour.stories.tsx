import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import { checkout, resetCheckout } from '../../.storybook/checkout.ts'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { scale, team } from './plans.ts'

/** Follow each step in the Interactions panel. The checks look at what Intercom has received. */
const meta = preview.meta({
  title: 'Account/SubscriptionPanel/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SubscriptionPanel,
  args: { plan: team, nextPlan: scale, onUpgraded: fn(), onEventFailed: fn(), onRedirect: fn(), className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetCheckout(),
  parameters: { ...notPictured, intercom: { signedInAs: 'customer' } },
})

const patient = { timeout: 30_000 }
const listUpgrades = () => world.intercom.workspace.events.filter(({ event_name }) => event_name === 'subscription_upgraded')

/** Returns the panel's delivery state of the event. */
const readEventState = () => document.querySelector('[data-slot=upgrade-success]')?.getAttribute('data-event')

/** A double click starts one checkout and tracks one event with the plan. */
export const PaysAndTells = meta.story({
  name: 'Upgrade',
  play: async ({ canvas, args }) => {
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Upgrade to Scale' }))
    await expect(await canvas.findByText("You're now on Scale")).toBeVisible()
    await waitFor(() => expect(readEventState()).toBe('sent'), patient)
    await expect(checkout.charged).toHaveLength(1)
    await expect(args.onUpgraded).toHaveBeenCalledTimes(1)
    await expect(listUpgrades()).toHaveLength(1)
    await expect(listUpgrades()[0]).toMatchObject({
      user_id: world.userId,
      metadata: {
        plan: 'Scale',
        previous_plan: 'Team',
        billing_interval: 'month',
        price: { amount: 19_900, currency: 'eur' },
      },
    })
    // The focus moves to the confirmation.
    await expect(document.activeElement).toHaveTextContent("You're now on Scale")
  },
})

type Canvas = { getByRole: (role: string, by: { name: string }) => HTMLElement }

/** Upgrades while Intercom fails the given number of times. */
async function upgradeDespite(fault: '429-retry-after-s' | '500' | 'conn-reset', times: number, canvas: Canvas) {
  world.intercom.setFault({ id: fault, path: '/events', times })
  await userEvent.click(canvas.getByRole('button', { name: 'Upgrade to Scale' }))
  await waitFor(() => expect(readEventState()).toBe('sent'), patient)
  await expect(canvas.getByRole('heading', { name: 'Your plan' }).nextSibling).toHaveTextContent('Scale')
  await expect(listUpgrades()).toHaveLength(1)
  await expect(world.intercom.requests.filter(({ path }) => path === '/events').length).toBeGreaterThan(times)
  await expect(checkout.charged).toHaveLength(1)
}

/** The event is retried and tracked once. */
export const TellsOnceAfter429 = meta.story({
  name: 'Event after a rate limit',
  play: ({ canvas }) => upgradeDespite('429-retry-after-s', 1, canvas),
})

/** The event is tracked once although Intercom fails more often than the server retries. */
export const TellsOnceAfter500 = meta.story({
  name: 'Event after server errors',
  play: ({ canvas }) => upgradeDespite('500', 2, canvas),
})

/** The repeated event counts once in Intercom. */
export const TellsOnceAfterALostAnswer = meta.story({
  name: 'Event after a lost response',
  play: ({ canvas }) => upgradeDespite('conn-reset', 1, canvas),
})

/** The customer sees no error, and the event is retried in the background. */
export const TellsLater = meta.story({
  name: 'Intercom is down after payment',
  parameters: { intercom: { signedInAs: 'customer', fault: '500' } },
  play: async ({ canvas, canvasElement, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Upgrade to Scale' }))
    await expect(await canvas.findByText("You're now on Scale")).toBeVisible()
    await waitFor(() => expect(readEventState()).toBe('late'), patient)
    await expect(canvasElement.querySelector('[data-slot=upgrade-success]')).not.toHaveTextContent(/support/i)
    await expect(args.onEventFailed).not.toHaveBeenCalled()
    world.intercom.setFault(null)
    await waitFor(() => expect(readEventState()).toBe('sent'), patient)
  },
})

/** The upgrade is complete, and `onEventFailed` reports the event that Intercom rejected. */
export const TellsTheAppWhatFailed = meta.story({
  name: 'Event rejected',
  parameters: { intercom: { signedInAs: 'customer', fault: '422' } },
  play: async ({ canvas, canvasElement, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Upgrade to Scale' }))
    await expect(await canvas.findByText("You're now on Scale")).toBeVisible()
    await waitFor(() => expect(args.onEventFailed).toHaveBeenCalledTimes(1), patient)
    await expect(args.onEventFailed).toHaveBeenCalledWith(expect.any(Error), { checkoutId: checkout.charged[0], plan: 'scale' })
    await expect(readEventState()).toBe('failed')
    await expect(within(canvasElement.querySelector<HTMLElement>('[data-slot=upgrade-success]')!).queryByRole('button')).toBeNull()
  },
})

/** The button stays busy until the browser leaves the page. */
export const Redirected = meta.story({
  name: 'Redirect to Stripe',
  beforeEach: () => resetCheckout('redirects'),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Upgrade to Scale' }))
    await waitFor(() => expect(args.onRedirect).toHaveBeenCalledWith('https://checkout.stripe.com/c/pay/story'))
  },
})

/** The event is tracked when the paid customer returns. */
export const BackFromStripe = meta.story({
  name: 'Back from Stripe',
  args: { paid: { checkoutId: 'cs_test_story', plan: 'scale' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("You're now on Scale")).toBeVisible()
    await waitFor(() => expect(readEventState()).toBe('sent'), patient)
    await expect(listUpgrades()).toHaveLength(1)
    await expect(checkout.charged).toEqual([])
  },
})
