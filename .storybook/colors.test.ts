import { describe, expect, it } from 'vitest'
import { getContrast, toHex, parseOklch, type Rgb } from './colors.ts'

describe('parseOklch', () => {
  // Values computed by Chromium.
  it.each([
    ['oklch(1 0 0)', '#ffffff'],
    ['oklch(0 0 0)', '#000000'],
    ['oklch(0.628 0.2577 29.23)', '#ff0000'],
    ['oklch(0.5 0.19 264)', '#2858cd'],
  ])('converts %s to %s', (color, hex) => expect(toHex(parseOklch(color))).toBe(hex))

  it('rejects other formats', () => {
    expect(() => parseOklch('hsl(0 0% 0%)')).toThrow('is not in the form oklch')
  })
})

it('computes contrast like WCAG', () => {
  const [black, white, grey] = [[0, 0, 0], [1, 1, 1], [0x77 / 255, 0x77 / 255, 0x77 / 255]] as [Rgb, Rgb, Rgb]
  expect(getContrast(black, white)).toBeCloseTo(21, 5)
  expect(getContrast(grey, white)).toBeCloseTo(4.48, 2)
  expect(getContrast(white, grey)).toBe(getContrast(grey, white))
})
