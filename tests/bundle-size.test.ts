import { expect, test } from 'vitest'
import { weigh, weighed } from './bundle-size.ts'

const limited = weighed.filter(({ limit }) => limit !== undefined)

test.each(limited.map((item) => [item.name, item] as const))('%s is no larger than it may be', async (_, item) => {
  const weight = await weigh(item)
  expect(weight?.bytes).toBeGreaterThan(500)
  expect(weight?.bytes).toBeLessThanOrEqual(item.limit!)
})

test('what only some pages need comes later: the engine, identity, events', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['engine', 'events', 'identity']))
})

test('what is for development is not in production', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name)).not.toContain('diagnostics')
})
