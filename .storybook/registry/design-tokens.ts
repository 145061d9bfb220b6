/** Builds design tokens for Figma and other tools: https://www.designtokens.org/tr/2025.10/format/ */
import { parseOklch, toHex } from '../colors.ts'

type Theme = 'light' | 'dark'

interface Token {
  $type: 'color' | 'dimension'
  $value: object
}

/** Tokens of one theme, by group and name. */
export type Tokens = Record<'color' | 'radius', Record<string, Token>>

/** Pixels per rem in the tokens. */
const REM = 16

function readBlock(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/^\s*--([\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [name, value]))
}

function toColor(value: string): Token {
  const [, color = '', alpha = '1'] = /^(oklch\([\d.]+ [\d.]+ [\d.]+)(?: \/ ([\d.]+))?\)$/.exec(value) ?? []
  const rgb = parseOklch(`${color})`)
  const components = rgb.map((channel) => Number(channel.toFixed(4)))
  return { $type: 'color', $value: { colorSpace: 'srgb', components, alpha: Number(alpha), hex: toHex(rgb) } }
}

/**
 * Builds the tokens of a theme from `src/styles/theme.css`. The dark theme has the light values that it doesn't change.
 * @throws Error for a colour in another form than `oklch()`
 */
export function buildDesignTokens(css: string, theme: Theme): Tokens {
  const values = new Map([...readBlock(css, ':root'), ...(theme === 'dark' ? readBlock(css, '.dark') : [])])
  const base = Number.parseFloat(values.get('radius') ?? '0') * REM
  const color = Object.fromEntries([...values].flatMap(([name, value]) => (value.startsWith('oklch(') ? [[name, toColor(value)]] : [])))
  const offsets = [...css.matchAll(/--radius-(\w+): (?:calc\(var\(--radius\) ([+-]) (\d+)px\)|var\(--radius\));/g)]
  const radius = Object.fromEntries(
    offsets.map(([, name = '', sign = '+', pixels = '0']) => [
      name,
      { $type: 'dimension' as const, $value: { value: base + Number(`${sign}${pixels}`), unit: 'px' } },
    ]),
  )
  return { color, radius }
}

/** Builds the token files, by path: one for each theme, to import as two modes of a collection, and both in one. */
export function buildTokenFiles(css: string): Map<string, object> {
  const [light, dark] = [buildDesignTokens(css, 'light'), buildDesignTokens(css, 'dark')]
  return new Map<string, object>([['tokens.json', { light, dark }], ['tokens.light.json', light], ['tokens.dark.json', dark]])
}
