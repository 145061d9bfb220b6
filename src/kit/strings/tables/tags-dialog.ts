/** The English words of `TagsDialog`. */
export const tagsDialogMessages = {
  title: 'Tags',
  description: 'Only teammates see tags. Use them to find conversations.',
  find: 'Tags',
  placeholder: 'Search tags',
  none: 'No tags in this workspace yet. Tags you create in Intercom will appear here.',
  loading: 'Loading tags',
  save: 'Save tags',
  cancel: 'Cancel',
}
