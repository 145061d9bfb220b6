import { defineRule, nameOf } from './rule.ts'

/** The kit's own `Button` has a type by itself, and shadcn's has not: in an app it would send the form that it stands in. */
export const buttonType = defineRule(
  'A `Button` says what type it is of.',
  {
    type:
      'In an app with shadcn’s own `Button` this one sends the form that it stands in: give it `type="button"`, or "submit" ' +
      'where it should.',
  },
  (context) => ({
    JSXOpeningElement(node) {
      if (nameOf(node.name) !== 'Button') return
      const names = node.attributes.map((attribute) => (attribute.type === 'JSXAttribute' ? nameOf(attribute.name) : undefined))
      // With a child in its place there is no button.
      if (!names.includes('type') && !names.includes('asChild')) context.report({ node, messageId: 'type' })
    },
  }),
)
