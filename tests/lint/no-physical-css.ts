import { classLists, type Utility } from './class-names.ts'
import { defineRule, nameOf, pathOf, type Node } from './rule.ts'

/** The start of a physical utility, and of the logical one that takes its place. */
const logicalStarts: Record<string, string> = {
  ml: 'ms', mr: 'me', pl: 'ps', pr: 'pe', left: 'start', right: 'end',
  'scroll-ml': 'scroll-ms', 'scroll-mr': 'scroll-me', 'scroll-pl': 'scroll-ps', 'scroll-pr': 'scroll-pe',
}

/** Utilities that may stand alone or have a width, a color or a radius behind them. */
const logicalEdges: Record<string, string> = {
  'border-l': 'border-s', 'border-r': 'border-e', 'rounded-l': 'rounded-s', 'rounded-r': 'rounded-e',
  'rounded-tl': 'rounded-ss', 'rounded-tr': 'rounded-se', 'rounded-bl': 'rounded-es', 'rounded-br': 'rounded-ee',
}

const logicalWords: Record<string, string> = {
  'text-left': 'text-start', 'text-right': 'text-end', 'float-left': 'float-start', 'float-right': 'float-end',
  'clear-left': 'clear-start', 'clear-right': 'clear-end',
}

const start = new RegExp(`^(${Object.keys(logicalStarts).join('|')})-((?:\\d|px$|auto$|full$|\\[|\\().*)$`)
const edge = new RegExp(`^(${Object.keys(logicalEdges).join('|')})(-.+)?$`)

/** An arbitrary property, as `[margin-left:3px]`. */
const physicalProperty = new RegExp(
  '^\\[(?:(?:(?:(?:scroll-)?(?:margin|padding)-)?(?:left|right)|border-(?:left|right)(?:-[a-z]+)?|' +
    'border-(?:top|bottom)-(?:left|right)-radius):|(?:text-align|float|clear):(?:left|right)\\]$)',
)

/** Properties of a style. `left` and `right` are those of any rectangle, too, and count in a style only. */
const physicalStyle = new RegExp(
  '^(?:(?:margin|padding|scrollMargin|scrollPadding)(?:Left|Right)|border(?:Left|Right)(?:Width|Color|Style)?|' +
    'border(?:Top|Bottom)(?:Left|Right)Radius)$',
)

/** The logical utility that takes a physical one's place; undefined where the utility is logical already. */
function logicalFor({ name, variants }: Utility): string | undefined {
  // What is said for one direction only may speak of sides.
  if (variants.includes('rtl') || variants.includes('ltr')) return undefined
  const word = logicalWords[name]
  if (word) return word
  const [, side = '', value = ''] = start.exec(name) ?? edge.exec(name) ?? []
  if (side) return `${logicalStarts[side] ?? logicalEdges[side]}${logicalStarts[side] ? '-' : ''}${value}`
  return physicalProperty.test(name) ? 'the property with `inline-start` or `inline-end`' : undefined
}

const sides = new Set<unknown>(['left', 'right'])
const aligned = new Set(['textAlign', 'float', 'clear'])

function isStyle(node: Node): boolean {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (at.type === 'JSXAttribute') return nameOf(at.name) === 'style'
    if (at.type === 'MemberExpression') return nameOf(at.property, at.computed) === 'style'
    if (at.type === 'CallExpression') return false
  }
  return false
}

/** Sides are `start` and `end`, so that every component mirrors where the language runs from right to left. */
export const noPhysicalCss = defineRule(
  'Sides are logical: start and end.',
  {
    utility: '`{{text}}` does not mirror in a language that runs from right to left: use {{logical}}.',
    style: '`{{text}}` does not mirror in a language that runs from right to left: use inline start or inline end.',
  },
  (context) => {
    const inComponents = pathOf(context).startsWith('src/components/')

    function checkProperty(node: Node, name: string | undefined, value: Node): void {
      if (!name) return
      const inStyle = isStyle(node)
      const isWord = aligned.has(name) && value.type === 'Literal' && sides.has(value.value)
      if (physicalStyle.test(name) ? inStyle || inComponents : inStyle && (sides.has(name) || isWord)) {
        context.report({ node, messageId: 'style', data: { text: name } })
      }
    }

    return {
      ...classLists(context, ({ node, utilities }) => {
        for (const utility of utilities) {
          const logical = logicalFor(utility)
          if (!logical) continue
          const data = { text: utility.text, logical: logical.includes(' ') ? logical : `\`${logical}\`` }
          context.report({ node, messageId: 'utility', data })
        }
      }),
      Property(node) {
        if (node.parent.type === 'ObjectExpression') checkProperty(node, nameOf(node.key, node.computed), node.value)
      },
      AssignmentExpression(node) {
        const { left } = node
        if (left.type !== 'MemberExpression' || left.object.type !== 'MemberExpression') return
        if (nameOf(left.object.property, left.object.computed) !== 'style') return
        const name = nameOf(left.property, left.computed)
        if (name && (physicalStyle.test(name) || sides.has(name))) {
          context.report({ node, messageId: 'style', data: { text: name } })
        }
      },
    }
  },
)
