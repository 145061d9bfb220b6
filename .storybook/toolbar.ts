/** What the toolbar offers for any story, beside the theme and the width. */
import type { GlobalTypes } from 'storybook/internal/csf'
import { isRightToLeft } from '@/kit/strings/locale-provider'
import { languages } from './languages.ts'
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

/** A menu. What a story begins with is its title, and taking a choice back: only what was changed stands out. */
const menu = (description: string, icon: Icon, start: string, items: { value: string; title: string }[]) => ({
  description,
  toolbar: {
    icon,
    title: items.find(({ value }) => value === start)?.title,
    dynamicTitle: true,
    items: items.map((item) => (item.value === start ? { ...item, type: 'reset' as const } : item)),
  },
})

/** The menus, as Storybook takes them. */
export const globalTypes: GlobalTypes = {
  locale: menu(
    "The reader's language",
    'globe',
    initialGlobals.locale,
    Object.entries(languages).map(([value, { title }]) => ({ value, title })),
  ),
  dir: menu('Direction of the page', 'transfer', initialGlobals.dir, [
    { value: 'auto', title: 'Direction of the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  density: menu('How much room there is between things', 'component', initialGlobals.density, [
    { value: 'comfortable', title: 'Comfortable' },
    { value: 'regular', title: 'As designed' },
    { value: 'compact', title: 'Compact' },
  ]),
  intercom: menu('What happens to what is asked of Intercom', 'lightning', initialGlobals.intercom, [
    { value: 'fine', title: 'Intercom is fine' },
    { value: 'slow', title: 'Intercom is slow' },
    { value: 'rate limited', title: 'Intercom is rate limited' },
    { value: 'down', title: 'Intercom is down' },
    { value: 'offline', title: 'Intercom is out of reach: offline' },
  ]),
}
