import type { useSWRConfig } from 'swr'

export type CacheConfig = Pick<ReturnType<typeof useSWRConfig>, 'cache' | 'mutate' | 'unload'>

/** Keeps one store per SWR cache, outside React, so that its work continues when components unmount. */
export function createCacheStore<Store>(create: (config: CacheConfig) => Store): (config: CacheConfig) => Store {
  const stores = new WeakMap<CacheConfig['cache'], Store>()
  return (config) => {
    const store = stores.get(config.cache) ?? create(config)
    stores.set(config.cache, store)
    return store
  }
}
