/** Maps items in order, with at most `limit` calls at a time. Rejects with the first error. */
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

/** Apps that compile for ES2022 have no `Array.prototype.findLastIndex`. */
export function findLastIndex<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): number {
  let index = items.length - 1
  while (index >= 0 && !isWanted(items[index]!)) index -= 1
  return index
}
