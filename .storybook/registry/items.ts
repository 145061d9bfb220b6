/**
 * What can be copied, a row an item. A row names what it starts from; every other file, package and item that it needs
 * is computed from the imports. Routes have no row: each `route.ts` is an item.
 */

/** A row of the table. */
export interface ItemRow {
  name: string
  /** A block is a whole screen. */
  type: 'registry:block' | 'registry:component' | 'registry:hook' | 'registry:lib'
  title: string
  description: string
  /** Files that it starts from, from the project's root. */
  entries: string[]
  /** Other items that come along, though nothing here imports them. */
  with?: string[]
  /** A page for a Next.js app: where it is here, and where it goes below `app/`. */
  page?: { source: string; target: string }
  /** It runs on the server alone, as routes do. */
  isServer?: true
  /** Environment variables that it reads, beyond those of its routes. */
  env?: string[]
  /** What to do next, after it is copied. */
  docs?: string
}

const component = 'src/components/intercom'

/** A component with its pure view, where it has one. */
function part(name: string, title: string, description: string, more: Partial<ItemRow> = {}): ItemRow {
  return { name, type: 'registry:component', title, description, entries: [`${component}/${name}.tsx`], ...more }
}

/**
 * A hook, with what it alone stands on.
 *
 * @param routes items of routes that it asks at addresses which are put together elsewhere, where nothing can read them
 */
function hook(name: string, description: string, more: string[] = [], routes?: string[]): ItemRow {
  return { name, type: 'registry:hook', title: name, description, entries: [`src/hooks/${name}.ts`, ...more], with: routes }
}

/** The words of every component in a language: in an app's bundle only where it imports them. */
function language(tag: string, title: string): ItemRow {
  return {
    name: `messages-${tag}`,
    type: 'registry:lib',
    title: `Words in ${title}`,
    description: `The words of every component in ${title}.`,
    entries: [`src/lib/intercom/messages/locales/${tag}.ts`],
    docs: `Give them to LocaleProvider: <LocaleProvider locale="${tag}" messages={${tag}}>.`,
  }
}

const views = (name: string) => ({ entries: [`${component}/${name}.tsx`, `${component}/${name}-view.tsx`] })

