/** The English words of `CopyButton`. */
export const copyButtonMessages = {
  copied: 'Copied',
  failed: "Couldn't copy. Select the text and copy it yourself.",
  pressCtrlC: "Couldn't copy. Press Ctrl+C.",
  pressCommandC: "Couldn't copy. Press ⌘C.",
}
