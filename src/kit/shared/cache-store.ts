import type { Cache, useSWRConfig } from 'swr'

export interface CacheConfig {
  cache: Cache
  mutate: ReturnType<typeof useSWRConfig>['mutate']
}

/** Keeps one store per SWR cache, outside React, so that its work continues when components unmount. */
export function createCacheStore<Store>(create: (config: CacheConfig) => Store): (config: CacheConfig) => Store {
  const stores = new WeakMap<Cache, Store>()
  return (config) => {
    const store = stores.get(config.cache) ?? create(config)
    stores.set(config.cache, store)
    return store
  }
}
