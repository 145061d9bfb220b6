/** The English words of `CopyButton`. */
export const copyButtonMessages = {
  copied: 'Copied',
  failed: 'Not copied: the browser does not allow it. Select the text and copy it by hand.',
}
