/** Fields are read by functions, because a schema per field would cost more time than parsing the JSON. */
import { LAST_MOMENT } from '../../contracts/index.ts'

export type JsonObject = Record<string, unknown>

const idPattern = /^[A-Za-z0-9_-]{1,64}$/

/** Reads an id, a number or a string. Intercom sends 0 for unassigned. */
export function readId(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : value
  return typeof id === 'string' && id !== '0' && idPattern.test(id) ? id : null
}

export function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function readCount(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && number >= 0 && number <= Number.MAX_SAFE_INTEGER ? Math.floor(number) : null
}

/** Reads a time as Unix seconds, from seconds or, in webhooks, ISO 8601. `null` for 0. */
export function readTime(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) / 1000 : readNumber(value)
  return number !== null && number > 0 && number <= LAST_MOMENT ? Math.floor(number) : null
}

/** Seconds until the year 5138. The time of an event above it is in milliseconds. */
const LAST_SECONDS = 100_000_000_000

/** Reads when an event happened, which may also be in milliseconds. */
export function readEventTime(value: unknown): number | null {
  const time = readTime(value)
  return time !== null && time > LAST_SECONDS ? Math.floor(time / 1000) : time
}

export function readFlag(value: unknown): boolean {
  return value === true
}

export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

export function readList<T>(value: unknown, read: (member: JsonObject) => T | null): T[] {
  const members: T[] = []
  if (!Array.isArray(value)) return members
  for (const entry of value) {
    const object = readObject(entry)
    const member = object && read(object)
    if (member !== null) members.push(member)
  }
  return members
}

/** Whether a value can be a custom attribute. Intercom has lists and objects only in fields of its own. */
export function isAttributeValue(value: unknown): value is string | number | boolean | null {
  // JSON's 1e999 is read as Infinity.
  return value === null || typeof value === 'string' || Number.isFinite(value) || typeof value === 'boolean'
}
