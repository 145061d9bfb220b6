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
  retryFailed: { one: 'Try {count} again', other: 'Try {count} again' },
  dismiss: 'Dismiss',
}
