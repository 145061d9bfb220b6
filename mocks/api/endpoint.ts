import type { Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { invalid } from './errors.ts'
import type { ApiVersion } from './present.ts'

/** What an endpoint is called with. */
export interface Call {
  workspace: Workspace
  /** The present moment in the workspace. */
  now: Timestamp
  version: ApiVersion
  /** The parts of the path that the pattern names, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  /** The parsed body; an empty object where there was none. */
  body: Record<string, unknown>
  /**
   * Tells listeners of a change.
   * @param topic A webhook topic of Intercom's.
   * @param item The object as the webhook would carry it.
   */
  emit: (topic: string, item: object) => void
}

/** What an endpoint answers when nothing is wrong. */
export interface Answer {
  status: 200 | 202
  /** Absent where the answer is empty. */
  body?: object
}

/** One operation of the API. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A path with `{names}`, as Intercom's description writes it. */
  path: string
  /** The version that brought it, where that is not the oldest. */
  since?: ApiVersion
  /** @throws ApiFailure for every answer that is not a success. */
  answer: (call: Call) => Answer
}

/** An answer with a body. */
export const ok = (body: object): Answer => ({ status: 200, body })

/** A string field of a body. Numbers are taken, too, as Intercom takes them for ids. */
export function readString(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw invalid(`${field} must be a string`, field)
}

/** A string field that must be there and not be empty. */
export function requireString(body: Record<string, unknown>, field: string): string {
  const value = readString(body, field)
  if (value === undefined || value.trim() === '') throw invalid(`${field} is required`, field)
  return value
}

/** A moment in Unix seconds, from a number or digits. */
export function readTimestamp(body: Record<string, unknown>, field: string): Timestamp | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  const seconds = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
    throw invalid(`${field} must be a Unix timestamp in seconds`, field)
  }
  return seconds
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
