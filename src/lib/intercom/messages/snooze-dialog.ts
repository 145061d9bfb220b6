/** The English words of `SnoozeDialog`. */
export const snoozeDialogMessages = {
  title: 'Snooze until',
  description: 'It comes back by itself then, or as soon as the customer writes.',
  laterToday: 'Later today',
  tomorrow: 'Tomorrow',
  nextWeek: 'Next week',
  custom: 'Another time',
  date: 'Date',
  time: 'Time',
  customResult: 'Until {time}',
  past: 'That has passed. Choose a time that lies ahead.',
  unreadable: 'Choose a date and a time.',
  snooze: 'Snooze',
  cancel: 'Cancel',
}
