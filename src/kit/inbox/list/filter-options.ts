/** An option of a list that the user filters by typing. */
export interface FindOption {
  id: string
  label: string
  /** Finds the option too, such as an email address. */
  keywords?: string | undefined
}

/** Removes case and accents: `zoe` finds `Zoë`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Returns the options that contain every word of a query. */
export function findOptions<T extends FindOption>(options: readonly T[], query: string): readonly T[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label, keywords = '' }) => {
    const text = folded(`${label} ${keywords}`)
    return words.every((word) => text.includes(word))
  })
}
