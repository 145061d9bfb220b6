/** The item that a stories file is about: its folder has the item's name. */
export function itemNameOf(storiesFile: string): string {
  return storiesFile.split('/').at(-2) ?? ''
}
