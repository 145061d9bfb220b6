/** Shared by the store, which every page loads, and by the parts that load later. */
import type { Trouble } from './diagnostics.ts'
import { isVisitor, type Principal } from '../shared/session-end.ts'
import type { BlockedReason, IntercomCallbacks, IntercomState, MessengerOptions } from './types.ts'

declare const process: { env: { NODE_ENV?: string } }

/** Calls that are queued for a Messenger that may never load. */
export const MAX_WAITING_CALLS = 500

/** A call by its name, or `options` with the provider's options: undefined if there is no provider, or no app id. */
export type Entry = [method: string, ...args: unknown[]]

/** What the engine needs of the store. */
export interface Page {
  getState: () => IntercomState
  set: (state: Partial<IntercomState>) => void
  /** Options of the provider's latest render. */
  getOptions: () => MessengerOptions
  /** Calls the app's callbacks. */
  emit: (name: keyof IntercomCallbacks, value: number) => void
  start: () => void
  block: (reason: BlockedReason, detail?: unknown) => void
}

/** What the store needs of the engine. */
export interface Engine {
  /** Handles an entry, and returns the Messenger's result. */
  handle: (entry: Entry) => unknown
  /** Loads the script and opens the session, unless that is done. */
  start: () => void
}

/** Reports a mistake in development. In production it does nothing, and loads nothing. */
export function report<Code extends keyof Trouble>(code: Code, detail: Trouble[Code]): void {
  if (process.env.NODE_ENV === 'production') return
  void import('./diagnostics.ts').then(({ diagnose }) => diagnose(code, detail))
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function readClaims(jwt: string): { user_id?: unknown; email?: unknown } {
  try {
    const bytes = atob(jwt.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))) ?? {}
  } catch {
    return {}
  }
}

/**
 * Returns the user that attributes and the claims of a token name together. Spellings of an email address that only differ in
 * case are the same. A token that can't be read identifies a user only if nothing else does.
 */
export function toPrincipal(userId: unknown, email: unknown, token: unknown): Principal {
  const jwt = toText(token)
  const claims = readClaims(jwt)
  const join = (...values: unknown[]) => [...new Set(values.map(toText).filter(Boolean))].join(' ')
  const toAddress = (value: unknown) => toText(value).trim().normalize().toLowerCase()
  const principal = { id: join(userId, claims.user_id), email: join(toAddress(email), toAddress(claims.email)) }
  return isVisitor(principal) ? { id: jwt, email: '' } : principal
}
