import type { Config } from 'tailwindcss'

/**
 * The tokens that the kit adds to shadcn/ui's own: a colour for each state a conversation can be in, for an internal
 * note, and for success. Each has a strong colour (text, icons, dots) and a surface (the tint behind that text). Their
 * values, light and dark, are in `src/styles/theme.css`; a copied component brings both along.
 */
const statuses = ['unread', 'waiting', 'snoozed', 'closed', 'note', 'success'] as const

const statusColors = Object.fromEntries(
  statuses.flatMap((name) => [
    [`status-${name}`, `var(--status-${name})`],
    [`status-${name}-surface`, `var(--status-${name}-surface)`],
  ]),
)

export default {
  content: [],
  theme: { extend: { colors: statusColors } },
} satisfies Config
