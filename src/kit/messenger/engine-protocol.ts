/** Shared by the store, which every page loads, and the modules that load later. */
import type { Trouble } from './diagnostics.ts'
import { isVisitor, type Principal } from '../shared/session-end.ts'
import type { BlockedReason, IntercomCallbacks, IntercomState, MessengerOptions } from './types.ts'

declare const process: { env: { NODE_ENV?: string } }

export const MAX_WAITING_CALLS = 500

/** A call by name, or `options` with the provider's options (`undefined` if the provider or the app id is missing). */
export type Entry = [method: string, ...args: unknown[]]

export interface Page {
  getState: () => IntercomState
  set: (state: Partial<IntercomState>) => void
  getOptions: () => MessengerOptions
  emit: (name: keyof IntercomCallbacks, value: number) => void
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

function readClaims(jwt: string): { user_id?: unknown; email?: unknown } {
  try {
    const bytes = atob(jwt.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))) ?? {}
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
