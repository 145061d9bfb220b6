/** The English words for a part of the page that did not come. */
export const lazyPartMessages = {
  failed: "This couldn't be loaded. Check your connection, or reload the page.",
  retry: 'Try again',
}
