/** When to use a component, and which one to use otherwise. */
export interface Guide {
  use: string
  otherwise: string
  /** Parts by `data-slot`, in the order of their numbers in the picture. */
  parts: readonly (readonly [slot: string, description: string])[]
  /** Keys, roles, announcements and targets. */
  accessibility: readonly string[]
  /** Rules for the words in it. */
  content: readonly string[]
  /** Ids of the stories that show a right and a wrong use, or why there is none. */
  pairs: readonly string[] | string
  /** `beta`: props can change in a minor version. */
  status: 'stable' | 'beta'
  /** Version that brought it. */
  since: string
}

/** Guide of each component that can be copied, by registry item. */
export const guides: Record<string, Guide> = {
  'support-inbox': {
    use: 'Your team answers customers inside your product, on a page of its own.',
    otherwise: 'For one conversation beside other content, use ConversationActions. For a chat with customers, use the Messenger.',
    parts: [
      ['inbox-toolbar', 'Search and filters. Becomes the bar of bulk actions when rows are checked.'],
      ['inbox-pulse', 'The queue in one line, which also filters it: states, new, waiting, longest wait.'],
      ['conversation-list', 'Conversations that need a reply, then the others. Keeps its place while conversations arrive.'],
      ['conversation-thread', 'Messages, notes and events of the selected conversation, with its actions in the header.'],
      ['message-composer', 'The dock: reply or note, with Close, Snooze, Assign and Send.'],
      ['support-inbox-card', 'The customer. A sheet on narrow screens.'],
      ['inbox-column-handles', 'Borders of the columns. Drag them, or move them with the arrow keys.'],
    ],
    accessibility: [
      'Every action has a key. `?` shows them; `shortcuts={false}` turns single letters off, and `keymap` changes them.',
      'F6 leads to the messages about actions and back. The focus returns to its place when a dialog closes.',
      'New messages and results of actions are announced in live regions.',
    ],
    content: [
      'Name the state that the customer sees: "Waiting 55m", not "Pending".',
      'A message about an action says what happened and offers Undo: "Closed. Undo".',
    ],
    pairs: ['pairs-inbox--inbox-height'],
    status: 'stable',
    since: '0.1.0',
  },
  'conversation-list': {
    use: 'People pick a conversation from many, such as on the page of a company or in a queue of your own.',
    otherwise: 'With the thread and the customer next to it, use SupportInbox, which also has search, filters and bulk actions.',
    parts: [
      ['conversation-row', 'A conversation. Its whole area is one target.'],
      ['waiting-ring', 'Share of the reply target that has passed.'],
      ['conversation-row-control', 'The name. Its accessible name contains status, time and text.'],
      ['conversation-row-meta', 'Badges: status, first tag, assignee.'],
      ['conversation-row-match', 'What matched the search of an agent, instead of tag and assignee.'],
      ['conversation-list-more', 'Loads the next page.'],
    ],
    accessibility: [
      'A list with one tab stop. ↑ and ↓, Home and End move the focus; Enter selects.',
      'A row is a button, or a link if `getHref` is set. Ring, badges and colours repeat what its description says in words.',
      'Loading, more rows and filters that match nothing are announced in a status.',
    ],
    content: [
      'A row has one line for the subject and the preview. Put the reason first in subjects that your app sets.',
      'The status badge stays away if the tab already says it.',
    ],
    pairs: ['pairs-inbox--subjects'],
    status: 'stable',
    since: '0.1.0',
  },
  'conversation-thread': {
    use: 'People read a conversation: its messages, notes, events and files.',
    otherwise: 'To also reply, add MessageComposer. To also close, snooze or assign, use ConversationActions.',
    parts: [
      ['thread-header', 'Customer, subject, status, assignee and tags.'],
      ['thread-log', 'Messages, oldest first.'],
      ['thread-separator', 'Days, and where unread messages begin.'],
      ['thread-bubble', 'A message. Notes have a colour and a label of their own.'],
      ['thread-event', 'What the team or Intercom did. Several in a row fold into one line.'],
      ['thread-jump', 'Leads to the newest message, with the number of unread ones.'],
    ],
    accessibility: [
      'The log has the role `log` and is a tab stop when it overflows. New messages are announced.',
      'Every message is an `article` whose name says author, role and time.',
      'Images load on request, and links name their host if the text pretends another one.',
    ],
    content: [
      'Events are sentences in the past: "Tom Gallagher assigned this to Priya Raman".',
      'A note says "Internal note" in words; colour alone is not enough.',
    ],
    pairs: ['pairs-inbox--thread-height'],
    status: 'stable',
    since: '0.1.0',
  },
  'message-composer': {
    use: 'A teammate or a customer writes in an existing conversation, below its thread.',
    otherwise: 'For a first message from a customer, use HelpButton, which opens the Messenger.',
    parts: [
      ['composer-mode', 'Reply or note.'],
      ['composer-hint', 'Who will see the message.'],
      ['composer-attachments', 'Files, with their state.'],
      ['composer-placeholders', 'Placeholders of a saved reply that could not be filled in.'],
      ['composer-tools', 'Attach, and the finder of saved replies and articles.'],
      ['composer-count', 'Characters that are left, near the limit only.'],
      ['composer-send', 'Send, with Send and close, and Send and snooze in its menu.'],
    ],
    accessibility: [
      'Ctrl+Enter or ⌘+Enter sends; with `sendOnEnter`, Enter does.',
      'A slash at the start of a word opens the finder, a combobox. Enter inserts, Escape keeps the typed text, and the focus returns to the field.',
      'Placeholders that are left are announced as a status, and describe the field.',
      'Send stays focusable while there is nothing to send, so the focus keeps its place.',
      'Refused files are announced as an alert; being offline and restored drafts as a status.',
    ],
    content: [
      'The hint names the reader: "Ravi Subramaniam will see this".',
      'Problems of a file say its name and the limit.',
      'Internal articles go into notes only, and their row says so.',
    ],
    pairs: ['pairs-inbox--recipient'],
    status: 'stable',
    since: '0.1.0',
  },
  'conversation-actions': {
    use: 'A page shows one conversation, such as an order with its complaint, and people finish it there.',
    otherwise: 'For a queue of conversations, use SupportInbox, which has the same actions.',
    parts: [
      ['conversation-actions', 'Toolbar of the actions. Those without room move into the menu.'],
      ['snooze-preset', 'A time to snooze until, with its number key.'],
      ['picker-list', 'Teammates, teams or tags, filtered while typing.'],
    ],
    accessibility: [
      'A group with a name. Buttons that open a picker say so (`aria-haspopup="dialog"`) and get the focus back.',
      'The keys 1 to 5 choose a preset of the snooze picker. Typed times are read in the language of the app.',
      'Actions apply at once; a failure restores the old state and is announced with a retry.',
    ],
    content: [
      'Verbs without an object: Close, Snooze, Assign. The conversation is the object.',
      'Times of presets are complete: "Tomorrow, 09:00".',
    ],
    pairs: ['pairs-inbox--action-words'],
    status: 'beta',
    since: '0.1.0',
  },
  'customer-card': {
    use: 'A teammate needs the plan, company, attributes and other conversations of a customer.',
    otherwise: "To show users their own account, use AccountSettings: the card contains your team's data.",
    parts: [
      ['customer-header', 'Picture, name and role.'],
      ['customer-details', 'What the team looks up most. Empty fields fold behind one line.'],
      ['customer-companies', 'Companies with plan and spend.'],
      ['customer-attributes', 'Custom attributes.'],
      ['customer-conversations', 'Other conversations with this customer.'],
    ],
    accessibility: [
      'An `article` with the name as its heading. Sections have headings, details are a description list.',
      'Copied values are announced. The button says what it copies.',
      'Conversations are buttons only if `onSelectConversation` is set.',
    ],
    content: [
      'Labels are nouns of one or two words. Values keep the spelling of Intercom.',
      'An empty section says so in words: "No tags".',
    ],
    pairs: ['pairs-inbox--card-width'],
    status: 'stable',
    since: '0.1.0',
  },
  'conversation-details': {
    use: 'Agents answer a conversation and need its channel, SLA, rating, what Fin did, and its custom attributes.',
    otherwise: 'For facts about the person, use CustomerCard. SupportInbox shows both.',
    parts: [
      ['details-sla', 'Status of the SLA.'],
      ['details-attributes', 'Custom attributes.'],
      ['attribute-value', 'A value. A click opens the editor in its place.'],
      ['attribute-editor', 'Field, Save and Cancel.'],
    ],
    accessibility: [
      'A region with a name. Facts are a description list, and stars have words.',
      'A value is a button whose name has the value and the attribute. Enter saves, Escape cancels, and the focus returns to the value.',
      'Changes apply at once; a failure restores the old value and is announced with a retry.',
    ],
    content: [
      'Only facts that exist are shown. A conversation without any shows its channel.',
      'Types and options of attributes need API version 2.16. Before that, a value keeps its type.',
    ],
    pairs: 'Show it beside ConversationThread, and above CustomerCard.',
    status: 'beta',
    since: '0.2.0',
  },
  'customer-timeline': {
    use: 'Agents need to know what a customer did before they wrote: upgrades, exports, notes of the team, earlier conversations.',
    otherwise: "For a customer's current data, use CustomerCard. For charts of usage, use your analytics.",
    parts: [
      ['timeline-missing', 'Sources that failed, with the permission that the access token lacks.'],
      ['timeline-day', 'Entries of one day.'],
      ['timeline-entry', 'An event, a note or a conversation. `data-kind` says which.'],
    ],
    accessibility: [
      'A region with one list per day, named by the day.',
      'Conversations are buttons only if `onSelectConversation` is set. The selected one has `aria-current`.',
      'Loading is announced. If the button for earlier entries disappears, the region keeps the focus.',
    ],
    content: [
      'Names of events become words: `plan_upgraded` is "Plan upgraded". Name events so that they read well.',
      'Intercom lists events for 90 days. Notes and conversations go back to the first.',
    ],
    pairs: 'Show it below CustomerCard. For customers, it has nothing: its routes are for agents.',
    status: 'beta',
    since: '0.2.0',
  },
  'contact-notes': {
    use: 'Agents keep what they learn about a person, beyond one conversation: preferences, agreements, warnings.',
    otherwise: 'For remarks about one conversation, write a note with MessageComposer. It stays in the thread.',
    parts: [
      ['contact-note-form', 'The field and its button.'],
      ['contact-note', 'A note. While it is saved, `data-state` is `saving`.'],
    ],
    accessibility: [
      'A region with a list. The field has a name, and Ctrl or Cmd with Enter adds the note.',
      'Saving is announced. A failure is an alert, and the text is back in the field.',
    ],
    content: [
      'Notes are for the team. Customers never receive them, and no text of theirs is shown.',
      'If it is unclear whether a note was saved, the message says to look at the list first.',
    ],
    pairs: 'Show it beside CustomerTimeline, which also lists notes between events and conversations.',
    status: 'beta',
    since: '0.2.0',
  },
  'my-support': {
    use: 'Customers read your replies inside your product: on a page of their account, or where the Messenger is blocked.',
    otherwise: 'For your team, use SupportInbox. For one button that leads to help, use HelpButton.',
    parts: [
      ['my-support-list', "The customer's conversations. Unread replies are marked until they were shown."],
      ['my-support-pane', 'The selected conversation with its reply, or the form for a new message.'],
      ['conversation-thread', 'Messages, without what only the team sees.'],
      ['message-composer', 'Reply. It reopens a closed conversation.'],
      ['support-form', 'New message.'],
    ],
    accessibility: [
      'A section named by its heading. The list has one tab stop; ↑ and ↓ move in it, Enter selects.',
      'In a narrow box the list and the conversation take turns, and the focus moves along.',
      'New replies are announced by the thread, and counted in words beside the heading.',
    ],
    content: [
      'Rows begin with the subject, which the customer wrote.',
      'Say what happens next: "Write to us, and the conversation appears here with our reply."',
    ],
    pairs: 'It shows what customers and your team write.',
    status: 'beta',
    since: '0.2.0',
  },
  'support-form': {
    use: 'Customers begin a conversation without the Messenger: on a contact page, or in a dialog if the Messenger is blocked.',
    otherwise: 'Where the Messenger works, HelpButton is faster for everybody. For conversations that exist, use MySupport.',
    parts: [
      ['support-form-field', 'Label, control, and a hint or a problem.'],
      ['support-form-message', 'Text and files. Drop or paste files anywhere in the form.'],
      ['support-form-notice', 'Why the message can\'t be sent now, or wasn\'t, and that nothing is lost.'],
      ['support-form-sent', 'Confirms the message, with a link to the conversation.'],
    ],
    accessibility: [
      'Ctrl+Enter or ⌘+Enter sends from any field. An invalid form moves the focus to the first problem.',
      'Failures are alerts. Sending and success are announced in a status; in a dialog, the confirmation gets the focus.',
      'Send stays focusable while it waits. A countdown is shown every second, and read once.',
    ],
    content: [
      'Every failure says whether the message was sent, and that the text is kept.',
      'Ask only for what your team needs to answer. Add fields of your own as `children`.',
    ],
    pairs: 'Its fields and words come with it.',
    status: 'beta',
    since: '0.2.0',
  },
  'connection-status': {
    use: 'A screen shows live data without SupportInbox, and people must know when it may be out of date.',
    otherwise: 'Inside SupportInbox, add nothing: the inbox renders its own.',
    parts: [
      ['connection-status', 'Icon and sentence. Empty while live updates work.'],
    ],
    accessibility: [
      'A status: changes are announced, the first state is not.',
      'The icon is decoration; the words say everything.',
    ],
    content: [
      'Say what it means for the data: "Reconnecting. Updates may be late."',
      'Waiting has the waiting colour. Red is for failures.',
    ],
    pairs: ['pairs-inbox--connection-words'],
    status: 'stable',
    since: '0.1.0',
  },
  toaster: {
    use: 'Actions can fail or be undone after the user has moved on. Render it once per app.',
    otherwise: 'For an error that blocks the screen, use ErrorState. For an error of one field, show it at the field.',
    parts: [
      ['toaster', 'Region of all messages about actions.'],
      ['toast', 'A message with at most one action. Errors stay until dismissed.'],
    ],
    accessibility: [
      'A region that F6 reaches, with a status for results and an alert for each error.',
      'Time stops while the pointer or the focus is inside.',
      'When a message goes, the focus moves to the next one, then back to where it was.',
    ],
    content: [
      'Say what happened and to what: "3 conversations closed".',
      'The action is one verb: Undo, Try again.',
    ],
    pairs: ['pairs-inbox--error-in-place'],
    status: 'stable',
    since: '0.1.0',
  },
  'error-state': {
    use: 'Data failed to load, and the screen or the panel has nothing else to show.',
    otherwise: 'For an action that failed while its data is still on screen, use Toaster.',
    parts: [
      ['error-state', 'What failed, why, and a retry. As a panel, a line or a banner.'],
      ['empty-state', 'Nothing to show, and what fills it.'],
    ],
    accessibility: [
      'An alert, so it is announced when it appears.',
      'The seconds until a retry are hidden from screen readers; the sentence names the wait once.',
      'Focus inside stays when the error changes.',
    ],
    content: [
      'First what happened, then what to do. The reference of the error comes last.',
      'An empty state is no error: say what will appear here.',
    ],
    pairs: ['pairs-inbox--error-words'],
    status: 'stable',
    since: '0.1.0',
  },
  'rich-text': {
    use: 'You render the body of a message in a view of your own.',
    otherwise: 'For whole conversations, use ConversationThread. For HTML that you write yourself, use plain JSX.',
    parts: [
      ['rich-text', 'The message.'],
      ['rich-text-link', 'A link that opens in a new tab.'],
      ['rich-text-link-place', 'Host of a link whose text names another one.'],
      ['rich-text-image', 'An image, loaded when the reader asks.'],
      ['rich-text-quote', 'Quoted text.'],
      ['rich-text-folded', 'Older e-mails below a message.'],
    ],
    accessibility: [
      'Headings start at `headingLevel`, so the outline of the page stays intact.',
      'Tables and code that overflow are groups with a name, and scroll with the keys.',
      'A blocked image says what it shows and which host it comes from before it loads.',
    ],
    content: [
      'Write what a link leads to, not "click here".',
    ],
    pairs: ['pairs-inbox--link-words'],
    status: 'stable',
    since: '0.1.0',
  },
  messenger: {
    use: 'Users of your app chat with your team, and you want a button, a launcher and a banner for it.',
    otherwise: "For your team's side of the conversations, use SupportInbox. For one way to open a chat, copy that component alone.",
    parts: [
      ['help-button', 'Opens the Messenger from a place in the layout.'],
      ['help-launcher', 'Opens it from the corner of every page.'],
      ['chat-banner', 'Offers a chat for an occasion.'],
    ],
    accessibility: [
      'All three open the same dialog of Intercom, and say whether it is open.',
      'If the Messenger is blocked, they become links or show another way to get help.',
    ],
    content: [
      'One place for help per page. Name it the same everywhere.',
    ],
    pairs: ['pairs-messenger--one-name'],
    status: 'stable',
    since: '0.1.0',
  },
  'help-button': {
    use: 'Help belongs in a place that you control: a navigation bar, a menu, or a sentence with variant="link".',
    otherwise: 'For help on every page, use HelpLauncher. To announce a chat, use ChatBanner.',
    parts: [
      ['help-button', 'The button, in the variants of Button.'],
      ['unread-badge', 'Unread messages, up to 9+.'],
      ['help-fallback', 'Other ways to get help, if the Messenger does not load.'],
    ],
    accessibility: [
      '`aria-haspopup="dialog"` and `aria-expanded` follow the Messenger.',
      'While the Messenger loads, the button stays focusable and is marked busy. A failure is announced in a status.',
      'The number of unread messages is part of the name.',
    ],
    content: [
      'Say what the user gets: "Contact support", "Ask about billing".',
      'A text for the Messenger (`message`) is a question the user would ask.',
    ],
    pairs: ['pairs-messenger--button-words', 'pairs-messenger--button-in-sentence'],
    status: 'stable',
    since: '0.1.0',
  },
  'help-launcher': {
    use: 'Help must be within reach on every page, without a place in the layout. Render it once.',
    otherwise: "If the layout has a place for help, use HelpButton. Don't render both on a page, nor next to Intercom's own launcher.",
    parts: [
      ['help-launcher', 'Round button in the corner. Steps aside while the user types on a phone.'],
      ['unread-badge', 'Unread messages, up to 9+.'],
    ],
    accessibility: [
      'Its name is "Help" or your `aria-label`, plus the number of unread messages.',
      'The target is at least 40 px, 48 px with `look="prominent"`.',
      'Hidden launchers leave the order of Tab.',
    ],
    content: [
      'An icon only. If people need words, use HelpButton.',
    ],
    pairs: ['pairs-messenger--launcher-alone'],
    status: 'stable',
    since: '0.1.0',
  },
  'chat-banner': {
    use: 'You offer a chat for an occasion, such as a trial that ends, or announce unread replies at the top of a page.',
    otherwise: 'For help that is always there, use HelpLauncher or HelpButton: a banner can be dismissed.',
    parts: [
      ['chat-banner', 'Region with one sentence and one action.'],
      ['chat-banner-dismiss', 'Hides it. The choice is kept in this browser.'],
    ],
    accessibility: [
      'A region with a name. Unread replies are announced in a status.',
      'Both buttons are at least 40 px on touch screens.',
    ],
    content: [
      'One sentence without a full stop, at most 80 characters.',
      'The action is a verb: Chat with us, Read the reply.',
    ],
    pairs: ['pairs-messenger--banner-length', 'pairs-messenger--banner-tone'],
    status: 'stable',
    since: '0.1.0',
  },
  'intercom-doctor': {
    use: 'You set up the Messenger. Render it once below IntercomProvider. It renders nothing in production.',
    otherwise: 'To tell customers that chat is blocked, pass a fallback to HelpButton, HelpLauncher or ChatBanner.',
    parts: [
      ['intercom-doctor', 'Problems of the set-up, each with what to do.'],
    ],
    accessibility: [
      'A region at the end of the page. New problems are announced in a status.',
      'It never takes the focus.',
    ],
    content: [
      'First the problem, then the line of code or the setting that mends it.',
    ],
    pairs: 'Developers see it, and it has no text or look to choose.',
    status: 'beta',
    since: '0.1.0',
  },
  'app-shell': {
    use: 'A new app needs a sidebar, a top bar, an account menu and a way to support.',
    otherwise: 'If your app has a layout, keep it and add HelpButton or HelpLauncher.',
    parts: [
      ['app-sidebar', 'Main links. Collapses to icons, and is a sheet on phones.'],
      ['sign-out-failure', 'Why signing out failed, with a retry.'],
    ],
    accessibility: [
      'Landmarks have names: main menu and top menu. The current page has `aria-current`.',
      'The first Tab leads to "Skip to content".',
      'Targets are 36 px with a mouse and 44 px on touch screens.',
    ],
    content: [
      'Links are nouns: Dashboard, Inbox, Settings.',
    ],
    pairs: ['pairs-account--link-nouns'],
    status: 'beta',
    since: '0.1.0',
  },
  'account-settings': {
    use: 'Users change their profile, notifications and plan on one page.',
    otherwise: 'For one of these sections, use SettingsEventForm, NotificationPreferences or SubscriptionPanel.',
    parts: [
      ['account-settings', 'Tabs of the account: profile, notifications, plan.'],
      ['settings-event-form', 'Profile, saved field by field.'],
    ],
    accessibility: [
      'Tabs with ↑ and ↓ or ← and →. The tab is part of the address.',
      'Panels are labelled by their tab.',
    ],
    content: [
      'Tabs have one word.',
    ],
    pairs: ['pairs-account--tab-words'],
    status: 'stable',
    since: '0.1.0',
  },
  'settings-event-form': {
    use: 'Each field saves when the user leaves it, and Intercom gets one event per change.',
    otherwise: 'For fields that only make sense together, such as an address, use a form with a submit button.',
    parts: [
      ['settings-field', 'Label, control and description.'],
      ['field-status', 'Saving, saved.'],
      ['field-error', 'Why a value was not saved, with a retry.'],
    ],
    accessibility: [
      'Every control has a label. Errors are linked by `aria-describedby` and announced as an alert.',
      'Saved values are announced in a status.',
      'A failed field keeps what was typed.',
    ],
    content: [
      'Labels are nouns. Descriptions say what the value is used for.',
      'Errors say what a correct value looks like.',
    ],
    pairs: ['pairs-account--field-words'],
    status: 'stable',
    since: '0.1.0',
  },
  'notification-preferences': {
    use: 'Users switch notifications on and off, and each switch saves at once.',
    otherwise: 'For text fields, use SettingsEventForm.',
    parts: [
      ['notification-preferences', 'Switches, each saved at once.'],
      ['settings-field', 'Label, switch and description.'],
      ['field-error', 'Why a switch went back, with a retry.'],
    ],
    accessibility: [
      'Switches have the role `switch` and are labelled by their text.',
      'Saved and failed switches are announced.',
    ],
    content: [
      'Name what arrives: "Replies to my conversations", not "Enable notifications".',
    ],
    pairs: ['pairs-account--switch-words'],
    status: 'stable',
    since: '0.1.0',
  },
  'subscription-panel': {
    use: 'Users see their plan with its usage and upgrade to the next one.',
    otherwise: 'To compare several plans, link to a pricing page.',
    parts: [
      ['subscription-panel', 'Plan, price and usage.'],
      ['subscription-offer', 'The next plan, and what it adds.'],
      ['upgrade-failure', 'Why the upgrade failed, and whether anything was paid.'],
      ['upgrade-success', 'Thanks for the upgrade. Gets the focus.'],
    ],
    accessibility: [
      'Usage is a progress bar with its figures as text.',
      'The button stays focusable while the payment runs. Success gets the focus, failures are announced.',
    ],
    content: [
      'A failure always says whether money moved.',
      'Prices have currency and period.',
    ],
    pairs: ['pairs-account--one-offer'],
    status: 'stable',
    since: '0.1.0',
  },
}
