/** The English words of `MessageComposer`. `{name}` is the customer. */
export const messageComposerMessages = {
  label: 'Write a message',
  mode: 'What you write',
  reply: 'Reply',
  note: 'Note',
  replyHint: '{name} reads this',
  noteHint: 'Internal note: only teammates read this',
  customerHint: 'The support team reads this',
  customerFallback: 'The customer',
  replyField: 'Reply',
  noteField: 'Internal note',
  customerField: 'Your message',
  replyPlaceholder: 'Write a reply',
  notePlaceholder: 'Write a note for your teammates',
  customerPlaceholder: 'Write a message',
  sendReply: 'Send reply',
  addNote: 'Add note',
  sendMessage: 'Send',
  sendAndClose: 'Send and close',
  enterSends: 'Enter sends',
  modifierEnterSends: 'Ctrl Enter sends',

  attach: 'Attach files',
  attachments: 'Files to send',
  remove: 'Remove {name}',
  dropHere: 'Drop files to attach them',
  tooMany: '{name} was left out: a message can have 10 files.',
  tooLarge: '{name} was left out: the files of a message can have 3 MB together.',
  empty: '{name} was left out: it is empty.',

  savedReplies: 'Saved replies',
  savedRepliesHint: 'It is put where the cursor is. Read it before you send it.',
  findReply: 'Saved replies',
  findReplyPlaceholder: 'Type to find a reply',

  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  tooLong: { one: '{count} character too many', other: '{count} characters too many' },
  offline: 'You are offline. What you write is kept.',
  closed: 'This conversation is closed, and a reply leaves it closed.',
  closedForCustomer: 'This conversation is closed. Your message opens it again.',
}

/** Which of the words are for a reply, a note, and a message of a customer. */
export const composerWords = {
  reply: { hint: 'replyHint', field: 'replyField', placeholder: 'replyPlaceholder', send: 'sendReply' },
  note: { hint: 'noteHint', field: 'noteField', placeholder: 'notePlaceholder', send: 'addNote' },
  customer: { hint: 'customerHint', field: 'customerField', placeholder: 'customerPlaceholder', send: 'sendMessage' },
} as const satisfies Record<string, Record<string, keyof typeof messageComposerMessages>>