/** Every item that is not a route, blocks first. */
export const itemRows: ItemRow[] = [
  part('support-inbox', 'Support inbox', 'Conversations, the one that is open, and its customer, on a page of its own.', {
    type: 'registry:block',
    page: { source: '.storybook/registry/pages/inbox-page.tsx', target: 'app/inbox/page.tsx' },
    docs: 'The inbox is at /inbox. Say who is signed in in lib/intercom/authorize.ts: until then nobody is let in.',
  }),
  {
    name: 'messenger',
    type: 'registry:block',
    title: 'Messenger',
    description: 'Everything around the Messenger: the provider, the help button, the launcher, the banner, the events.',
    entries: [],
    with: ['intercom-provider', 'help-button', 'help-launcher', 'chat-banner', 'use-intercom', 'use-track-event'],
    docs: 'Put IntercomProvider around the app in app/layout.tsx. Signed-in people are proved by /api/intercom/identity.',
  },
  part('account-settings', 'Account settings', 'The settings of an account, a tab a section.', {
    type: 'registry:block',
    with: ['settings-event-form', 'notification-preferences', 'subscription-panel'],
    docs: 'Say where accounts are kept in lib/intercom/account.ts, and who is signed in in lib/intercom/authorize.ts.',
  }),
  part('app-shell', 'App shell', 'The frame of an app: its sign, its parts, support and account, around the page.', {
    type: 'registry:block',
    docs: 'Put IntercomSession around AppShell, both in a layout of your app.',
  }),
  part('conversation-list', 'Conversation list', 'The conversations of the inbox.', views('conversation-list')),
  part('conversation-thread', 'Conversation thread', 'One conversation, as a log.', views('conversation-thread')),
  part('customer-card', 'Customer card', 'Who is writing, and with what history.', views('customer-card')),
  part('message-composer', 'Message composer', 'The place to write a reply or a note.', {
    ...views('message-composer'),
    docs: 'Put Toaster once on the page: it says what was done, and undoes it.',
  }),
  part('conversation-actions', 'Conversation actions', 'Close, snooze, assign, tags: done at once, and undone.', {
    ...views('conversation-actions'),
    with: ['toaster'],
  }),
  part('toaster', 'Toaster', 'Says in passing what was done, with a way to undo it.'),
  part('help-button', 'Help button', 'Opens the Messenger, and says what is unread.', views('help-button')),
  part('help-launcher', 'Help launcher', 'A round button at the edge of the page that opens the Messenger.', views('help-launcher')),
  part('chat-banner', 'Chat banner', 'Offers a chat at the moment somebody may need one.', views('chat-banner')),
  part('intercom-provider', 'Intercom provider', 'Tells the Messenger of the page what the app wants.', {
    env: ['NEXT_PUBLIC_INTERCOM_APP_ID'],
    docs: 'Put IntercomProvider once around the app, in the root layout.',
  }),
  part('intercom-session', 'Intercom session', 'Whose session the Messenger is in, and what ends it.'),
  part('intercom-doctor', 'Intercom doctor', 'Says, in development, what is not set up yet and how to do it.'),
  part('settings-event-form', 'Settings form', 'Fields that save themselves and tell Intercom what has changed.'),
  part('notification-preferences', 'Notification preferences', 'What somebody wants to be told, and how.'),
  part('subscription-panel', 'Subscription panel', 'The plan that somebody is on, and the way to another.', views('subscription-panel')),
  part('connection-status', 'Connection status', 'Says when what is shown may not be the latest.', views('connection-status')),
  part('rich-text', 'Rich text', 'What somebody wrote, as React elements and never as HTML.'),
  part('error-state', 'Error state', 'What happened, whether anything was lost, and what to do.'),
  part('locale-provider', 'Locale provider', 'Language, time zone, clock and words for everything below it.', {
    entries: [`${component}/locale-provider.tsx`, 'src/lib/intercom/text.ts'],
  }),
  part('settings-field', 'Settings field', 'A field of a form that saves itself, with how its saving went.', {
    entries: [`${component}/settings-field.tsx`, `${component}/field-status.tsx`],
  }),
  language('ar', 'Arabic'),
  language('de', 'German'),
  language('ja', 'Japanese'),
  hook('use-conversations', 'The conversations that match a filter, page after page.'),
  hook('use-conversation', 'One conversation with its parts.', [], ['route-conversations-id']),
  hook('use-contact', 'One customer.'),
  hook('use-conversation-actions', 'Acts on conversations at once, and takes it back when it fails.', ['src/hooks/use-told-actions.ts'], [
    'route-conversations-id-actions',
  ]),
  hook('use-send-message', 'Sends each message once, and keeps what was not sent.', ['src/lib/intercom/outbox.ts'], [
    'route-conversations-id', 'route-conversations-id-reply', 'route-conversations-id-notes',
  ]),
  hook('use-conversation-changes', 'What is being changed in conversations, beyond what was fetched.', [
    'src/lib/intercom/conversation-changes.ts',
  ]),
  hook('use-draft', 'What somebody has begun to write, by conversation and kind.'),
  hook('use-admins', 'The teammates and teams of the workspace.'),
  hook('use-live-updates', 'Shows what changes as it happens.'),
  hook('use-intercom', 'What the Messenger can do, and how it is.'),
  hook('use-track-event', 'Tells Intercom that something has happened.'),
  hook('use-autosave', 'Saves a form field by field, each when it is left.'),
  hook('use-upgrade', 'Leads to a checkout and tells Intercom when it is paid.'),
  hook('use-profile-updates', 'Tells Intercom what somebody has changed about themselves.'),
  {
    name: 'save-account',
    type: 'registry:lib',
    title: 'Save account',
    description: "Sends changed fields of an account to the app's own route.",
    entries: ['src/lib/intercom/save-account.ts'],
  },
  {
    name: 'messenger-core',
    type: 'registry:lib',
    title: 'Messenger core',
    description: 'What loads the Messenger and speaks to it.',
    entries: ['src/lib/intercom/messenger/store.ts', 'src/lib/intercom/messenger/events.ts'],
  },
  {
    name: 'intercom-openapi',
    type: 'registry:lib',
    title: 'OpenAPI description',
    description: "The app's own routes as an OpenAPI description.",
    entries: ['src/lib/intercom/openapi.ts'],
    isServer: true,
  },
]

/** What a route reads, by its path below `/api`. Everything that asks Intercom reads the token. */
export const routeEnv: Record<string, string[]> = {
  account: [],
  'intercom/identity': ['NEXT_PUBLIC_INTERCOM_APP_ID', 'INTERCOM_MESSENGER_API_SECRET'],
  'intercom/webhook': ['INTERCOM_CLIENT_SECRET'],
  'stripe/checkout': ['STRIPE_SECRET_KEY', 'APP_URL'],
}

/** The items of what several items need and none of them owns: what the server alone needs, and the rest. */
export const sharedRows: Record<'server' | 'core', ItemRow> = {
  server: {
    name: 'intercom-server',
    type: 'registry:lib',
    title: 'Server',
    description: 'What the routes of the kit share.',
    entries: [],
  },
  core: { name: 'intercom-core', type: 'registry:lib', title: 'Core', description: 'What several items of the kit share.', entries: [] },
}
