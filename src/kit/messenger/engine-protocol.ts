/** Shared by the store, which every page loads, and the modules that load later. */
import type { Trouble } from './diagnostics.ts'
import { isVisitor, type Principal } from '../shared/session-end.ts'
import type { BlockedReason, IntercomCallbacks, IntercomState } from './types.ts'

declare const process: { env: { NODE_ENV?: string } }

export const MAX_WAITING_CALLS = 500

/** A call by name, or `options` with the provider's options (`undefined` if the provider or the app id is missing). */
export type Entry = [method: string, ...args: unknown[]]

export interface Page {
  getState: () => IntercomState
  set: (state: Partial<IntercomState>) => void
  /** Calls the callback of each provider and listener. */
  emit: (name: keyof IntercomCallbacks, ...args: unknown[]) => void
  start: () => void
  block: (reason: BlockedReason, detail?: unknown) => void
}

export interface Engine {
  handle: (entry: Entry) => unknown
  start: () => void
}

/** Reports a possible mistake in development. Does nothing in production. */
export function report<Code extends keyof Trouble>(code: Code, detail: Trouble[Code]): void {
  if (process.env.NODE_ENV === 'production') return
  void import('./diagnostics.ts').then(({ diagnose }) => diagnose(code, detail))
}

function toText(value: unknown): string {
  return /string|number/.test(typeof value) ? String(value).trim() : ''
}

/** Reads a token's claims without verifying them. An unreadable token has none. */
export function readClaims(jwt: unknown): Record<string, unknown> {
  try {
    const bytes = atob(String(jwt).split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))
    // `escape` makes UTF-8 of the bytes, in fewer bytes than a `TextDecoder`.
    return JSON.parse(decodeURIComponent(escape(bytes))) ?? {}
  } catch {
    return {}
  }
}

/** Returns the user that attributes and a token's claims name. An unreadable token only counts if nothing else does. */
export function toPrincipal({ userId, email, intercomUserJwt }: { userId?: unknown; email?: unknown; intercomUserJwt?: unknown }): Principal {
  const jwt = toText(intercomUserJwt)
  const claims = readClaims(jwt)
  const join = (...values: unknown[]) => [...new Set(values.map(toText))].join(' ').trim()
  const principal = { id: join(userId, claims.user_id), email: join(email, claims.email).toLowerCase() }
  return isVisitor(principal) ? { id: jwt, email: '' } : principal
}
