/** What each component and hook that can be copied weighs by itself, and may weigh. */
import { itemRows, type ItemRow } from '../.storybook/registry/items.ts'
import type { Weighed } from './bundle-size.ts'

/** The most bytes of each, minified and gzipped, without React: a little above what they are now. */
export const limits: Record<string, number> = {
  'support-inbox': 50_000,
  'connection-status': 14_500,
  'account-settings': 21_000,
  'app-shell': 50_500,
  'conversation-list': 38_000,
  'conversation-thread': 45_500,
  'message-composer': 31_500,
  'conversation-actions': 26_500,
  toaster: 14_500,
  'customer-card': 32_000,
  'help-button': 18_000,
  'help-launcher': 18_500,
  'chat-banner': 19_000,
  'intercom-provider': 2_000,
  'intercom-session': 2_000,
  'intercom-doctor': 500,
  'settings-event-form': 38_000,
  'notification-preferences': 23_500,
  'subscription-panel': 20_500,
  'rich-text': 17_000,
  'error-state': 15_500,
  'locale-provider': 1_000,
  'settings-field': 20_000,
  'use-conversations': 9_000,
  'use-conversation': 7_500,
  'use-conversation-actions': 7_500,
  'use-conversation-changes': 5_000,
  'use-send-message': 7_500,
  'use-draft': 1_000,
  'use-contact': 7_000,
  'use-live-updates': 4_000,
  'use-admins': 7_000,
  'use-intercom': 2_000,
  'use-track-event': 2_000,
  'use-autosave': 1_500,
  'use-upgrade': 3_500,
  'use-profile-updates': 2_500,
}

const isShown = ({ entries }: ItemRow) => entries.some((file) => /^src\/(?:components|hooks)\//.test(file))

/** A row a component or hook, as the registry has them. */
export const components: Weighed[] = itemRows.filter(isShown).map(({ name, entries }) => ({
  name,
  code: entries.map((file, index) => `export * as part${index} from '@/${file.slice('src/'.length).replace(/\.tsx?$/, '')}'`).join('\n'),
  limit: limits[name],
  limitBesideShadcn: name === 'support-inbox' ? 40_000 : undefined,
}))
