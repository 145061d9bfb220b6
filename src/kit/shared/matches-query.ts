function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether a text contains every word of a query, ignoring case and accents. */
export function matchesQuery(text: string, query: string): boolean {
  const foldText = fold(text)
  return fold(query)
    .split(/\s+/)
    .every((word) => foldText.includes(word))
}
