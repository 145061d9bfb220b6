/**
 * Reads Intercom's answers, field by field, as plain functions: a page of conversations has thousands of fields, and a
 * schema with a step for each costs more than parsing the JSON. They never throw: what cannot be read is null.
 */
import { LAST_MOMENT } from '../../contracts/index.ts'

/** Any object of JSON. */
export type JsonObject = Record<string, unknown>

const idPattern = /^[A-Za-z0-9_-]{1,64}$/

/** An id as Intercom has it, a number or a string; nobody is 0 or null. */
export function readId(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : value
  return typeof id === 'string' && id !== '0' && idPattern.test(id) ? id : null
}

/** A text; anything else is null. */
export function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A number, as one or as text. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Reads a whole number from 0 to what an integer can hold. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && number >= 0 && number <= Number.MAX_SAFE_INTEGER ? Math.floor(number) : null
}

/** Reads a moment in Unix seconds, from seconds or, in webhooks, ISO 8601. `null` for 0. */
export function readTime(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) / 1000 : readNumber(value)
  return number !== null && number > 0 && number <= LAST_MOMENT ? Math.floor(number) : null
}

/** Whether something is said to be so. */
export function readFlag(value: unknown): boolean {
  return value === true
}

/** An object; null for anything else. */
export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

/** A list of objects, empty for anything else. Members that are no objects, or that `read` gives null for, are left out. */
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
