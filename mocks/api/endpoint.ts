import type { Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { invalid } from './errors.ts'
import type { ApiVersion } from './present.ts'

/** Arguments of an endpoint. */
export interface Call {
  workspace: Workspace
  /** Current time of the workspace. */
  now: Timestamp
  version: ApiVersion
  /** Decoded path parameters. */
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed body, or an empty object without one. */
  body: Record<string, unknown>
  /**
   * Notifies listeners of a change.
   * @param topic Webhook topic, such as `contact.deleted`.
   * @param item Payload of the webhook.
   */
  emit: (topic: string, item: object) => void
}

/** A successful response. */
export interface ApiResponse {
  status: 200 | 202
  /** Omitted for an empty response. */
  body?: object
}

/** One operation of the API. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with `{parameters}`, as in Intercom's API reference. */
  path: string
  /** First version that has the endpoint. @default "2.11" */
  since?: ApiVersion
  /** @throws ApiFailure for every other response. */
  respond: (call: Call) => ApiResponse
}

/** Creates a response with status 200. */
export const ok = (body: object): ApiResponse => ({ status: 200, body })

/** Reads an optional string field. Accepts numbers, as Intercom does for ids. */
export function readString(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw invalid(`${field} must be a string`, field)
}

/** Reads a string field. @throws ApiFailure 400 if it is missing or blank. */
export function requireString(body: Record<string, unknown>, field: string): string {
  const value = readString(body, field)
  if (value === undefined || value.trim() === '') throw invalid(`${field} is required`, field)
  return value
}

/** Reads a time in Unix seconds, from a number or a string of digits. */
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
