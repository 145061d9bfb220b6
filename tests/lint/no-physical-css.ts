import { visitClassLists, type Utility } from './class-names.ts'
import { defineRule, getName, getPath, type Node } from './rule.ts'

/** Maps prefixes of physical utilities to logical ones. */
const logicalStarts: Record<string, string> = {
  ml: 'ms', mr: 'me', pl: 'ps', pr: 'pe', left: 'start', right: 'end',
  'scroll-ml': 'scroll-ms', 'scroll-mr': 'scroll-me', 'scroll-pl': 'scroll-ps', 'scroll-pr': 'scroll-pe',
}

/** Utilities with an optional width, color or radius after them. */
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

/** An arbitrary property, such as `[margin-left:3px]`. */
const physicalProperty = new RegExp(
  '^\\[(?:(?:(?:(?:scroll-)?(?:margin|padding)-)?(?:left|right)|border-(?:left|right)(?:-[a-z]+)?|' +
    'border-(?:top|bottom)-(?:left|right)-radius):|(?:text-align|float|clear):(?:left|right)\\]$)',
)

/**
 * Style properties with a side in their name. `left` and `right` also belong to rectangles, so they count in styles
 * only.
 */
const physicalStyle = new RegExp(
  '^(?:(?:margin|padding|scrollMargin|scrollPadding)(?:Left|Right)|border(?:Left|Right)(?:Width|Color|Style)?|' +
    'border(?:Top|Bottom)(?:Left|Right)Radius)$',
)

/** Finds the logical replacement of a utility. `undefined` if it is logical already. */
function findLogical({ name, variants }: Utility): string | undefined {
  // Utilities for one direction may use physical sides.
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
    if (at.type === 'JSXAttribute') return getName(at.name) === 'style'
    if (at.type === 'MemberExpression') return getName(at.property, at.computed) === 'style'
    if (at.type === 'CallExpression') return false
  }
  return false
}

/** Requires logical sides, so that every component mirrors in right-to-left languages. */
export const noPhysicalCss = defineRule(
  'Sides are logical: start and end.',
  {
    utility: '`{{text}}` does not mirror in right-to-left languages: use {{logical}}.',
    style: '`{{text}}` does not mirror in right-to-left languages: use inline start or inline end.',
  },
  (context) => {
    const inComponents = getPath(context).startsWith('src/components/')

    function checkProperty(node: Node, name: string | undefined, value: Node): void {
      if (!name) return
      const inStyle = isStyle(node)
      const isWord = aligned.has(name) && value.type === 'Literal' && sides.has(value.value)
      if (physicalStyle.test(name) ? inStyle || inComponents : inStyle && (sides.has(name) || isWord)) {
        context.report({ node, messageId: 'style', data: { text: name } })
      }
    }

    return {
      ...visitClassLists(context, ({ node, utilities }) => {
        for (const utility of utilities) {
          const logical = findLogical(utility)
          if (!logical) continue
          const data = { text: utility.text, logical: logical.includes(' ') ? logical : `\`${logical}\`` }
          context.report({ node, messageId: 'utility', data })
        }
      }),
      Property(node) {
        if (node.parent.type === 'ObjectExpression') checkProperty(node, getName(node.key, node.computed), node.value)
      },
      AssignmentExpression(node) {
        const { left } = node
        if (left.type !== 'MemberExpression' || left.object.type !== 'MemberExpression') return
        if (getName(left.object.property, left.object.computed) !== 'style') return
        const name = getName(left.property, left.computed)
        if (name && (physicalStyle.test(name) || sides.has(name))) {
          context.report({ node, messageId: 'style', data: { text: name } })
        }
      },
    }
  },
)
