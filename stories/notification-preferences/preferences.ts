import type { NotificationPreference } from '@/components/intercom/notification-preferences'

export const preferences: NotificationPreference[] = [
  {
    name: 'product_news',
    label: 'News and tips by email',
    description: "About twice a month. You'll still get replies from our support team.",
    isIntercomEmail: true,
  },
  { name: 'weekly_digest', label: 'Weekly digest', description: 'What changed in your dashboards, every Monday.' },
  { name: 'mentions', label: 'Mentions', description: 'When someone mentions you in a comment.' },
]

export const chosen = { product_news: true, weekly_digest: false, mentions: true }
