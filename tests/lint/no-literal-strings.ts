import { defineRule, getName, type Node } from './rule.ts'

const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'label',
  'placeholder',
  'title',
])

/** Whether a text contains a letter outside entities such as `&nbsp;`. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/&#?\w+;/g, ''))
}

/** Lists the string literals that an expression can evaluate to. Skips arguments of calls. */
function listLiterals(node: Node): { node: Node; text: string }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : []
    case 'TemplateLiteral':
      return node.quasis.map((part) => ({ node: part, text: part.value.cooked ?? part.value.raw }))
    case 'ConditionalExpression':
      return [...listLiterals(node.consequent), ...listLiterals(node.alternate)]
    case 'LogicalExpression':
      return [...listLiterals(node.left), ...listLiterals(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...listLiterals(node.left), ...listLiterals(node.right)] : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return listLiterals(node.expression)
    default:
      return []
  }
}

/** Whether an element is a `kbd`. Names of keys are the same in every language. */
function isKeyName(node: Node): boolean {
  return node.type === 'JSXElement' && getName(node.openingElement.name) === 'kbd'
}

const remedy = 'move it to src/kit/strings/tables and read it with `useStrings()`'

/** Requires translatable strings for everything that users see or hear. */
export const noLiteralStrings = defineRule(
  'Components take their text from the string tables.',
  {
    text: `\`{{text}}\` is always English: ${remedy}.`,
    attribute: `\`{{name}}\` is read out, and \`{{text}}\` is always English: ${remedy}.`,
  },
  (context) => ({
    JSXText(node) {
      const text = node.value.trim()
      if (hasWords(text) && !isKeyName(node.parent)) context.report({ node, messageId: 'text', data: { text } })
    },
    JSXExpressionContainer(container) {
      if (container.parent.type === 'JSXAttribute' || isKeyName(container.parent)) return
      for (const { node, text } of listLiterals(container)) {
        if (hasWords(text)) context.report({ node, messageId: 'text', data: { text } })
      }
    },
    JSXAttribute(attribute) {
      const name = getName(attribute.name)
      if (!name || !spoken.has(name) || !attribute.value) return
      for (const { node, text } of listLiterals(attribute.value)) {
        if (hasWords(text)) context.report({ node, messageId: 'attribute', data: { name, text } })
      }
    },
  }),
)
