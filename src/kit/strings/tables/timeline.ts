/** Strings of `CustomerTimeline`. */
export const customerTimelineStrings = {
  label: 'Timeline',
  loading: 'Loading the timeline',
  emptyTitle: 'Nothing yet',
  empty: 'Events that your app tracks, notes and conversations appear here. Intercom lists events for 90 days.',
  untitled: 'Conversation without text',
  note: 'Note by {name}',
  noteWithoutName: 'Note',
  yes: 'Yes',
  no: 'No',
  notSet: 'Not set',
  earlier: 'Load earlier',
  earlierLoading: 'Loading earlier entries',
  events: 'Events',
  notes: 'Notes',
  conversations: 'Conversations',
  forbidden: '{source} are missing: this app\'s access token needs the permission "{permission}". Its permissions are in Intercom\'s Developer Hub.',
  missing: "{source} couldn't be loaded.",
  retry: 'Try again',
}

/** Strings of `ContactNotes`. */
export const contactNotesStrings = {
  label: 'Notes',
  loading: 'Loading the notes',
  empty: 'No notes yet. What you write here, only teammates can read.',
  field: 'Add a note',
  placeholder: 'Write a note for your team',
  add: 'Add note',
  adding: 'Saving',
  failed: "The note wasn't saved. {reason}",
  unclear: "The note may not have been saved. Look at the list before you add it again. {reason}",
  you: 'You',
  teammate: 'A teammate',
  shortened: 'Shortened here. Read the whole note in Intercom.',
  older: { one: '{count} older note is in Intercom.', other: '{count} older notes are in Intercom.' },
}
