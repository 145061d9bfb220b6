/** The English words for a part of the page that did not come. */
export const lazyPartMessages = {
  failed: 'That could not be loaded. Check your connection, or reload the page.',
  retry: 'Try again',
}
