/** Answers that a team keeps at hand. */

/** An answer to begin with. */
export interface SavedReply {
  /** Unlike every other's. */
  id: string
  /** What it is found by. */
  title: string
  /** Plain text. `{name}` and `{first_name}` are the customer's. */
  body: string
}

/**
 * A saved reply, for one customer. A placeholder that nothing is known for stays as it is, so that the gap is seen.
 *
 * @param body its text
 * @param name the customer's whole name; null where it is not known
 */
export function fillReply(body: string, name: string | null): string {
  const whole = name?.trim() ?? ''
  const values: Record<string, string> = whole ? { name: whole, first_name: whole.split(/\s+/)[0] ?? whole } : {}
  return body.replace(/\{(\w+)\}/g, (placeholder, key: string) => (Object.hasOwn(values, key) ? values[key] : null) ?? placeholder)
}
