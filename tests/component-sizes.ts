/** Size limits of components and of exports of the engine. */
import type { Weighed } from './bundle-size.ts'

/** Limit in bytes by component, minified and gzipped, without React: slightly above the current size. */
const components: Record<string, number> = {
  'support-inbox': 50_000,
  'connection-status': 14_500,
  'my-support': 48_000,
  'support-form': 49_000,
  'account-settings': 21_000,
  'app-shell': 52_000,
  'conversation-list': 39_700,
  'conversation-thread': 48_900,
  'message-composer': 52_800,
  'conversation-actions': 46_500,
  toaster: 14_700,
  'customer-card': 36_500,
  'conversation-details': 35_000,
  'customer-timeline': 35_000,
  'contact-notes': 38_000,
  'help-button': 18_000,
  'help-launcher': 18_500,
  'chat-banner': 19_000,
  'intercom-doctor': 500,
  'settings-event-form': 38_000,
  'notification-preferences': 23_500,
  'subscription-panel': 20_500,
  'rich-text': 17_000,
  'error-state': 15_500,
  'settings-field': 20_000,
}

/** Limits in bytes of the engine's exports, by import path. */
const exports: Record<string, Record<string, number>> = {
  // 0.9 kB of these tell users apart, by id, email address and token, and end a session in all tabs.
  messenger: { IntercomProvider: 2_000, IntercomSession: 2_200, useIntercom: 2_000, useTrackEvent: 2_200 },
  strings: { LocaleProvider: 1_000 },
  inbox: {
    useConversations: 9_000,
    useConversation: 7_500,
    useConversationActions: 7_500,
    useSendMessage: 8_000,
    useDraft: 1_000,
    useContact: 7_000,
    useLiveUpdates: 4_000,
    useAdmins: 7_000,
  },
  account: { useAutosave: 1_500, useUpgrade: 4_000, useProfileUpdates: 3_000 },
}

/** Subjects to weigh, one for each component and export. */
export const limited: Weighed[] = [
  ...Object.entries(components).map(([name, limit]) => ({
    name,
    code: `export * from '@/components/intercom/${name}'`,
    limit,
    limitBesideShadcn: name === 'support-inbox' ? 40_000 : undefined,
  })),
  ...Object.entries(exports).flatMap(([path, names]) =>
    Object.entries(names).map(([name, limit]) => ({ name, code: `export { ${name} } from 'intercom-v0-kit/${path}'`, limit }))),
]
