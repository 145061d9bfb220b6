/**
 * The place of the last thing that `isWanted` is true of; -1 where there is none. The array's own `findLastIndex` is of
 * ES2023, and many an app is compiled against ES2022.
 */
export function findLastIndex<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): number {
  let index = items.length - 1
  while (index >= 0 && !isWanted(items[index]!)) index -= 1
  return index
}
