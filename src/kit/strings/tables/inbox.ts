/** Strings of `SupportInbox`. */
export const supportInboxMessages = {
  title: 'Support inbox',
  list: 'Conversations',
  back: 'Conversations',
  backLabel: 'Back to conversations',
  customer: 'Customer',
  showCustomer: 'Show customer',
  close: 'Close',
}

/** Strings of `ConversationList`. */
export const conversationListMessages = {
  label: 'Conversations',
  loading: 'Loading conversations',
  loadMore: 'Load more',
  loadingMore: 'Loading more',
  loaded: {
    one: '{count} more conversation loaded, {shown} in total.',
    other: '{count} more conversations loaded, {shown} in total.',
  },

  emptyOpenTitle: 'No open conversations',
  emptyOpen: "You're all caught up.",
  emptySnoozedTitle: 'Nothing is snoozed',
  emptySnoozed: 'Snooze a conversation, and it waits here until the time you choose.',
  emptyClosedTitle: 'No closed conversations',
  emptyClosed: 'Conversations you close are kept here.',
  emptyAllTitle: 'No conversations yet',
  emptyAll: 'When a customer writes to you, the conversation appears here.',
  emptyFilteredTitle: 'No matching conversations',
  emptyFiltered: 'Try another filter, or search for fewer words.',

  row: '{name}, {time}: {text}',
  rowWithStatus: '{name}, {status}, {time}: {text}',
  check: 'Select the conversation with {name}',
  unknownCustomer: 'Unknown customer',
  noText: 'No text',
  unassigned: 'Unassigned',
  assigned: 'Assigned',
  formerTeammate: 'Former teammate',
  priority: 'Priority',
  waiting: 'waiting {duration}',
  replied: 'replied in {duration}',
  tagCount: '{count}',
  moreTags: '+{count}',

  spokenAssignee: 'Assigned to {name}.',
  spokenUnassigned: 'Unassigned.',
  spokenWaiting: 'Customer has been waiting for {duration}.',
  spokenReplied: 'First reply after {duration}.',
  spokenSnoozed: 'Snoozed until {time}.',
  spokenPriority: 'Priority.',
  spokenTags: 'Tags: {tags}.',
}

/** Strings of `InboxToolbar`. */
export const inboxToolbarMessages = {
  states: 'Conversations to show',
  open: 'Open',
  snoozed: 'Snoozed',
  closed: 'Closed',
  all: 'All',

  search: 'Search conversations',
  searchHint: 'Searches the first message of each conversation',
  clearSearch: 'Clear search',
  filters: 'Filters and sorting',
  filtersActive: { one: 'Filters and sorting, {count} active', other: 'Filters and sorting, {count} active' },

  assignee: 'Assigned to',
  anyone: 'Anyone',
  me: 'Me',
  meCount: 'Me ({count})',
  unassigned: 'Nobody',
  unassignedCount: 'Nobody ({count})',
  teammates: 'Teammates',
  teams: 'Teams',
  unknownAssignee: 'Former teammate or team',
  tag: 'Tag',
  anyTag: 'Any tag',
  unknownTag: 'Deleted tag',
  priority: 'Priority',
  anyPriority: 'Any priority',
  withPriority: 'Priority only',
  withoutPriority: 'Not priority',
  sort: 'Sort by',
  newest: 'Newest first',
  oldest: 'Oldest first',
  waiting: 'Longest waiting',
  notLoaded: "Couldn't load the options.",
  retry: 'Try again',

  active: 'Active filters',
  remove: 'Remove filter: {filter}',
  assigneeChip: 'Assigned to: {name}',
  tagChip: 'Tag: {name}',
  clear: 'Clear filters',

  openCount: { one: '{count} open', other: '{count} open' },
  snoozedCount: { one: '{count} snoozed', other: '{count} snoozed' },
  closedCount: { one: '{count} closed', other: '{count} closed' },
  allCount: { one: '{count} in total', other: '{count} in total' },
  resultCount: { one: '{count} result', other: '{count} results' },

  emptyTitle: 'No matching conversations',
  empty: 'Nothing found for: {filters}.',
  searchChip: '“{text}”',
}

/** Strings of `StatusBadge`. */
export const statusBadgeMessages = {
  unread: 'Unread',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Closed',
}

/** Strings of `ErrorState`. */
export const errorStateMessages = {
  unauthorizedTitle: "You're signed out",
  unauthorized: 'Sign in again to see this.',
  forbiddenTitle: "You don't have access",
  forbidden: "Your account isn't allowed to see this. Ask a workspace admin for access.",
  notFoundTitle: 'Not found',
  notFound: 'It may have been moved or deleted, or you may not have access.',
  rateLimitedTitle: 'Intercom is asking us to slow down',
  rateLimited: "Too many requests at once. We'll try again automatically.",
  rateLimitedWait: {
    one: "Too many requests at once. We'll try again in {count} second.",
    other: "Too many requests at once. We'll try again in {count} seconds.",
  },
  upstreamTitle: "Intercom isn't responding",
  upstream: "Intercom is having trouble. We'll try again automatically.",
  timeoutTitle: 'Intercom is taking too long',
  timeout: "The response didn't arrive in time. We'll try again automatically.",
  offlineTitle: "You're offline",
  offline: "We can't reach the server. Check your connection.",
  malformedTitle: 'We got an unexpected response',
  malformed: "The server sent something we can't show. Try again.",
  configurationTitle: "Intercom isn't set up",
  configuration: "The app can't sign in to Intercom. Your administrator can find the reason in the app's log.",
  rejectedTitle: "The request wasn't accepted",
  rejected: '{reason}',
  unknownTitle: 'Something went wrong on our side',
  unknown: 'Try again.',
  retry: 'Try again',
  reference: 'Reference',
}
