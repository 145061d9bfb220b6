import { Bell, CreditCard, UserRound } from 'lucide-react'
import type { AccountSettingsSection } from '@/components/intercom/account-settings'
import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import { chosen, preferences } from '../notification-preferences/preferences.ts'
import { arabicFields, arabicProfile, profile, profileFields, profileSchema } from '../settings-event-form/profile.ts'
import { scale, team, usage } from '../subscription-panel/plans.ts'

export const sections: AccountSettingsSection[] = [
  {
    id: 'profile',
    label: 'Profile',
    description: 'Each field saves when you leave it.',
    icon: UserRound,
    content: <SettingsEventForm schema={profileSchema} fields={profileFields} values={profile} />,
  },
  {
    id: 'subscription',
    label: 'Subscription',
    description: 'Your plan, and how much of it is used.',
    icon: CreditCard,
    content: <SubscriptionPanel plan={team} nextPlan={scale} usage={usage} />,
  },
  {
    id: 'notifications',
    label: 'Notifications',
    description: 'What we write to you about.',
    icon: Bell,
    content: <NotificationPreferences preferences={preferences} values={chosen} />,
  },
]

/** Arabic labels. Only the first tab has Arabic content. */
export const arabicSections: AccountSettingsSection[] = [
  {
    id: 'profile',
    label: 'الملف الشخصي',
    description: 'تُحفظ التغييرات فور إجرائها.',
    icon: UserRound,
    content: (
      <SettingsEventForm
        schema={profileSchema}
        fields={arabicFields}
        values={arabicProfile}
      />
    ),
  },
  { id: 'subscription', label: 'الاشتراك', icon: CreditCard, content: <SubscriptionPanel plan={team} nextPlan={scale} /> },
  {
    id: 'notifications',
    label: 'الإشعارات',
    icon: Bell,
    content: <NotificationPreferences preferences={preferences} values={chosen} />,
  },
]
