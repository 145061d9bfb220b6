/** Storybook's own look: the kit's, from its stylesheet. */
import type { ThemeVars } from 'storybook/theming'
import { create } from 'storybook/theming/create'
import { hexOf, rgbOf } from './colors.ts'

/** Which of the two. */
export type ThemeName = 'light' | 'dark'

/** The colour tokens of a theme, as they are written: what dark does not say is as in light. */
export function tokensOf(css: string, name: ThemeName): Record<string, string> {
  const read = (selector: string) => {
    const start = css.indexOf(`${selector} {`)
    if (start < 0) throw new Error(`src/styles/theme.css has no ${selector}.`)
    const block = css.slice(start, css.indexOf('}', start))
    return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(oklch\([^)]+\))/g)].map(([, token, value]) => [token, value]))
  }
  return { ...read(':root'), ...(name === 'dark' ? read('.dark') : {}) }
}

/**
 * Storybook's theme.
 *
 * @param css `src/styles/theme.css`
 */
export function storybookTheme(css: string, name: ThemeName): ThemeVars {
  const tokens = tokensOf(css, name)
  const color = (token: string) => {
    const value = tokens[token]
    if (!value) throw new Error(`src/styles/theme.css gives --${token} no value.`)
    return hexOf(rgbOf(value))
  }
  return create({
    base: name,
    brandTitle: 'Intercom kit for V0',
    brandUrl: './?path=/docs/start-start-here--docs',
    brandTarget: '_self',
    colorPrimary: color('primary'),
    colorSecondary: color('primary'),
    appBg: color(name === 'light' ? 'muted' : 'background'),
    appContentBg: color(name === 'light' ? 'background' : 'card'),
    appPreviewBg: color('background'),
    appHoverBg: color('accent'),
    appBorderColor: color('border'),
    appBorderRadius: 10,
    fontBase: "'Geist Variable', ui-sans-serif, system-ui, sans-serif",
    fontCode: "'Geist Mono Variable', ui-monospace, monospace",
    textColor: color('foreground'),
    textInverseColor: color('primary-foreground'),
    textMutedColor: color('muted-foreground'),
    barBg: color(name === 'light' ? 'background' : 'card'),
    barTextColor: color('muted-foreground'),
    barHoverColor: color('primary'),
    barSelectedColor: color('primary'),
    buttonBg: color('secondary'),
    buttonBorder: color('border'),
    booleanBg: color('muted'),
    booleanSelectedBg: color('background'),
    inputBg: color('background'),
    inputBorder: color('input'),
    inputTextColor: color('foreground'),
    inputBorderRadius: 8,
  })
}
