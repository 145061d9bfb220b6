import type { Config } from 'tailwindcss'

/**
 * Colours in addition to shadcn/ui's tokens: the page behind cards, and statuses. Each status has a strong colour for text
 * and icons, and a surface for the background behind them. `src/styles/theme.css` has their values, and registry items include them.
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
  theme: { extend: { colors: { canvas: 'var(--canvas)', ...statusColors } } },
} satisfies Config
