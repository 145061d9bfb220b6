/** A text colour token and the surface it is used on. */
export interface Pair {
  text: string
  surface: string
  /** Minimum contrast by WCAG 2.2: https://www.w3.org/TR/WCAG22/#contrast-minimum and #non-text-contrast */
  least: 4.5 | 3
  use: string
}

const words = (text: string, surface: string, use: string): Pair => ({ text, surface, least: 4.5, use })
const marks = (text: string, surface: string, use: string): Pair => ({ text, surface, least: 3, use })

/** Pairs of shadcn/ui's tokens. */
export const surfacePairs: Pair[] = [
  words('foreground', 'background', 'page text'),
  words('foreground', 'canvas', 'text beside cards'),
  words('muted-foreground', 'canvas', 'a row of the list'),
  words('primary', 'canvas', 'links beside cards'),
  words('destructive', 'canvas', 'errors beside cards'),
  words('foreground', 'muted', "a customer's message"),
  words('muted-foreground', 'background', 'secondary text'),
  words('muted-foreground', 'muted', 'a hovered row'),
  words('muted-foreground', 'accent', 'a focused item'),
  words('card-foreground', 'card', 'card text'),
  words('muted-foreground', 'card', 'the selected row'),
  words('popover-foreground', 'popover', 'menus'),
  words('muted-foreground', 'popover', 'secondary text in menus'),
  words('primary-foreground', 'primary', 'the main button'),
  words('primary', 'background', 'links'),
  words('secondary-foreground', 'secondary', 'other buttons'),
  words('accent-foreground', 'accent', 'the selected item'),
  words('destructive', 'background', 'errors'),
  words('destructive-foreground', 'destructive', 'destructive buttons'),
  words('sidebar-foreground', 'sidebar', 'the sidebar'),
  words('sidebar-primary', 'sidebar', 'the logo'),
  words('sidebar-primary-foreground', 'sidebar-primary', 'text on the logo'),
  words('sidebar-accent-foreground', 'sidebar-accent', 'the current page'),
  marks('ring', 'background', 'the focus ring'),
  marks('ring', 'canvas', 'the focus ring of a row'),
  marks('ring', 'card', 'the focus ring on a card'),
  marks('primary-foreground', 'primary', 'the focus ring in a primary banner'),
  marks('sidebar-ring', 'sidebar', 'the focus ring in the sidebar'),
]

const statuses = ['unread', 'waiting', 'snoozed', 'closed', 'note', 'success']

/** Pairs of the kit's own tokens. */
export const statusPairs: Pair[] = [
  ...statuses.flatMap((status) => [
    words(`status-${status}`, `status-${status}-surface`, 'a badge'),
    words(`status-${status}`, 'background', 'an icon or a label'),
    words(`status-${status}`, 'canvas', 'an icon or a label in the list'),
  ]),
  words('foreground', 'status-note-surface', 'an internal note'),
  words('muted-foreground', 'status-note-surface', 'secondary text in a note'),
  words('foreground', 'status-success-surface', 'success messages'),
  marks('ring', 'status-success-surface', 'the focus ring in a success banner'),
]
