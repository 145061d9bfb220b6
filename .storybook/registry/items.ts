/**
 * Registry items. Files, packages, primitives and dependencies come from the imports of each item's files. A component
 * contains views only, so it can be added again to update. A block adds files that the app owns (pages, the route,
 * authorize.ts), so it is added once.
 */

export interface ItemRow {
  name: string
  type: 'registry:block' | 'registry:component'
  title: string
  description: string
  /** Entry files, from the project root. */
  files: string[]
  /** Items to include although no file imports them. */
  with?: string[]
  env?: string[]
  /** Next step, printed by the shadcn CLI. */
  docs?: string
}

const APP_ID = 'NEXT_PUBLIC_INTERCOM_APP_ID'
const TOKEN = 'INTERCOM_ACCESS_TOKEN'

const provider =
  "In app/layout.tsx, render <IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger' inside <body>, and set " +
  `${APP_ID} in .env.local.`
const api =
  `Requires the routes below /api/intercom: add the item intercom-api if your app doesn't have them, and set ${TOKEN} in .env.local.`
const authorize = 'Identify the signed-in user in lib/intercom/authorize.ts. Until you do, every route responds with 401.'
const toaster = 'Render Toaster once in your app to show results with undo. SupportInbox renders its own.'
const account = 'Requires PATCH /api/account, which the block account-settings adds.'

type More = Partial<Pick<ItemRow, 'files' | 'env' | 'docs'>>

function component(name: string, title: string, description: string, { files, ...more }: More = {}): ItemRow {
  return { name, type: 'registry:component', title, description, files: files ?? [`src/components/intercom/${name}.tsx`], ...more }
}

/** Defines the views of a component that shares its name with a block, as `<name>-views`. */
function views(name: string, title: string, description: string, more: More = {}): ItemRow {
  return component(`${name}-views`, `${title}: views`, description, { files: [`src/components/intercom/${name}.tsx`], ...more })
}

function block(name: string, title: string, description: string, more: Omit<ItemRow, 'name' | 'type' | 'title' | 'description'>): ItemRow {
  return { name, type: 'registry:block', title, description, ...more }
}

const messenger = { env: [APP_ID], docs: provider }
const inbox = { env: [TOKEN], docs: api }

export const itemRows: ItemRow[] = [
  block('support-inbox', 'Support inbox', 'A support inbox page with its API routes.', {
    files: ['src/app/inbox/page.tsx'],
    with: ['intercom-api'],
    env: [TOKEN],
    docs: `The inbox is at /inbox. ${authorize} Set ${TOKEN} in .env.local.`,
  }),
  block('messenger', 'Messenger', 'A help button, launcher and chat banner, with the routes that verify identities.', {
    files: [],
    with: ['intercom-api', 'help-button', 'help-launcher', 'chat-banner'],
    env: [APP_ID],
    docs: `${provider} ${authorize}`,
  }),
  block('account-settings', 'Account settings', 'A settings page that autosaves, with its API routes and a Stripe checkout.', {
    files: ['src/app/settings/page.tsx', 'src/app/api/account/route.ts', 'src/app/api/stripe/checkout/route.ts'],
    with: ['intercom-api'],
    env: ['STRIPE_SECRET_KEY', 'APP_URL'],
    docs: `The settings are at /settings. Pass your fields and plans to the page, and save accounts in lib/intercom/account.ts. ${authorize}`,
  }),
  block('app-shell', 'App shell', 'An app layout with navigation, support and account menus.', {
    files: ['src/app/(app)/layout.tsx'],
    with: ['intercom-api'],
    env: [APP_ID],
    docs: `Move the pages inside the shell to app/(app), and pass your links, the signed-in user and signOut() in its layout.tsx. ${authorize}`,
  }),
  block('intercom-api', 'API routes', 'The catch-all route for /api/intercom and the file that identifies the caller.', {
    files: ['src/app/api/intercom/[...path]/route.ts', 'src/lib/intercom/authorize.ts'],
    env: [TOKEN, 'INTERCOM_MESSENGER_API_SECRET', 'INTERCOM_CLIENT_SECRET', APP_ID],
    docs: `${authorize} Set the environment variables in .env.local.`,
  }),

  views('support-inbox', 'Support inbox', 'Find, read, answer and triage conversations, by mouse or keyboard.', inbox),
  component('conversation-list', 'Conversation list', 'A list of conversations with sender, preview, status and waiting time.', inbox),
  component('conversation-thread', 'Conversation thread', 'A conversation with its messages, notes, events and files.', inbox),
  component('message-composer', 'Message composer', 'An editor for replies and internal notes, with files, saved replies and articles.', {
    ...inbox, docs: `${api} ${toaster}`,
  }),
  component('conversation-actions', 'Conversation actions', 'Buttons to close, snooze, assign and tag a conversation, with undo.', { ...inbox, docs: `${api} ${toaster}` }),
  component('customer-card', 'Customer card', "A customer's plan, company, attributes and other conversations.", inbox),
  component('conversation-details', 'Conversation details', "A conversation's channel, SLA, AI agent, rating and custom attributes, which agents can edit.", { ...inbox, docs: `${api} ${toaster}` }),
  component('customer-timeline', 'Customer timeline', "A customer's events, notes and conversations by day, for your team.", inbox),
  component('contact-notes', 'Contact notes', "Your team's notes on a contact, with a field for a new one.", inbox),
  component('my-support', 'My support', "A customer's own conversations, with replies and a form for a new one.", {
    ...inbox, docs: `${api} ${toaster}`,
  }),
  component('support-form', 'Support form', 'A form that starts a conversation without the Messenger, on a page or in a dialog.', {
    ...inbox, files: ['src/components/intercom/support-form.tsx', 'src/components/intercom/support-form/help-form.tsx'],
    docs: `${api} To open it from help buttons, render <HelpForm /> in app/layout.tsx and give them fallback={{ form: true }}.`,
  }),
  component('connection-status', 'Connection status', 'A notice that the inbox may be out of date.', inbox),
  component('toaster', 'Toaster', 'Toasts for the results of actions, with undo.', { docs: toaster }),
  component('error-state', 'Error state', 'An error with its cause, its consequences and a retry button.'),
  component('rich-text', 'Rich text', 'A message rendered as React elements, never as HTML.', {
    docs: "Pass the nodes that the routes return, or parse HTML on the server with parseRichText() from 'intercom-v0-kit/rich-text'.",
  }),
  component('help-button', 'Help button', 'A button that opens the Messenger and shows the unread count.', messenger),
  component('help-launcher', 'Help launcher', 'A small help icon in the corner that opens the Messenger.', messenger),
  component('chat-banner', 'Chat banner', 'A dismissible banner that offers a chat.', messenger),
  component('intercom-doctor', 'Intercom doctor', 'A development panel that lists setup problems and their fixes.', messenger),
  views('account-settings', 'Account settings', 'Account settings in tabs.'),
  component('settings-event-form', 'Settings form', 'A form that autosaves each field and tracks the event in Intercom.', {
    docs: `${account} Or pass onSave.`,
  }),
  component('settings-field', 'Settings field', 'An autosaving field with its save status.'),
  component('notification-preferences', 'Notification preferences', 'Autosaving switches for notifications.', {
    docs: `${account} Or pass onSave.`,
  }),
  component('subscription-panel', 'Subscription panel', 'The current plan with an upgrade.', {
    docs: 'Requires POST /api/stripe/checkout, which the block account-settings adds.',
  }),
  views('app-shell', 'App shell', 'An app frame with navigation, support and account menus.', messenger),
]
