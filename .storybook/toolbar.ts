import type { GlobalTypes } from 'storybook/internal/csf'
import { isRightToLeft } from '@/kit/strings/locale-provider'
import { languages } from './languages.ts'
import type { WorldParameters } from './world.ts'

/** State of Intercom, as selected in the toolbar. */
export type Condition = 'fine' | 'slow' | 'rate limited' | 'down' | 'offline'

/** World of each condition. A story's own parameters take precedence. */
export const conditions: Record<Condition, WorldParameters> = {
  fine: {},
  slow: { delay: 3000, messenger: 'late' },
  'rate limited': { fault: '429-retry-after-s' },
  down: { fault: '503', messenger: 'blocked' },
  offline: { app: 'offline', messenger: 'blocked' },
}

/** Globals of the toolbar. */
export interface ToolbarGlobals {
  locale: string
  /** `auto` follows the language. */
  dir: 'auto' | 'ltr' | 'rtl'
  density: 'comfortable' | 'regular' | 'compact'
  intercom: Condition
}

export const initialGlobals: ToolbarGlobals = { dir: 'auto', locale: 'en-GB', density: 'regular', intercom: 'fine' }

/** Sets the language, direction and density of the page. */
export function applyToPage({ dir, locale, density }: ToolbarGlobals): void {
  const root = document.documentElement
  root.lang = locale
  root.dir = dir === 'auto' ? (isRightToLeft(locale) ? 'rtl' : 'ltr') : dir
  root.dataset.density = density
}

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>

/** Creates a menu. Its title is the selected item, and the default item resets it. */
const createMenu = (description: string, icon: Icon, start: string, items: { value: string; title: string }[]) => ({
  description,
  toolbar: {
    icon,
    title: items.find(({ value }) => value === start)?.title,
    dynamicTitle: true,
    items: items.map((item) => (item.value === start ? { ...item, type: 'reset' as const } : item)),
  },
})

export const globalTypes: GlobalTypes = {
  locale: createMenu(
    'Language',
    'globe',
    initialGlobals.locale,
    Object.entries(languages).map(([value, { title }]) => ({ value, title })),
  ),
  dir: createMenu('Text direction', 'transfer', initialGlobals.dir, [
    { value: 'auto', title: 'Direction of the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  density: createMenu('Density', 'component', initialGlobals.density, [
    { value: 'comfortable', title: 'Comfortable density' },
    { value: 'regular', title: 'Regular density' },
    { value: 'compact', title: 'Compact density' },
  ]),
  intercom: createMenu('State of Intercom', 'lightning', initialGlobals.intercom, [
    { value: 'fine', title: 'Intercom is fine' },
    { value: 'slow', title: 'Intercom is slow' },
    { value: 'rate limited', title: 'Intercom is rate limited' },
    { value: 'down', title: 'Intercom is down' },
    { value: 'offline', title: 'Offline' },
  ]),
}
