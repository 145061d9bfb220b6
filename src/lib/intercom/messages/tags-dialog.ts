/** The English words of `TagsDialog`. */
export const tagsDialogMessages = {
  title: 'Tags',
  description: 'Teammates see them, and find conversations by them.',
  find: 'Tags',
  placeholder: 'Type to find a tag',
  none: 'This workspace has no tags yet. Make them in Intercom: they appear here.',
  loading: 'Loading tags',
  save: 'Save tags',
  cancel: 'Cancel',
}
