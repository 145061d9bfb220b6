/**
 * Does something for each of several things, a few at a time.
 *
 * @param items the things
 * @param limit how many are under way at once, 1 or more
 * @param run does it; what it throws ends everything
 * @returns the results, in the order of the things
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
