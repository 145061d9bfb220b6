/**
 * Reads Intercom's answers, field by field, as plain functions: a page of conversations has thousands of fields, and a
 * schema with a step for each costs more than parsing the JSON. They never throw: what cannot be read is null.
 */
import { LAST_MOMENT } from '@/lib/intercom/contracts/ids'

/** Makes of anything what the kit works with. */
export type Reader<T> = (value: unknown) => T

/** An id as Intercom has it, a number or a string; nobody is 0 or null. */
export function readId(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : value
  return typeof id === 'string' && id !== '0' && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null
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

/** A moment in Unix seconds; 0 is none. */
export function readTime(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && number > 0 && number <= LAST_MOMENT ? Math.floor(number) : null
}

/** Whether something is said to be so. */
export function readFlag(value: unknown): boolean {
  return value === true
}

/** What an object's readers make of it. */
export type Read<Readers extends Record<string, Reader<unknown>>> = { [Key in keyof Readers]: ReturnType<Readers[Key]> }

/** Makes a reader of an object, by one reader a field; null for anything else. */
export function objectReader<Readers extends Record<string, Reader<unknown>>>(readers: Readers): Reader<Read<Readers> | null> {
  const fields = Object.entries(readers)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const read: Record<string, unknown> = {}
    for (const [key, reader] of fields) read[key] = reader((value as Record<string, unknown>)[key])
    return read as Read<Readers>
  }
}

/** Makes a reader of an object that is nothing without its `id`. */
export function identifiedReader<Readers extends Record<string, Reader<unknown>>>(
  readers: Readers,
): Reader<({ id: string } & Read<Readers>) | null> {
  const readObject = objectReader(readers)
  return (value) => {
    const read = readObject(value)
    const id = read && readId((value as { id?: unknown }).id)
    return id === null ? null : { id, ...read! }
  }
}

/** Makes a reader of a list, empty for anything else. Members that cannot be read are left out. */
export function listReader<T>(reader: Reader<T | null>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map(reader).filter((member) => member !== null) : [])
}
