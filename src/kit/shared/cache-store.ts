import type { Cache, useSWRConfig } from 'swr'

/** A cache of SWR, as `useSWRConfig` returns it. */
export interface CacheConfig {
  cache: Cache
  mutate: ReturnType<typeof useSWRConfig>['mutate']
}

/**
 * Keeps one store for each cache of SWR, outside React, so that its work continues when components unmount.
 *
 * @param create creates the store of a cache on first use
 */
export function createCacheStore<Store>(create: (config: CacheConfig) => Store): (config: CacheConfig) => Store {
  const stores = new WeakMap<Cache, Store>()
  return (config) => {
    const store = stores.get(config.cache) ?? create(config)
    stores.set(config.cache, store)
    return store
  }
}
