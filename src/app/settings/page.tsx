'use client'

import { z } from 'zod'
import { AccountSettings } from '@/components/intercom/account-settings'
import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'

const profileSchema = z.object({
  name: z.string().trim().min(1, 'Enter your name.'),
  email: z.string().includes('@', { message: 'Enter an email address.' }),
})

const team = { id: 'team', name: 'Team', amount: 4900, currency: 'EUR', interval: 'month' } as const
const scale = { id: 'scale', name: 'Scale', amount: 19900, currency: 'EUR', interval: 'month' } as const

const sections = [
  {
    id: 'profile',
    label: 'Profile',
    content: (
      <SettingsEventForm
        schema={profileSchema}
        fields={[{ name: 'name', label: 'Name' }, { name: 'email', label: 'Email', kind: 'email' }]}
        values={{ name: 'Ada Lovelace', email: 'ada@example.com' }}
      />
    ),
  },
  { id: 'subscription', label: 'Subscription', content: <SubscriptionPanel plan={team} nextPlan={scale} /> },
  {
    id: 'notifications',
    label: 'Notifications',
    content: (
      <NotificationPreferences preferences={[{ name: 'mentions', label: 'Mentions' }]} values={{ mentions: true }} />
    ),
  },
]

/** Account settings. Edit this file: your fields, your plans, and the saved values of the signed-in user. */
export default function SettingsPage() {
  return <AccountSettings sections={sections} />
}
