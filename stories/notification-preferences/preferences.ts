import type { NotificationPreference } from '@/components/intercom/notification-preferences'

export const preferences: NotificationPreference[] = [
  {
    name: 'product_news',
    label: 'News and tips by e-mail',
    description: 'About twice a month. Replies of our support team come in any case.',
    isIntercomEmail: true,
  },
  { name: 'weekly_digest', label: 'Weekly digest', description: 'What changed in your dashboards, on Mondays.' },
  { name: 'mentions', label: 'Mentions', description: 'When somebody writes your name in a comment.' },
]

export const chosen = { product_news: true, weekly_digest: false, mentions: true }
