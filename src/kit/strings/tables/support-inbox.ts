/** The English words of `SupportInbox`. */
export const supportInboxMessages = {
  title: 'Support inbox',
  list: 'Conversations',
  back: 'Conversations',
  backLabel: 'Back to conversations',
  customer: 'Customer',
  showCustomer: 'Show customer',
  close: 'Close',
}
