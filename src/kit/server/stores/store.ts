/** Strings by key, each kept for a number of seconds. Anything may be lost early; nothing is kept longer. */
export interface Store {
  /** Returns the string under a key, or null. */
  get(key: string): Promise<string | null>
  /** Sets a key, and replaces an earlier value. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  /**
   * Sets a key unless it has a value. Of several calls at once, one succeeds.
   *
   * @returns whether this call set the key
   */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>
  /**
   * Adds one to a counter.
   *
   * @param ttlSeconds from the first call on; later calls don't extend it
   * @returns the count, from 1
   */
  increment(key: string, ttlSeconds: number): Promise<number>
  /** Removes a key. */
  delete(key: string): Promise<void>
  /** Called by `closeIntercom()` when the process ends. */
  close?(): Promise<void>
}
