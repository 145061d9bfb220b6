/** The English words of `FindList`. */
export const findListMessages = {
  nothing: 'Nothing matches “{query}”',
  found: { one: '{count} match', other: '{count} matches' },
}
