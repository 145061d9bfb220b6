/** The English words of `SnoozeDialog`. */
export const snoozeDialogMessages = {
  title: 'Snooze until',
  description: 'It returns to the inbox then, or when the customer replies.',
  laterToday: 'Later today',
  tomorrow: 'Tomorrow',
  nextWeek: 'Next week',
  custom: 'Pick a date and time',
  date: 'Date',
  time: 'Time',
  customResult: 'Until {time}',
  past: 'That time has passed. Choose a later one.',
  unreadable: 'Choose a date and a time.',
  snooze: 'Snooze',
  cancel: 'Cancel',
}
