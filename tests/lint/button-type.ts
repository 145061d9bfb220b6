import { defineRule, getName } from './rule.ts'

/** Requires `type` on `Button`. The kit's own has a default, but shadcn's submits its form. */
export const buttonType = defineRule(
  '`Button` has an explicit type.',
  {
    type:
      'shadcn’s own `Button` submits its form by default: add `type="button"`, or `type="submit"` to submit.',
  },
  (context) => ({
    JSXOpeningElement(node) {
      if (getName(node.name) !== 'Button') return
      const names = node.attributes.map((attribute) => (attribute.type === 'JSXAttribute' ? getName(attribute.name) : undefined))
      // With `asChild` it renders no button.
      if (!names.includes('type') && !names.includes('asChild')) context.report({ node, messageId: 'type' })
    },
  }),
)
