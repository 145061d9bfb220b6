/** When to use a component, and which one to use otherwise. */
export interface Usage {
  use: string
  otherwise: string
}

/** Usage of each component that can be copied, by registry item. */
export const usages: Record<string, Usage> = {
  'support-inbox': {
    use: 'Your team answers customers inside your product, on a page of its own.',
    otherwise: 'For one conversation beside other content, use ConversationActions. For a chat with customers, use the Messenger.',
  },
  'conversation-list': {
    use: 'People pick a conversation from many, such as on the page of a company or in a queue of your own.',
    otherwise: 'With the thread and the customer next to it, use SupportInbox, which also has search, filters and bulk actions.',
  },
  'conversation-thread': {
    use: 'People read a conversation: its messages, notes, events and files.',
    otherwise: 'To also reply, add MessageComposer. To also close, snooze or assign, use ConversationActions.',
  },
  'message-composer': {
    use: 'A teammate or a customer writes in an existing conversation, below its thread.',
    otherwise: 'For a first message from a customer, use HelpButton, which opens the Messenger.',
  },
  'conversation-actions': {
    use: 'A page shows one conversation, such as an order with its complaint, and people finish it there.',
    otherwise: 'For a queue of conversations, use SupportInbox, which has the same actions.',
  },
  'customer-card': {
    use: 'A teammate needs the plan, company, attributes and other conversations of a customer.',
    otherwise: "To show users their own account, use AccountSettings: the card contains your team's data.",
  },
  'connection-status': {
    use: 'A screen shows live data without SupportInbox, and people must know when it may be out of date.',
    otherwise: 'Inside SupportInbox, add nothing: the inbox renders its own.',
  },
  toaster: {
    use: 'Actions can fail or be undone after the user has moved on. Render it once per app.',
    otherwise: 'For an error that blocks the screen, use ErrorState. For an error of one field, show it at the field.',
  },
  'error-state': {
    use: 'Data failed to load, and the screen or the panel has nothing else to show.',
    otherwise: 'For an action that failed while its data is still on screen, use Toaster.',
  },
  'rich-text': {
    use: 'You render the body of a message in a view of your own.',
    otherwise: 'For whole conversations, use ConversationThread. For HTML that you write yourself, use plain JSX.',
  },
  messenger: {
    use: 'Users of your app chat with your team, and you want a button, a launcher and a banner for it.',
    otherwise: "For your team's side of the conversations, use SupportInbox. For one way to open a chat, copy that component alone.",
  },
  'help-button': {
    use: 'Help belongs in a place that you control: a navigation bar, a menu, or a sentence with variant="link".',
    otherwise: 'For help on every page, use HelpLauncher. To announce a chat, use ChatBanner.',
  },
  'help-launcher': {
    use: 'Help must be within reach on every page, without a place in the layout. Render it once.',
    otherwise: "If the layout has a place for help, use HelpButton. Don't render both on a page, nor next to Intercom's own launcher.",
  },
  'chat-banner': {
    use: 'You offer a chat for an occasion, such as a trial that ends, or announce unread replies at the top of a page.',
    otherwise: 'For help that is always there, use HelpLauncher or HelpButton: a banner can be dismissed.',
  },
  'intercom-doctor': {
    use: 'You set up the Messenger. Render it once below IntercomProvider. It renders nothing in production.',
    otherwise: 'To tell customers that chat is blocked, pass a fallback to HelpButton, HelpLauncher or ChatBanner.',
  },
  'app-shell': {
    use: 'A new app needs a sidebar, a top bar, an account menu and a way to support.',
    otherwise: 'If your app has a layout, keep it and add HelpButton or HelpLauncher.',
  },
  'account-settings': {
    use: 'Users change their profile, notifications and plan on one page.',
    otherwise: 'For one of these sections, use SettingsEventForm, NotificationPreferences or SubscriptionPanel.',
  },
  'settings-event-form': {
    use: 'Each field saves when the user leaves it, and Intercom gets one event per change.',
    otherwise: 'For fields that only make sense together, such as an address, use a form with a submit button.',
  },
  'notification-preferences': {
    use: 'Users switch notifications on and off, and each switch saves at once.',
    otherwise: 'For text fields, use SettingsEventForm.',
  },
  'subscription-panel': {
    use: 'Users see their plan with its usage and upgrade to the next one.',
    otherwise: 'To compare several plans, link to a pricing page.',
  },
}
