/** Strings of `SupportInbox`. */
export const supportInboxStrings = {
  title: 'Support inbox',
  list: 'Conversations',
  backLabel: 'Back to conversations',
  customer: 'Customer',
  showCustomer: 'Show customer',
  hideCustomer: 'Hide customer',
  close: 'Close',
}

/** Strings of `InboxToolbar`. */
export const inboxToolbarStrings = {
  search: 'Search conversations',
  searchHint: 'Searches the first message of each conversation',
  searchPeopleHint: 'Searches first messages, names, email addresses, phone numbers and whole company names',
  clearSearch: 'Clear search',
  filters: 'Filters and sorting',
  filtersActive: 'Filters and sorting, {count} active',

  openCount: '{count} open',
  snoozedCount: '{count} snoozed',
  closedCount: '{count} closed',
  allCount: '{count} in total',
  resultCount: { one: '{count} result', other: '{count} results' },
}
