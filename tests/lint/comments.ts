/** A comment. Line comments on consecutive lines count as one. */
export interface Comment {
  isDocstring: boolean
  /** Text without comment markers. Keeps line breaks. */
  text: string
  start: number
  end: number
}

interface Token {
  type: string
  value: string
  start: number
  end: number
}

/** Joins consecutive line comments and removes the comment markers. */
export function joinComments(tokens: readonly Token[], code: string): Comment[] {
  const comments: Comment[] = []
  let last: Token | undefined
  for (const token of tokens) {
    const continues = last?.type === 'Line' && token.type === 'Line' && /^\s*$/.test(code.slice(last.end, token.start))
    last = token
    if (continues) {
      const comment = comments.at(-1)!
      comment.text += `\n${token.value.trim()}`
      comment.end = token.end
      continue
    }
    const text = token.value.replace(/^\*/, '').split('\n').map((line) => line.replace(/^\s*\*(?!\*) ?/, '').trim()).join('\n').trim()
    comments.push({ isDocstring: token.type === 'Block' && token.value.startsWith('*'), text, start: token.start, end: token.end })
  }
  return comments.filter(({ text }) => /\p{L}/u.test(text))
}
