import { calleeOf, defineRule } from './rule.ts'

const clocks = new Set(['Date.now', 'performance.now'])
const dice = new Set(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'])

/**
 * A render gives the same twice. Effects and handlers may read a clock, but few need to: the rule asks for a word where
 * one does, in a comment that turns it off or in the list of files in the configuration.
 */
export const noUnstableRender = defineRule(
  'Components and hooks read no clock and throw no dice.',
  {
    clock:
      '`{{name}}` differs on the server, in the browser and in each screenshot, and fails a Next.js build: ' +
      'take the time from `useNow()`.',
    dice: '`{{name}}` differs in each render: take an id from `React.useId()`, or from whoever calls.',
  },
  (context) => ({
    // Not the call: `useState(Date.now)` is one, too.
    MemberExpression(node) {
      const name = calleeOf(node) ?? ''
      if (clocks.has(name)) context.report({ node, messageId: 'clock', data: { name: `${name}()` } })
      if (dice.has(name)) context.report({ node, messageId: 'dice', data: { name: `${name}()` } })
    },
    CallExpression(node) {
      if (calleeOf(node.callee) === 'Date') context.report({ node, messageId: 'clock', data: { name: 'Date()' } })
    },
    NewExpression(node) {
      if (calleeOf(node.callee) !== 'Date' || node.arguments.length > 0) return
      context.report({ node, messageId: 'clock', data: { name: 'new Date()' } })
    },
  }),
)
