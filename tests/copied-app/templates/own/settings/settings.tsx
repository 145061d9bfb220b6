'use client'

import { IntercomSession } from 'intercom-v0-kit/messenger'
import Link from 'next/link'
import { z } from 'zod'
import { AccountSettings } from '@/components/intercom/account-settings'
import { AppShell } from '@/components/intercom/app-shell'
import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'

const profileSchema = z.object({
  name: z.string().trim().min(1, 'Tell us what to call you.'),
  email: z.string().email('This is not an email address.'),
})

const fields = [
  { name: 'name', label: 'Name' },
  { name: 'email', label: 'Email', kind: 'email' as const },
]

const plan = (id: string, name: string, amount: number) => ({ id, name, amount, currency: 'EUR', interval: 'month' as const })

const sections = [
  {
    id: 'profile',
    label: 'Profile',
    content: (
      <SettingsEventForm schema={profileSchema} fields={fields} values={{ name: 'Ada Byron', email: 'ada@example.com' }} />
    ),
  },
  {
    id: 'subscription',
    label: 'Subscription',
    content: <SubscriptionPanel plan={plan('team', 'Team', 4900)} nextPlan={plan('scale', 'Scale', 19900)} />,
  },
  {
    id: 'notifications',
    label: 'Notifications',
    content: (
      <NotificationPreferences preferences={[{ name: 'mentions', label: 'Mentions' }]} values={{ mentions: true }} />
    ),
  },
]

export function Settings() {
  return (
    <IntercomSession
      hideDefaultLauncher
      verifyIdentity
      load="now"
      userId="USER_ID"
      onSignOut={() => {
        document.cookie = 'session=; path=/; max-age=0'
      }}
    >
      <AppShell
        logo={<Link href="/">A fresh app</Link>}
        user={{ name: 'Ada Byron', email: 'ada@example.com', avatarUrl: null }}
        links={[{ href: '/settings', label: 'Settings', isCurrent: true }]}
      >
        <AccountSettings sections={sections} />
      </AppShell>
    </IntercomSession>
  )
}
