/** The English words of `RichText`. `{host}` is where an image would come from. */
export const richTextMessages = {
  loadImage: 'Load image',
  imageFrom: 'Image from {host}',
  loadingImage: 'Loading…',
  imageFailed: "This image didn't load. Its link may have expired.",
  retryImage: 'Try again',
  openImage: 'Open image in a new tab',
  showQuote: 'Show quoted text',
  hideQuote: 'Hide quoted text',
  code: 'Code',
  table: 'Table',
}
