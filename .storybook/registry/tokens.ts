/** The kit's own tokens, as the CLI writes them into an app's stylesheet: shadcn's keep the app's values. */
import config from '../../tailwind.config.ts'

/** What an item has under `cssVars`. */
export interface CssVars {
  light: Record<string, string>
  dark: Record<string, string>
  theme: Record<string, string>
}

function blockOf(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`src/styles/theme.css has no ${selector}.`)
  return css.slice(start, css.indexOf('}', start))
}

/**
 * Reads the values of the kit's tokens.
 *
 * @param css `src/styles/theme.css`
 * @throws Error where a token has no value, in light or in dark
 */
export function cssVarsOf(css: string): CssVars {
  const names = Object.keys(config.theme.extend.colors)
  const valuesIn = (selector: string) =>
    Object.fromEntries(
      names.map((name) => {
        const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(blockOf(css, selector))?.[1]
        if (!value) throw new Error(`src/styles/theme.css gives --${name} no value in ${selector}.`)
        return [name, value]
      }),
    )
  const theme = Object.fromEntries(names.map((name) => [`color-${name}`, `var(--${name})`]))
  return { light: valuesIn(':root'), dark: valuesIn('.dark'), theme }
}
