/** Two tokens that meet on the screen. */
export interface Pair {
  text: string
  surface: string
  /** The contrast that they need. https://www.w3.org/TR/WCAG22/#contrast-minimum and #non-text-contrast */
  least: 4.5 | 3
  use: string
}

const words = (text: string, surface: string, use: string): Pair => ({ text, surface, least: 4.5, use })
const marks = (text: string, surface: string, use: string): Pair => ({ text, surface, least: 3, use })

/** What every app has. */
export const surfacePairs: Pair[] = [
  words('foreground', 'background', 'words of the page'),
  words('foreground', 'muted', 'a message of a customer'),
  words('muted-foreground', 'background', 'what is second'),
  words('muted-foreground', 'muted', 'a row under the pointer'),
  words('muted-foreground', 'accent', 'the row that is open'),
  words('card-foreground', 'card', 'words of a card'),
  words('muted-foreground', 'card', 'what is second in it'),
  words('popover-foreground', 'popover', 'menus'),
  words('muted-foreground', 'popover', 'what is second in them'),
  words('primary-foreground', 'primary', 'the one thing to do next'),
  words('primary', 'background', 'links'),
  words('secondary-foreground', 'secondary', 'other buttons'),
  words('accent-foreground', 'accent', 'what is chosen'),
  words('destructive', 'background', 'what failed'),
  words('destructive-foreground', 'destructive', 'what cannot be undone'),
  words('sidebar-foreground', 'sidebar', 'the sidebar'),
  words('sidebar-primary', 'sidebar', 'its sign'),
  words('sidebar-primary-foreground', 'sidebar-primary', 'words on the sign'),
  words('sidebar-accent-foreground', 'sidebar-accent', 'where one is'),
  marks('ring', 'background', 'the focus ring'),
  marks('ring', 'card', 'the focus ring on a card'),
  marks('sidebar-ring', 'sidebar', 'the focus ring in the sidebar'),
]

const statuses = ['unread', 'waiting', 'snoozed', 'closed', 'note', 'success']

/** What the kit adds. */
export const statusPairs: Pair[] = [
  ...statuses.flatMap((status) => [
    words(`status-${status}`, `status-${status}-surface`, 'a badge'),
    words(`status-${status}`, 'background', 'an icon or a word'),
  ]),
  words('foreground', 'status-note-surface', 'an internal note'),
  words('muted-foreground', 'status-note-surface', 'what is second in it'),
  words('foreground', 'status-success-surface', 'what worked'),
]
