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
  clearSearch: 'Clear search',
  filters: 'Filters and sorting',
  filtersActive: { one: 'Filters and sorting, {count} active', other: 'Filters and sorting, {count} active' },

  openCount: { one: '{count} open', other: '{count} open' },
  snoozedCount: { one: '{count} snoozed', other: '{count} snoozed' },
  closedCount: { one: '{count} closed', other: '{count} closed' },
  allCount: { one: '{count} in total', other: '{count} in total' },
  resultCount: { one: '{count} result', other: '{count} results' },
}

/** Strings of `BulkBar`, and of failed bulk actions. */
export const bulkBarStrings = {
  label: 'Selected conversations',
  selected: { one: '{count} selected', other: '{count} selected' },
  progress: '{finished} of {total} done',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  clear: 'Clear selection',

  failed: { one: "{count} of {total} wasn't changed.", other: "{count} of {total} weren't changed." },
  rowFailed: 'Not changed: {reason}',
  retryFailed: { one: 'Try {count} again', other: 'Try {count} again' },
  dismiss: 'Dismiss',
}
