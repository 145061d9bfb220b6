/** The English words of `AccountSettings`. */
export const accountSettingsMessages = {
  title: 'Settings',
  sections: 'Settings sections',
}
