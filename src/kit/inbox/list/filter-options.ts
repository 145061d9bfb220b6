/** Finds what somebody types among what there is. */

/** Something to choose. */
export interface FindOption {
  /** Unlike every other's. */
  id: string
  /** What it is called: what is typed is looked for in it. */
  label: string
  /** What else it is found by, such as an e-mail address. */
  keywords?: string | undefined
}

/** Letters without their marks, in one case: `Zoë` is found by `zoe`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * The options that hold every word that was typed, in their order.
 *
 * @param options what there is
 * @param query what was typed
 */
export function findOptions<T extends FindOption>(options: readonly T[], query: string): readonly T[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label, keywords = '' }) => {
    const text = folded(`${label} ${keywords}`)
    return words.every((word) => text.includes(word))
  })
}
