import type { ThemeVars } from 'storybook/theming'
import { create } from 'storybook/theming/create'
import { toHex, parseOklch } from './colors.ts'

export type ThemeName = 'light' | 'dark'

/** Reads the colour tokens of a theme. The dark theme inherits missing tokens from the light one. */
export function readTokens(css: string, name: ThemeName): Record<string, string> {
  const read = (selector: string) => {
    const start = css.indexOf(`${selector} {`)
    if (start < 0) throw new Error(`src/styles/theme.css has no ${selector}.`)
    const block = css.slice(start, css.indexOf('}', start))
    return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(oklch\([^)]+\))/g)].map(([, token, value]) => [token, value]))
  }
  return { ...read(':root'), ...(name === 'dark' ? read('.dark') : {}) }
}

export function createStorybookTheme(css: string, name: ThemeName): ThemeVars {
  const tokens = readTokens(css, name)
  const color = (token: string) => {
    const value = tokens[token]
    if (!value) throw new Error(`src/styles/theme.css has no value for --${token}.`)
    return toHex(parseOklch(value))
  }
  return create({
    base: name,
    brandTitle: 'Intercom kit for V0',
    brandUrl: './?path=/docs/start--docs',
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
