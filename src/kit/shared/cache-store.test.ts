import { expect, it } from 'vitest'
import { type CacheConfig, createCacheStore } from '@/kit/shared/cache-store'

it('creates one store for each cache', () => {
  let count = 0
  const storeOf = createCacheStore(() => ({ id: ++count }))
  const config = () => ({ cache: new Map(), mutate: () => {} }) as unknown as CacheConfig
  const one = config()
  expect(storeOf(one)).toBe(storeOf({ ...one, mutate: config().mutate }))
  expect(storeOf(config())).not.toBe(storeOf(one))
})
