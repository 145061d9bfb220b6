/**
 * Maps items with an asynchronous function, a few at a time. Rejects with the first error.
 *
 * @param limit calls that run at once, 1 or more
 * @returns the results, in the order of the items
 */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const work = async () => {
    for (const [index, item] of left) results[index] = await run(item, index)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}

/** Returns the index of the last match, or -1. Apps that compile for ES2022 have no `Array.prototype.findLastIndex`. */
export function findLastIndex<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): number {
  let index = items.length - 1
  while (index >= 0 && !isWanted(items[index]!)) index -= 1
  return index
}
