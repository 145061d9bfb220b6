import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chromaticModes, onPhone, onTablet } from '../../.storybook/modes.ts'

const shown = (modes: typeof chromaticModes) => Object.keys(modes).filter((name) => !modes[name]?.disable)

test('a story is looked at in two sizes, and one that is made for one size in that alone', () => {
  expect(shown(chromaticModes)).toEqual(['light-1280', 'dark-1280', 'light-375', 'dark-375'])
  expect(shown(onPhone.parameters.chromatic.modes)).toEqual(['light-375', 'dark-375'])
  expect(shown(onTablet.parameters.chromatic.modes)).toEqual(['light-768', 'dark-768'])
})

test('a story says its size together with the modes of its pictures', () => {
  const files = globSync('stories/**/*.stories.tsx')
  expect(files.length).toBeGreaterThan(50)
  // By hand it would be played at a size that it is not made for, and its pictures would show what came of it.
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('viewport:'))).toEqual([])
})
