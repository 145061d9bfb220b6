/** Strings of `CustomerCard`. */
export const customerCardStrings = {
  label: 'Customer',
  loading: 'Loading the customer',
  nobodyTitle: 'No customer to show',
  nobody: "The customer you're talking to appears here: contact details, plan, company and tags.",

  user: 'User',
  lead: 'Lead',
  unknown: 'Unknown customer',

  name: 'Name',
  email: 'Email',
  noEmail: 'No email',
  copyEmail: 'Copy email address',
  unsubscribed: 'Unsubscribed from emails',
  phone: 'Phone',
  noPhone: 'No phone number',
  plan: 'Plan',
  noPlan: 'No plan',
  signedUp: 'Signed up',
  added: 'First seen',
  lastSeen: 'Last seen',
  neverSeen: 'Never',
  unknownValue: 'Unknown',
  location: 'Location',
  locationSeparator: ', ',

  companies: { one: 'Company', other: 'Companies' },
  noCompanies: 'No company',
  companiesMissing: "Companies couldn't be loaded",
  companiesForbidden: "This app's access token may not read companies. Its permissions are in Intercom's Developer Hub.",
  unnamedCompany: 'Unnamed company',
  companySpend: '{amount} a month',
  companySpendBare: 'Monthly spend {amount}',
  companyUsers: { one: '{count} user', other: '{count} users' },

  tags: 'Tags',
  noTags: 'No tags',
  tagsMissing: "Tags couldn't be loaded",
  tagsForbidden: "This app's access token may not read tags. Its permissions are in Intercom's Developer Hub.",

  attributes: 'Attributes',
  noAttributes: 'No attributes',
  yes: 'Yes',
  no: 'No',
  notSet: 'Not set',
  showAll: 'Show all {count}',
  showFewer: 'Show fewer',
  showEmpty: { one: 'Show {count} empty field', other: 'Show {count} empty fields' },
  hideEmpty: { one: 'Hide {count} empty field', other: 'Hide {count} empty fields' },

  conversations: 'Other conversations',
  noConversations: 'No other conversations',
  conversationsLoading: 'Loading other conversations',
  moreConversations: 'Show more',
  moreConversationsLoading: 'Loading more',
  untitled: 'No text',
}

/** Strings of `CopyButton`. */
export const copyButtonStrings = {
  copied: 'Copied',
  failed: "Couldn't copy. Select the text and copy it yourself.",
  pressCtrlC: "Couldn't copy. Press Ctrl+C.",
  pressCommandC: "Couldn't copy. Press ⌘C.",
}
