/** Corners, shadows, layers, text sizes and durations of the components. A test holds these lists against their classes. */

interface Use {
  /** Tailwind's class. */
  name: string
  use: string
}

export const radii: Use[] = [
  { name: 'rounded-xs', use: 'Links in a text' },
  { name: 'rounded-sm', use: 'Parts inside a control: tabs, menu items, inline code' },
  { name: 'rounded-md', use: 'Controls: buttons, fields, badges, menus' },
  { name: 'rounded-lg', use: 'Cards, toasts' },
  { name: 'rounded-xl', use: 'Messages, dialogs, sheets of the inbox' },
  { name: 'rounded-full', use: 'People, counts, the launcher' },
]

export const shadows: Use[] = [
  { name: 'shadow-xs', use: 'Fields and buttons on a surface' },
  { name: 'shadow-sm', use: 'Parts that lie on a surface: the launcher, a hint' },
  { name: 'shadow-md', use: 'Opens at a control: menus, popovers, the button for the newest message' },
  { name: 'shadow-lg', use: 'Covers the page: dialogs, sheets, toasts' },
]

export const layers: Use[] = [
  { name: 'z-10', use: 'Parts of a row above its click area, handles between columns' },
  { name: 'z-20', use: 'A hint above the parts of a row' },
  { name: 'z-50', use: 'Menus, popovers, dialogs, sheets, toasts: the one that opened last is on top' },
]

export const sizes: Use[] = [
  { name: 'text-2xl', use: 'stat' },
  { name: 'text-xl', use: 'page title' },
  { name: 'text-lg', use: 'plan name, initials in a large avatar' },
  { name: 'text-base', use: 'section title, fields on phones' },
  { name: 'text-sm', use: 'body text' },
  { name: 'text-xs', use: 'secondary text: times, labels, badges' },
]

export const durations: Use[] = [
  { name: 'duration-150', use: 'The launcher, dialogs' },
  { name: 'duration-200', use: 'Toasts, sheets' },
  { name: 'duration-300', use: 'The waiting ring, when its share changes' },
]
