import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { weigh, weighed } from './bundle-size.ts'
import { limited } from './component-sizes.ts'

const all = [...weighed.filter(({ limit }) => limit !== undefined), ...limited]

test.each(all.map((item) => [item.name, item] as const))('%s stays within its limit', async (_, item) => {
  const weight = await weigh(item)
  expect(weight?.bytes).toBeGreaterThan(50)
  expect(weight?.bytes).toBeLessThanOrEqual(item.limit!)
  if (item.limitBesideShadcn !== undefined) expect(weight?.besideShadcn).toBeLessThanOrEqual(item.limitBesideShadcn)
})

test('has a limit for every component with stories', () => {
  const names = readdirSync('stories').filter((name) => existsSync(`src/components/intercom/${name}.tsx`))
  expect(names.length).toBeGreaterThan(15)
  const known = limited.map(({ name }) => name)
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

test('loads the engine, identity and events on demand', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['engine', 'event-queue', 'identity-proof']))
})

test('leaves development code out of production', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name)).not.toContain('diagnostics')
})
