import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chromaticModes, onPhone, onTablet } from '../../.storybook/modes.ts'

const shown = (modes: typeof chromaticModes) => Object.keys(modes).filter((name) => !modes[name]?.disable)

test('takes a story in two sizes, or in its own size only', () => {
  expect(shown(chromaticModes)).toEqual(['light-1280', 'dark-1280', 'light-375', 'dark-375'])
  expect(shown(onPhone.parameters.chromatic.modes)).toEqual(['light-375', 'dark-375'])
  expect(shown(onTablet.parameters.chromatic.modes)).toEqual(['light-768', 'dark-768'])
})

test('sets the size of a story together with its modes', () => {
  const files = globSync('stories/**/*.stories.tsx')
  expect(files.length).toBeGreaterThan(50)
  // A separate viewport would play the story at another size than its screenshots.
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('viewport:'))).toEqual([])
})
