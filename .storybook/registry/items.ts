/**
 * Everything that can be copied, a row an item. A row names the files that it starts from; the files, packages,
 * primitives and other items that those need are read from their imports.
 *
 * A component holds views alone, so that adding it again updates it. A block is a screen to start from: in addition to
 * its components it brings files that belong to the app (pages, the route, authorize.ts), so it is added once.
 */

/** A row of the table. */
export interface ItemRow {
  name: string
  type: 'registry:block' | 'registry:component'
  title: string
  description: string
  /** Files that it starts from, from the project's root. */
  files: string[]
  /** Other items that come along, although no file here imports them. */
  with?: string[]
  /** Environment variables that the app sets. */
  env?: string[]
  /** The next step after it is copied; the command line tool prints it. */
  docs?: string
}

const APP_ID = 'NEXT_PUBLIC_INTERCOM_APP_ID'
const TOKEN = 'INTERCOM_ACCESS_TOKEN'

const provider =
  "In app/layout.tsx, put <IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger' into <body>, and set " +
  `${APP_ID} in .env.local.`
const api =
  `It reads /api/intercom: add the item intercom-api if your app doesn't have it, and set ${TOKEN} in .env.local.`
const authorize = 'Identify the signed-in user in lib/intercom/authorize.ts: until then every route responds with 401.'
const toaster = "Render Toaster once in the app, to show and undo what was done; SupportInbox renders its own."

type More = Partial<Pick<ItemRow, 'files' | 'env' | 'docs'>>

function component(name: string, title: string, description: string, { files, ...more }: More = {}): ItemRow {
  return { name, type: 'registry:component', title, description, files: files ?? [`src/components/intercom/${name}.tsx`], ...more }
}

/** A component whose name is a block's: its item is called `<name>-views`. */
function views(name: string, title: string, description: string, more: More = {}): ItemRow {
  return component(`${name}-views`, `${title}: views`, description, { files: [`src/components/intercom/${name}.tsx`], ...more })
}

function block(name: string, title: string, description: string, more: Omit<ItemRow, 'name' | 'type' | 'title' | 'description'>): ItemRow {
  return { name, type: 'registry:block', title, description, ...more }
}

const messenger = { env: [APP_ID], docs: provider }
const inbox = { env: [TOKEN], docs: api }

/** Every item, blocks first. */
export const itemRows: ItemRow[] = [
  block('support-inbox', 'Support inbox', 'The support inbox on a page of its own, with its routes.', {
    files: ['src/app/inbox/page.tsx'],
    with: ['intercom-api'],
    env: [TOKEN],
    docs: `The inbox is at /inbox. ${authorize} Set ${TOKEN} in .env.local.`,
  }),
  block('messenger', 'Messenger', 'Help button, launcher and banner, with the routes that verify who is signed in.', {
    files: [],
    with: ['intercom-api', 'help-button', 'help-launcher', 'chat-banner'],
    env: [APP_ID],
    docs: `${provider} ${authorize}`,
  }),
  block('account-settings', 'Account settings', 'A settings page that saves each field, with its routes and a checkout.', {
    files: ['src/app/settings/page.tsx', 'src/app/api/account/route.ts', 'src/app/api/stripe/checkout/route.ts'],
    with: ['intercom-api'],
    env: ['STRIPE_SECRET_KEY', 'APP_URL'],
    docs: `The settings are at /settings. Give the page your fields and plans, and save accounts in lib/intercom/account.ts. ${authorize}`,
  }),
  block('app-shell', 'App shell', 'The frame of an app: logo, navigation, support and account around every page.', {
    files: ['src/app/(app)/layout.tsx'],
    with: ['intercom-api'],
    env: [APP_ID],
    docs: `Move the pages that get the frame into app/(app), and give its layout.tsx your links, the signed-in user and signOut(). ${authorize}`,
  }),
  block('intercom-api', 'API routes', 'The catch-all route below /api/intercom, and the file that identifies the caller.', {
    files: ['src/app/api/intercom/[...path]/route.ts', 'src/lib/intercom/authorize.ts'],
    env: [TOKEN, 'INTERCOM_MESSENGER_API_SECRET', 'INTERCOM_CLIENT_SECRET', APP_ID],
    docs: `${authorize} Set the variables that you use in .env.local.`,
  }),

  views('support-inbox', 'Support inbox', 'Find, read, answer and sort conversations, by mouse or keyboard.', inbox),
  component('conversation-list', 'Conversation list', 'Conversations with sender, preview, status and wait.', inbox),
  component('conversation-thread', 'Conversation thread', 'One conversation: messages, notes, events and files.', inbox),
  component('message-composer', 'Message composer', 'Write a reply or an internal note, with files and saved replies.', {
    ...inbox, docs: `${api} ${toaster}`,
  }),
  component('conversation-actions', 'Conversation actions', 'Close, snooze, assign and tag, with undo.', { ...inbox, docs: `${api} ${toaster}` }),
  component('customer-card', 'Customer card', 'The customer: plan, company, attributes and other conversations.', inbox),
  component('connection-status', 'Connection status', 'Shows when the inbox may be out of date.', inbox),
  component('toaster', 'Toaster', 'Shows the result of an action, with undo.', { docs: 'Render it once in the app; SupportInbox renders its own.' }),
  component('error-state', 'Error state', 'What failed, whether anything was lost, and what to do.'),
  component('rich-text', 'Rich text', 'A message as React elements, never as HTML.', {
    docs: "Give it the nodes that the routes send, or make them on the server with parseRichText() from 'intercom-v0-kit/rich-text'.",
  }),
  component('help-button', 'Help button', 'Opens the Messenger and shows unread replies.', messenger),
  component('help-launcher', 'Help launcher', 'A round button in the corner that opens the Messenger.', messenger),
  component('chat-banner', 'Chat banner', 'Offers a chat until it is dismissed.', messenger),
  component('intercom-doctor', 'Intercom doctor', 'In development, shows what is wrong with the setup and how to fix it.', messenger),
  views('account-settings', 'Account settings', 'Sections of settings, a tab each.'),
  component('settings-event-form', 'Settings form', 'Saves each field as it changes and tracks the event in Intercom.', {
    docs: `It saves to /api/account: the block account-settings brings that route, or pass onSave.`,
  }),
  component('settings-field', 'Settings field', 'One field that saves itself, with its state.'),
  component('notification-preferences', 'Notification preferences', 'Switches that save themselves.', {
    docs: `It saves to /api/account: the block account-settings brings that route, or pass onSave.`,
  }),
  component('subscription-panel', 'Subscription panel', 'The current plan, and the upgrade to the next.', {
    docs: `It posts to /api/stripe/checkout: the block account-settings brings that route.`,
  }),
  views('app-shell', 'App shell', 'Logo, navigation, support and account around a page.', messenger),
]
