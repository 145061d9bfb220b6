import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RequestError } from '@/kit/account/index'
import { useDirection } from '@/kit/account/browser-hooks'
import { useAutosave } from '@/kit/account/use-autosave'
import { type SubscriptionPlan, useSubscription } from '@/kit/account/use-subscription'

const place = document.createElement('div')
let root: Root

beforeEach(() => {
  document.body.append(place)
  root = createRoot(place)
})

afterEach(() => {
  flushSync(() => root.unmount())
  place.remove()
  document.documentElement.removeAttribute('dir')
  vi.unstubAllGlobals()
})

test('keeps the plans of an upgrade when the app passes new ones', async () => {
  const [free, team, scale] = ['free', 'team', 'scale'].map(
    (id): SubscriptionPlan => ({ id, name: id, amount: 100, currency: 'EUR', interval: 'month' }),
  ) as [SubscriptionPlan, SubscriptionPlan, SubscriptionPlan]
  vi.stubGlobal('fetch', async () => Response.json({ accepted: true }))
  const onCheckout = async (plan: string) => ({ status: 'complete' as const, checkout_id: 'checkout_1', plan })
  function Page({ plan, nextPlan }: { plan: SubscriptionPlan; nextPlan: SubscriptionPlan | null }) {
    const subscription = useSubscription({ plan, nextPlan, onCheckout })
    return (
      <button type="button" onClick={subscription.start}>
        {`${subscription.plan.id} ${subscription.nextPlan?.id} ${subscription.state}`}
      </button>
    )
  }
  flushSync(() => root.render(<Page plan={free} nextPlan={team} />))
  place.querySelector('button')?.click()
  await vi.waitFor(() => expect(place.textContent).toBe('free team upgraded'))
  flushSync(() => root.render(<Page plan={team} nextPlan={scale} />))
  expect(place.textContent).toBe('free team upgraded')
})

test("follows the page's direction when it changes", async () => {
  function Page() {
    return <output>{useDirection()}</output>
  }
  flushSync(() => root.render(<Page />))
  expect(place.textContent).toBe('ltr')
  document.documentElement.dir = 'rtl'
  await vi.waitFor(() => expect(place.textContent).toBe('rtl'))
})

test('saves again every minute while the server is out of reach', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const save = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new RequestError('offline', '', 0)).mockResolvedValue()
  function Page() {
    const { saves, saveField } = useAutosave({ values: { name: 'Ann' }, save })
    return <button type="button" onClick={() => saveField('name', 'Bob')}>{saves.name?.status}</button>
  }
  flushSync(() => root.render(<Page />))
  place.querySelector('button')?.click()
  await vi.waitFor(() => expect(place.textContent).toBe('failed'))
  vi.advanceTimersByTime(59_000)
  expect(save).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(place.textContent).toBe('saved'))
  expect(save).toHaveBeenCalledTimes(2)
})
