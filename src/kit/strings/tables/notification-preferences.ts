/** The English words of `NotificationPreferences`. */
export const notificationPreferencesMessages = {
  title: 'Notifications',
}
