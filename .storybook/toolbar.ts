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
  theme: 'light' | 'dark'
  locale: string
  /** `auto` follows the language. */
  dir: 'auto' | 'ltr' | 'rtl'
  density: 'comfortable' | 'regular' | 'compact'
  intercom: Condition
  /** `touch` shows the looks of touch screens. */
  pointer: 'mouse' | 'touch'
  /** Size of the text in percent. */
  text: '100' | '200'
  /** `more` applies the styles of `prefers-contrast: more`. */
  contrast: 'regular' | 'more'
}

export const initialGlobals: ToolbarGlobals = {
  theme: 'light', intercom: 'fine', locale: 'en-GB', dir: 'auto', density: 'regular', pointer: 'mouse', text: '100', contrast: 'regular',
}

const PREFERS_CONTRAST = '(prefers-contrast: more)'

/** Media rules of the page for users who prefer more contrast. */
let contrastRules: CSSMediaRule[] | undefined

function findContrastRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule && rule.conditionText === PREFERS_CONTRAST ? [rule] : []),
    ...(rule instanceof CSSGroupingRule ? findContrastRules(rule.cssRules) : []),
  ])
}

/** Sets the theme, language, direction, density, pointer, text size and contrast of the page. */
export function applyToPage({ theme, dir, locale, density, pointer, text, contrast }: Omit<ToolbarGlobals, 'intercom'>): void {
  const root = document.documentElement
  root.classList.toggle('dark', theme === 'dark')
  root.classList.toggle('light', theme !== 'dark')
  root.lang = locale
  root.dir = dir === 'auto' ? (isRightToLeft(locale) ? 'rtl' : 'ltr') : dir
  root.dataset.density = density
  root.dataset.pointer = pointer
  root.style.fontSize = text === '100' ? '' : `${text}%`
  contrastRules ??= [...document.styleSheets].flatMap(({ cssRules }) => findContrastRules(cssRules))
  for (const { media } of contrastRules) media.mediaText = contrast === 'more' ? 'all' : PREFERS_CONTRAST
}

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>

/** Creates a menu. Its title is the selected item, and the default item resets it. */
const createMenu = (name: keyof ToolbarGlobals, description: string, icon: Icon, titles: Record<string, string>): GlobalTypes => ({
  [name]: {
    description,
    toolbar: {
      icon,
      title: titles[initialGlobals[name]],
      dynamicTitle: true,
      items: Object.entries(titles).map(([value, title]) => ({
        value,
        title,
        ...(value === initialGlobals[name] ? { type: 'reset' as const } : {}),
      })),
    },
  },
})

export const globalTypes: GlobalTypes = {
  ...createMenu('theme', 'Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  ...createMenu('intercom', 'Intercom', 'lightning', {
    fine: 'Intercom: OK',
    slow: 'Intercom: slow',
    'rate limited': 'Intercom: rate limited',
    down: 'Intercom: down',
    offline: 'Intercom: offline',
  }),
  ...createMenu('locale', 'Language', 'globe', Object.fromEntries(Object.entries(languages).map(([value, { title }]) => [value, title]))),
  ...createMenu('dir', 'Direction', 'transfer', { auto: 'Direction: auto', ltr: 'Direction: left to right', rtl: 'Direction: right to left' }),
  ...createMenu('density', 'Density', 'component', { regular: 'Density: default', comfortable: 'Density: comfortable', compact: 'Density: compact' }),
  ...createMenu('pointer', 'Pointer', 'pointerdefault', { mouse: 'Pointer: mouse', touch: 'Pointer: touch' }),
  ...createMenu('text', 'Text size', 'paragraph', { 100: 'Text: 100 %', 200: 'Text: 200 %' }),
  ...createMenu('contrast', 'Contrast', 'mirror', { regular: 'Contrast: default', more: 'Contrast: more' }),
}
