import type { Intercom } from '../../mocks/index.ts'

/** A request to the mocked Intercom. `params` fills the `{names}` of `path`. */
export interface Step {
  method: string
  path: string
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object | string
  /** Access token. Valid by default. */
  token?: string
}

/** Sends a request to a mocked Intercom and returns the parsed body. */
export type Send = (intercom: Intercom, step: Step) => Promise<unknown>
