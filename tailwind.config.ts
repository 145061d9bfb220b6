import type { Config } from 'tailwindcss'

/**
 * Status colours in addition to shadcn/ui's tokens. Each has a strong colour for text and icons, and a surface for the
 * background behind them. `src/styles/theme.css` has their values, and registry items include them.
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
