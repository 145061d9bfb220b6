import { Bell, CreditCard, Inbox, LayoutDashboard, UserRound } from 'lucide-react'
import { AccountSettings } from '@/components/intercom/account-settings'
import { AppShell, type AppLink } from '@/components/intercom/app-shell'
import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import type { SettingsFieldDescription } from '@/components/intercom/settings-field'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import preview from '../../.storybook/preview'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { logo, user } from '../app-shell/frame.tsx'
import { profile, profileSchema } from '../settings-event-form/profile.ts'
import { scale, team } from '../subscription-panel/plans.ts'
import { inPair, Pair } from './pair.tsx'

/** Right and wrong uses of the account's components. The guides in `.storybook/docs/guides.ts` list them. */
const meta = preview.meta({
  title: 'Pairs/Account',
  tags: ['!dev', '!autodocs', '!manifest'],
  component: Pair,
  decorators: [withCustomer],
  parameters: { ...inPair, intercom: { signedInAs: 'customer' } },
})

const shell = (links: [dashboard: string, inbox: string]) => {
  const icons = [LayoutDashboard, Inbox]
  return (
    <div className="h-80 overflow-hidden">
      <AppShell
        logo={logo}
        user={user}
        links={links.map((label, index): AppLink => ({ href: `#${index}`, label, icon: icons[index]!, isCurrent: index === 0 }))}
      >
        <p className="p-4 text-sm">{links[0]}</p>
      </AppShell>
    </div>
  )
}

export const LinkNouns = meta.story({
  name: 'Link nouns',
  args: {
    why: 'Links are nouns.',
    good: shell(['Dashboard', 'Inbox']),
    bad: shell(['Go to your dashboard', 'Answer customers']),
  },
})

const tabs = (labels: [string, string, string]) => (
  <AccountSettings
    className="p-4"
    sections={[UserRound, CreditCard, Bell].map((icon, index) => ({
      id: labels[index]!.toLowerCase().replaceAll(' ', '-'),
      label: labels[index]!,
      icon,
      content: <p className="text-sm text-muted-foreground">{labels[index]}</p>,
    }))}
  />
)

export const TabWords = meta.story({
  name: 'Tab words',
  args: {
    why: 'A tab has one word.',
    good: tabs(['Profile', 'Subscription', 'Notifications']),
    bad: tabs(['Edit your personal profile', 'Manage your subscription plan', 'Choose what we write to you about']),
  },
})

const form = (fields: SettingsFieldDescription[]) => (
  <SettingsEventForm schema={profileSchema} fields={fields} values={profile} className="p-4" />
)

export const FieldWords = meta.story({
  name: 'Field words',
  args: {
    why: 'The label is a noun. The description says what the value is used for.',
    good: form([{ name: 'email', label: 'Email', kind: 'email', description: 'Our support team replies to this address.' }]),
    bad: form([{ name: 'email', label: 'Please enter your email address here', kind: 'email', description: 'This field is required.' }]),
  },
})

const preference = (label: string, description: string) => (
  <NotificationPreferences preferences={[{ name: 'replies', label, description }]} values={{ replies: true }} className="p-4" />
)

export const SwitchWords = meta.story({
  name: 'Switch words',
  args: {
    why: 'Name what arrives, not the switch.',
    good: preference('Replies to my conversations', 'When our support team writes to you.'),
    bad: preference('Enable notifications', 'Turn this on to enable notifications.'),
  },
})

export const OneOffer = meta.story({
  name: 'One offer',
  args: {
    why: 'Say what the next plan adds, in up to four short lines.',
    good: <SubscriptionPanel plan={team} nextPlan={scale} className="p-4" />,
    bad: <SubscriptionPanel plan={team} nextPlan={{ ...scale, features: ['Everything in Team, and much more'] }} className="p-4" />,
  },
})
