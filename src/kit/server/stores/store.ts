/** Key-value store with expiring strings. Values may be lost early. */
export interface Store {
  /** Returns a value, or `null`. */
  get(key: string): Promise<string | null>
  /** Sets or replaces a value. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  /** Sets a value unless the key exists. Of concurrent calls, one succeeds and returns `true`. */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>
  /** Increments a counter and returns it, from 1. Only the first call sets the expiry. */
  increment(key: string, ttlSeconds: number): Promise<number>
  /** Deletes a key. */
  delete(key: string): Promise<void>
  /** Closes connections. Called by `closeIntercom()`. */
  close?(): Promise<void>
}
