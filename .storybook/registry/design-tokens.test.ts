import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildDesignTokens, buildTokenFiles } from './design-tokens.ts'

const css = readFileSync('src/styles/theme.css', 'utf8')

describe.each(['light', 'dark'] as const)('tokens of the %s theme', (theme) => {
  const tokens = buildDesignTokens(css, theme)
  it('has every colour of the stylesheet', () => {
    const named = [...css.matchAll(/--color-([\w-]+): var/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(25)
    expect(Object.keys(tokens.color)).toEqual(expect.arrayContaining([...named, 'canvas', 'status-waiting', 'status-note-surface']))
  })
  it('is valid for the format', () => {
    for (const { $type, $value } of Object.values(tokens.color)) {
      expect($type).toBe('color')
      expect($value).toEqual({
        colorSpace: 'srgb',
        components: [expect.any(Number), expect.any(Number), expect.any(Number)],
        alpha: expect.any(Number),
        hex: expect.stringMatching(/^#[0-9a-f]{6}$/),
      })
    }
    expect(tokens.radius).toMatchObject({ sm: { $value: { value: 6, unit: 'px' } }, lg: { $value: { value: 10, unit: 'px' } } })
  })
})

it('has other colours in the dark theme', () => {
  const [light, dark] = [buildDesignTokens(css, 'light'), buildDesignTokens(css, 'dark')]
  expect(light.color.background).toMatchObject({ $value: { hex: '#ffffff' } })
  expect(dark.color.background).not.toEqual(light.color.background)
  expect(dark.color['sidebar-foreground']).toEqual(light.color['sidebar-foreground'])
})

it('keeps the opacity of the scrim', () => {
  expect(buildDesignTokens(css, 'dark').color.scrim).toMatchObject({ $value: { alpha: 0.6 } })
})

it('refuses a colour in another form', () => {
  expect(() => buildDesignTokens(css.replace('--canvas: oklch(0.965 0.004 265)', '--canvas: oklch(96% 0 none)'), 'light')).toThrow(/is not in the form oklch/)
})

it('comes as one file and as one per theme', () => {
  expect([...buildTokenFiles(css).keys()]).toEqual(['tokens.json', 'tokens.light.json', 'tokens.dark.json'])
})
