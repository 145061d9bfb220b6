import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { weigh, weighed } from './bundle-size.ts'
import { limited } from './component-sizes.ts'

const all = [...weighed.filter(({ limit }) => limit !== undefined), ...limited]

test.each(all.map((item) => [item.name, item] as const))('%s is no larger than it may be', async (_, item) => {
  const weight = await weigh(item)
  expect(weight?.bytes).toBeGreaterThan(50)
  expect(weight?.bytes).toBeLessThanOrEqual(item.limit!)
  if (item.limitBesideShadcn !== undefined) expect(weight?.besideShadcn).toBeLessThanOrEqual(item.limitBesideShadcn)
})

test('every component with stories has a limit', () => {
  const names = readdirSync('stories').filter((name) => existsSync(`src/components/intercom/${name}.tsx`))
  expect(names.length).toBeGreaterThan(15)
  const known = limited.map(({ name }) => name)
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

test('what only some pages need comes later: the engine, identity, events', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['engine', 'event-queue', 'identity-proof']))
})

test('what is for development is not in production', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name)).not.toContain('diagnostics')
})
