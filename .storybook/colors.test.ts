import { describe, expect, it } from 'vitest'
import { contrast, hexOf, rgbOf, type Rgb } from './colors.ts'

describe('a colour', () => {
  // As Chromium draws them.
  it.each([
    ['oklch(1 0 0)', '#ffffff'],
    ['oklch(0 0 0)', '#000000'],
    ['oklch(0.628 0.2577 29.23)', '#ff0000'],
    ['oklch(0.5 0.19 264)', '#2858cd'],
  ])('%s is %s on a screen', (color, hex) => expect(hexOf(rgbOf(color))).toBe(hex))

  it('that is written in another way is refused', () => {
    expect(() => rgbOf('hsl(0 0% 0%)')).toThrow('is not written as oklch')
  })
})

it('contrast is as WCAG has it', () => {
  const [black, white, grey] = [[0, 0, 0], [1, 1, 1], [0x77 / 255, 0x77 / 255, 0x77 / 255]] as [Rgb, Rgb, Rgb]
  expect(contrast(black, white)).toBeCloseTo(21, 5)
  expect(contrast(grey, white)).toBeCloseTo(4.48, 2)
  expect(contrast(white, grey)).toBe(contrast(grey, white))
})
