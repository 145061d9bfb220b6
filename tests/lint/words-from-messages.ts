import { defineRule, nameOf, type Node } from './rule.ts'

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

/** Whether there is a letter in a text, beside those of `&nbsp;` and the like. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/&#?\w+;/g, ''))
}

/** The strings that an expression can come to, as far as they are written there: both arms of a choice, no argument. */
function literals(node: Node): { node: Node; text: string }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, text: node.value }] : []
    case 'TemplateLiteral':
      return node.quasis.map((part) => ({ node: part, text: part.value.cooked ?? part.value.raw }))
    case 'ConditionalExpression':
      return [...literals(node.consequent), ...literals(node.alternate)]
    case 'LogicalExpression':
      return [...literals(node.left), ...literals(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...literals(node.left), ...literals(node.right)] : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return literals(node.expression)
    default:
      return []
  }
}

/** What a key is called is written on it, in every language. */
function isKeyName(node: Node): boolean {
  return node.type === 'JSXElement' && nameOf(node.openingElement.name) === 'kbd'
}

const remedy = 'move it to src/kit/strings/tables, and take it from `useMessages()`'

/** Every word that is seen or spoken can be translated. */
export const wordsFromMessages = defineRule(
  "A component's words come from its messages.",
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
      for (const { node, text } of literals(container)) {
        if (hasWords(text)) context.report({ node, messageId: 'text', data: { text } })
      }
    },
    JSXAttribute(attribute) {
      const name = nameOf(attribute.name)
      if (!name || !spoken.has(name) || !attribute.value) return
      for (const { node, text } of literals(attribute.value)) {
        if (hasWords(text)) context.report({ node, messageId: 'attribute', data: { name, text } })
      }
    },
  }),
)
