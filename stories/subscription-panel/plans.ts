import type { SubscriptionPlan } from 'intercom-v0-kit/account'
import type { SubscriptionUsage } from '@/components/intercom/subscription-panel'

export const team: SubscriptionPlan = { id: 'team', name: 'Team', amount: 4_900, currency: 'EUR', interval: 'month' }

export const scale: SubscriptionPlan = {
  id: 'scale',
  name: 'Scale',
  amount: 19_900,
  currency: 'EUR',
  interval: 'month',
  features: ['50 seats', 'Unlimited dashboards', 'Five years of history', 'Replies from an engineer within an hour'],
}

export const usage: SubscriptionUsage[] = [
  { label: 'Seats', used: 9, limit: 10 },
  { label: 'Dashboards', used: 37, limit: 100 },
  { label: 'Rows per month', used: 2_000_000, limit: 2_000_000 },
]
