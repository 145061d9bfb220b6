/** The English words of `SupportInbox`. */
export const supportInboxMessages = {
  title: 'Support inbox',
  list: 'Conversations',
  filter: 'Conversations to show',
  open: 'Open',
  snoozed: 'Snoozed',
  closed: 'Closed',
  all: 'All',
  openCount: { one: '{count} open', other: '{count} open' },
  snoozedCount: { one: '{count} snoozed', other: '{count} snoozed' },
  closedCount: { one: '{count} closed', other: '{count} closed' },
  allCount: { one: '{count} in all', other: '{count} in all' },
  back: 'Conversations',
  backLabel: 'Back to conversations',
  customer: 'Customer',
  showCustomer: 'Show customer',
  close: 'Close',
}
