import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('nothing in an app needs more than React 19.0', () => {
  const later = /\b(?:useEffectEvent\(|<(?:React\.)?Activity\b|<(?:React\.)?ViewTransition\b|cacheSignal\()/
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'))
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => later.test(readFileSync(file, 'utf8')))).toEqual([])
})
