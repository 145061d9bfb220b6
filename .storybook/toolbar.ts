/** What the toolbar offers for any story, beside the theme and the width. */
import type { GlobalTypes } from 'storybook/internal/csf'
import { isRightToLeft, languages } from './languages.ts'
import type { WorldParameters } from './world.ts'

/** How Intercom is, as the toolbar says. */
export type Condition = 'fine' | 'slow' | 'rate limited' | 'down' | 'offline'

/** What each means for a story's world. What the story itself says of a field counts more. */
export const conditions: Record<Condition, WorldParameters> = {
  fine: {},
  slow: { delay: 3000, messenger: 'late' },
  'rate limited': { fault: '429-retry-after-s' },
  down: { fault: '503', messenger: 'blocked' },
  offline: { app: 'offline', messenger: 'blocked' },
}

/** The toolbar's values. */
export interface ToolbarGlobals {
  locale: string
  /** `auto` is the language's own. */
  dir: 'auto' | 'ltr' | 'rtl'
  density: 'comfortable' | 'regular' | 'compact'
  intercom: Condition
}

/** Where a story begins. */
export const initialGlobals: ToolbarGlobals = { dir: 'auto', locale: 'en-GB', density: 'regular', intercom: 'fine' }

/** Puts on the page's root what belongs there. */
export function applyToPage({ dir, locale, density }: ToolbarGlobals): void {
  const root = document.documentElement
  root.lang = locale
  root.dir = dir === 'auto' ? (isRightToLeft(locale) ? 'rtl' : 'ltr') : dir
  root.dataset.density = density
}

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>

const menu = (description: string, icon: Icon, items: { value: string; title: string }[]) => ({
  description,
  toolbar: { icon, dynamicTitle: true, items },
})

/** The menus, as Storybook takes them. */
export const globalTypes: GlobalTypes = {
  locale: menu(
    "The reader's language",
    'globe',
    Object.entries(languages).map(([value, { title }]) => ({ value, title })),
  ),
  dir: menu('Direction of the page', 'transfer', [
    { value: 'auto', title: 'Direction of the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  density: menu('How much room there is between things', 'component', [
    { value: 'comfortable', title: 'Comfortable' },
    { value: 'regular', title: 'As designed' },
    { value: 'compact', title: 'Compact' },
  ]),
  intercom: menu('What happens to what is asked of Intercom', 'lightning', [
    { value: 'fine', title: 'Intercom is fine' },
    { value: 'slow', title: 'Intercom is slow' },
    { value: 'rate limited', title: 'Intercom is rate limited' },
    { value: 'down', title: 'Intercom is down' },
    { value: 'offline', title: 'Intercom is out of reach: offline' },
  ]),
}
