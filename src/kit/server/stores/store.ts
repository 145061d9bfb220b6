/** Texts by key, each kept for a number of seconds. Anything may be lost early; nothing is kept longer. */
export interface Store {
  /** Returns the text kept under a key, or null. */
  get(key: string): Promise<string | null>
  /** Keeps a text under a key, and replaces an earlier one. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  /**
   * Keeps a text unless the key has one. Of several calls at once, one succeeds.
   *
   * @returns whether this call kept its text
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
}
