import { getCallee, defineRule, getName } from './rule.ts'

const attributes = new Set(['dangerouslySetInnerHTML', 'srcDoc', 'srcdoc'])
const properties = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const methods = new Set(['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'])
const functions = new Set(['document.write', 'document.writeln'])

/** Forbids HTML strings in the DOM. Rich text is data. */
export const noInnerHtml = defineRule(
  'No string of HTML reaches the DOM.',
  {
    html:
      '`{{name}}` writes an HTML string to the DOM, which may contain a script: build React elements. ' +
      'Use `RichText` for messages.',
  },
  (context) => ({
    JSXAttribute(node) {
      const name = getName(node.name)
      if (name && attributes.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
    Property(node) {
      if (node.parent.type !== 'ObjectExpression') return
      const name = getName(node.key, node.computed)
      if (name === 'dangerouslySetInnerHTML') context.report({ node, messageId: 'html', data: { name } })
    },
    AssignmentExpression(node) {
      if (node.left.type !== 'MemberExpression') return
      const name = getName(node.left.property, node.left.computed)
      if (name && properties.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
    CallExpression(node) {
      const callee = getCallee(node.callee)
      if (callee && functions.has(callee)) context.report({ node, messageId: 'html', data: { name: callee } })
      if (node.callee.type !== 'MemberExpression') return
      const name = getName(node.callee.property, node.callee.computed)
      if (name && methods.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
  }),
)
