/** Drops accents and case: `zoe` matches `Zoë`. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether a text contains every word of a query, in any order. Ignores case and accents. */
export function matchesQuery(text: string, query: string): boolean {
  const foldText = fold(text)
  return fold(query)
    .split(/\s+/)
    .every((word) => foldText.includes(word))
}
