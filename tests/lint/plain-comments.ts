import { joinComments } from './comments.ts'
import { defineRule } from './rule.ts'
import { findWordingFaults } from './wording.ts'

/** Requires plain English in comments: no noun clause opens a sentence, and no word of the list in `wording.ts` occurs. */
export const plainComments = defineRule(
  'Comments are plain English.',
  { fault: '"{{found}}" in a comment: {{advice}}. See the rules in tests/lint/wording.ts.' },
  (context) => ({
    Program() {
      const { sourceCode } = context
      const tokens = sourceCode.getAllComments().map(({ type, value, range: [start, end] }) => ({ type, value, start, end }))
      for (const { text, start, end } of joinComments(tokens, sourceCode.text)) {
        for (const { found, advice } of findWordingFaults(text)) {
          const loc = { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) }
          context.report({ loc, messageId: 'fault', data: { found, advice } })
        }
      }
    },
  }),
)
