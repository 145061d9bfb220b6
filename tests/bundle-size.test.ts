import { expect, test } from 'vitest'
import { weigh, weighed } from './bundle-size.ts'
import { components, limits } from './component-sizes.ts'

const limited = [...weighed.filter(({ limit }) => limit !== undefined), ...components]

test.each(limited.map((item) => [item.name, item] as const))('%s is no larger than it may be', async (_, item) => {
  const weight = await weigh(item)
  expect(weight?.bytes).toBeGreaterThan(200)
  expect(weight?.bytes).toBeLessThanOrEqual(item.limit!)
  if (item.limitBesideShadcn !== undefined) expect(weight?.besideShadcn).toBeLessThanOrEqual(item.limitBesideShadcn)
})

test('every component and hook that can be copied has a limit, and nothing else has', () => {
  expect(Object.keys(limits).sort()).toEqual(components.map(({ name }) => name).sort())
})

test('what only some pages need comes later: the engine, identity, events', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['engine', 'events', 'identity']))
})

test('what is for development is not in production', async () => {
  const weight = await weigh(weighed[1]!)
  expect(weight?.later.map(({ name }) => name)).not.toContain('diagnostics')
})
