import { calleeOf, defineRule, nameOf } from './rule.ts'

const attributes = new Set(['dangerouslySetInnerHTML', 'srcDoc', 'srcdoc'])
const properties = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const methods = new Set(['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'])
const functions = new Set(['document.write', 'document.writeln'])

/** Rich text is data: no string of HTML ever reaches the DOM. */
export const noInnerHtml = defineRule(
  'No string of HTML reaches the DOM.',
  {
    html:
      '`{{name}}` gives the DOM a string of HTML, which may hold a script: build React elements. ' +
      '`RichText` renders what customers wrote.',
  },
  (context) => ({
    JSXAttribute(node) {
      const name = nameOf(node.name)
      if (name && attributes.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
    Property(node) {
      if (node.parent.type !== 'ObjectExpression') return
      const name = nameOf(node.key, node.computed)
      if (name === 'dangerouslySetInnerHTML') context.report({ node, messageId: 'html', data: { name } })
    },
    AssignmentExpression(node) {
      if (node.left.type !== 'MemberExpression') return
      const name = nameOf(node.left.property, node.left.computed)
      if (name && properties.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
    CallExpression(node) {
      const callee = calleeOf(node.callee)
      if (callee && functions.has(callee)) context.report({ node, messageId: 'html', data: { name: callee } })
      if (node.callee.type !== 'MemberExpression') return
      const name = nameOf(node.callee.property, node.callee.computed)
      if (name && methods.has(name)) context.report({ node, messageId: 'html', data: { name } })
    },
  }),
)
