/** Reads the kit's own tokens. Apps keep their values of shadcn/ui's tokens. */
import config from '../../tailwind.config.ts'

export interface CssVars {
  light: Record<string, string>
  dark: Record<string, string>
  theme: Record<string, string>
}

function findBlock(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`src/styles/theme.css has no ${selector}.`)
  return css.slice(start, css.indexOf('}', start))
}

/**
 * Reads the values of the kit's tokens.
 * @throws Error if a token has no value.
 */
export function readCssVars(css: string): CssVars {
  const names = Object.keys(config.theme.extend.colors)
  const readValues = (selector: string) =>
    Object.fromEntries(
      names.map((name) => {
        const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(findBlock(css, selector))?.[1]
        if (!value) throw new Error(`src/styles/theme.css has no value for --${name} in ${selector}.`)
        return [name, value]
      }),
    )
  const theme = Object.fromEntries(names.map((name) => [`color-${name}`, `var(--${name})`]))
  return { light: readValues(':root'), dark: readValues('.dark'), theme }
}
