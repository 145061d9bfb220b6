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

/** Seconds until the year 5138. Anything above is milliseconds. */
const LAST_SECONDS = 100_000_000_000

/** Reads a time as Unix seconds, from seconds, milliseconds or, in webhooks, ISO 8601. `null` for 0. */
export function readTime(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) / 1000 : readNumber(value)
  if (number === null || number <= 0) return null
  const seconds = number > LAST_SECONDS ? number / 1000 : number
  return seconds <= LAST_MOMENT ? Math.floor(seconds) : null
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
