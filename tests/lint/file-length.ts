import { defineRule, pathOf } from './rule.ts'

interface FileLengthOption {
  /** Lines that a file may have, empty ones and comments among them. */
  max: number
  /** Files that may be longer: the path from the project's root, and the reason. */
  longer?: Record<string, string>
}

const schema = {
  type: 'object',
  properties: {
    max: { type: 'integer', minimum: 1 },
    longer: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
  },
  required: ['max'],
  additionalProperties: false,
}

/** A file holds one thing, and is read in one go. */
export const fileLength = defineRule(
  'A file is no longer than one reads in one go.',
  {
    long: '{{lines}} lines, and a file has at most {{max}}: move a part that has a name to a file of its own.',
    stale: '{{lines}} lines: the file is short again, take it out of the list of longer files in .oxlintrc.json.',
  },
  (context) => ({
    Program() {
      const { max, longer = {} } = context.options[0] as unknown as FileLengthOption
      const { text } = context.sourceCode
      const lines = context.sourceCode.lines.length - (text.endsWith('\n') ? 1 : 0)
      const mayBeLonger = Object.hasOwn(longer, pathOf(context))
      if (lines > max && !mayBeLonger) {
        context.report({ loc: { line: max + 1, column: 0 }, messageId: 'long', data: { lines, max } })
      }
      if (lines <= max && mayBeLonger) {
        context.report({ loc: { line: 1, column: 0 }, messageId: 'stale', data: { lines } })
      }
    },
  }),
  schema,
)
