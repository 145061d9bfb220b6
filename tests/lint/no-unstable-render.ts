import { getCallee, defineRule } from './rule.ts'

const clocks = new Set(['Date.now', 'performance.now'])
const dice = new Set(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'])

/**
 * Forbids clocks and random values in renders. Effects and handlers may use them with a disable comment or an exception
 * in the configuration.
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
    // Member access instead of calls, because of `useState(Date.now)`.
    MemberExpression(node) {
      const name = getCallee(node) ?? ''
      if (clocks.has(name)) context.report({ node, messageId: 'clock', data: { name: `${name}()` } })
      if (dice.has(name)) context.report({ node, messageId: 'dice', data: { name: `${name}()` } })
    },
    CallExpression(node) {
      if (getCallee(node.callee) === 'Date') context.report({ node, messageId: 'clock', data: { name: 'Date()' } })
    },
    NewExpression(node) {
      if (getCallee(node.callee) !== 'Date' || node.arguments.length > 0) return
      context.report({ node, messageId: 'clock', data: { name: 'new Date()' } })
    },
  }),
)
