/** Finds wording that the project avoids. The patterns are narrow: idiomatic English must pass. */

/** A fault in a text, with advice. */
export interface WordingFault {
  kind: 'opener' | 'word'
  found: string
  advice: string
  /** Offset in the text. */
  index: number
}

/** Starts of sentences, list items and `@returns` descriptions. Questions pass. */
const openers = [
  /^(?:what(?:ever)?|who(?:m|se|ever)?|how|where(?:ver)?|which(?:ever)?)\b(?![^.!?\n]*\?)/gim,
  /(?<=[.!][^\S\n]+)(?:What(?:ever)?|Who(?:m|se|ever)?|How|Where(?:ver)?|Which(?:ever)?)\b(?![^.!?\n]*\?)/g,
  /@returns? (?:what(?:ever)?|who(?:m|se|ever)?|how|where|which(?:ever)?)\b/gi,
]

const words: [pattern: RegExp, advice: string][] = [
  [/\b(?:some|no|any|every)body\b|\bwho(?:m|ever|mever)\b|\bthe reader\b/gi, 'name the actor: user, agent, customer, caller, server'],
  [/(?:^|(?<=[.,;:] |\b(?:that|what|when|if) ))one (?:can|may|must|sees|reads|wants|would)\b(?! be\b)/gim, 'name the actor'],
  [/\bwhere (?:there|none|nothing|no one|neither)\b/gi, 'use "if", "when" or "unless"'],
  [/(?:\b(?:null|undefined|none|empty|true|false|only)|@throws(?: \w+)?(?: \d+)?) where\b/gi, 'use "if", "when" or "unless"'],
  [/(?<=, )where (?:it|one|they) (?:is|are|has|have|was|were|does|do)\b/gi, 'use "if", "when" or "unless"'],
  [/(?<=\b(?:is|are|was|were|be|been|being|gets?|not) )told\b(?! apart)|^told\b|\btell(?:s|ing)? of\b|\btold of\b/gim, 'use notify, report or "Called when"'],
  [/\bstands\b(?! (?:for|out|in for|alone|still)\b)/gi, 'use "is"'],
  [/\btak(?:e|es|en|ing) away\b|\btook away\b/gi, 'use "remove"'],
  [/\b(?:goes|go|went|gone) on\b(?! (?:top|the|a|each|every|its)\b)/gi, 'use "continue"'],
  [/\b(?:is|are|was|were) there\b(?![^.!?]*\?)/gi, 'use "exists", "is loaded", "is mounted"'],
  [/\bwhat (?:comes?|came|stands)\b/gi, 'name the thing'],
  [/\b(?:an)?other (?:try|tries)\b/gi, 'use "retry"'],
  [/\b(?:actions?|work) (?:on|of) several\b/gi, 'use "bulk action"'],
  [/\b(?:intercom|server|route|host|api)(?:'s)? answers?\b(?! (?:\d|with))|\banswers? of (?:the|a) (?:server|route|request|host)\b/gi, 'use "response"'],
  [/\bother words than\b|\bthe one that is open\b|\b(?:that|which) (?:is|are) none\b/gi, 'say it plainly'],
]

/** Blanks quoted words and code, and keeps offsets. */
function blankQuotes(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, '#')
  return text.replace(/```[\s\S]*?```|`[^`]*`|"[^"\n]*"|“[^”]*”|https?:\S+|\{@link [^}]*\}/g, blank)
}

/** Finds the faults of a comment or a paragraph. */
export function findWordingFaults(text: string): WordingFault[] {
  const plain = blankQuotes(text)
  // Wrapped lines are joined, and bullets are blanked: a sentence then starts at the start of a line or after a full stop.
  const lines = plain.replace(/(?<!\n)\n(?!\s*(?:\n|[-*@|]))/g, ' ').replace(/^\s*[-*] /gm, (mark) => '\n'.repeat(mark.length))
  const faults = openers.flatMap((opener) => [...lines.matchAll(opener)].map(({ 0: found, index }): WordingFault => ({
    kind: 'opener', found, index, advice: 'start with a verb or with the name of the thing',
  })))
  for (const [pattern, advice] of words) {
    for (const { 0: found, index } of plain.replaceAll('\n', ' ').matchAll(pattern)) faults.push({ kind: 'word', found, index, advice })
  }
  return faults.sort((a, b) => a.index - b.index)
}

/** Blanks everything except prose in a page: code, imports, tags, link targets and headings. Keeps offsets. */
export function blankMarkup(page: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  return page
    .replace(/^---\n[\s\S]*?\n---\n/, blank)
    .replace(/```[\s\S]*?```/g, blank)
    .replace(/^(?:import|export) .*$/gm, blank)
    .replace(/^\|.*\|\n\|[ :|-]+\|$/gm, blank)
    .replace(/^#+ .*$/gm, (heading) => heading.replace(/^#+ (?:what|who|how|where|which)\b/i, blank))
    .replace(/<[^>]*>|\{\/\*[\s\S]*?\*\/\}|(?<=\])\([^)]*\)/g, blank)
}
