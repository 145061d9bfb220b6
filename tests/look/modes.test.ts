import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { alsoIn, chromaticModes, onDesktop, onPhone, onTablet } from '../../.storybook/modes.ts'

const shown = (modes: typeof chromaticModes) => Object.keys(modes).filter((name) => !modes[name]?.disable)

test('takes a story in two sizes, or in its own size only', () => {
  expect(shown(chromaticModes)).toEqual(['light-1280', 'dark-1280', 'light-375', 'dark-375'])
  expect(shown(onPhone.parameters.chromatic.modes)).toEqual(['light-375', 'dark-375'])
  expect(shown(onTablet.parameters.chromatic.modes)).toEqual(['light-768', 'dark-768'])
})

test('adds right to left on desktops and touch on phones, in stories of these sizes', () => {
  const special = alsoIn('rightToLeft', 'touch').chromatic.modes
  expect(special).toEqual({
    'rtl-1280': { theme: 'light', locale: 'ar', viewport: { width: 1280, height: 800 }, disable: false },
    'touch-375': { theme: 'light', pointer: 'touch', viewport: { width: 375, height: 812 }, disable: false },
  })
  const withSize = ({ parameters }: typeof onPhone) => shown({ ...special, ...parameters.chromatic.modes })
  expect(shown({ ...chromaticModes, ...special })).toEqual(['light-1280', 'dark-1280', 'light-375', 'dark-375', 'rtl-1280', 'touch-375'])
  expect(withSize(onDesktop)).toEqual(['rtl-1280', 'light-1280', 'dark-1280'])
  expect(withSize(onPhone)).toEqual(['touch-375', 'light-375', 'dark-375'])
  expect(withSize(onTablet)).toEqual(['light-768', 'dark-768'])
})

test('sets the size of a story together with its modes', () => {
  const files = globSync('stories/**/*.stories.tsx')
  expect(files.length).toBeGreaterThan(50)
  // A separate viewport would play the story at another size than its screenshots.
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('viewport:'))).toEqual([])
})
