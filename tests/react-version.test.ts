import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('needs nothing newer than React 19.0 in an app', () => {
  const later = /\b(?:useEffectEvent\(|<(?:React\.)?Activity\b|<(?:React\.)?ViewTransition\b|cacheSignal\()/
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'))
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => later.test(readFileSync(file, 'utf8')))).toEqual([])
})
