import { defineRule, getPath } from './rule.ts'

interface FileLengthOption {
  /** Maximum number of lines, with empty ones and comments. */
  max: number
  /** Reasons of longer files, by path from the project's root. */
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

/** Limits the length of files. */
export const fileLength = defineRule(
  'Files stay below a number of lines.',
  {
    long: '{{lines}} lines, and a file has at most {{max}}: move a named part to its own file.',
    stale: '{{lines}} lines: the file is short again: remove it from the list of longer files in .oxlintrc.json.',
  },
  (context) => ({
    Program() {
      const { max, longer = {} } = context.options[0] as unknown as FileLengthOption
      const { text } = context.sourceCode
      const lines = context.sourceCode.lines.length - (text.endsWith('\n') ? 1 : 0)
      const mayBeLonger = Object.hasOwn(longer, getPath(context))
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
