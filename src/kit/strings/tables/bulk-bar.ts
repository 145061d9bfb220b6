/** The English words of `BulkBar`, and of what the inbox says where several were not changed. */
export const bulkBarMessages = {
  label: 'Selected conversations',
  selected: { one: '{count} selected', other: '{count} selected' },
  progress: '{finished} of {total} done',
  close: 'Close',
  snooze: 'Snooze',
  assign: 'Assign',
  clear: 'Clear selection',
  withKey: '{name} ({key})',

  failed: {
    one: "{count} of {total} couldn't be changed and is as it was.",
    other: "{count} of {total} couldn't be changed and are as they were.",
  },
  rowFailed: 'Not changed: {reason}',
  retryFailed: 'Retry failed',
  dismiss: 'Dismiss',
}
