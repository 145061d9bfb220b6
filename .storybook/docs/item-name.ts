/** Returns the registry item of a stories file. Its folder has the item's name. */
export function getItemName(storiesFile: string): string {
  return storiesFile.split('/').at(-2) ?? ''
}
