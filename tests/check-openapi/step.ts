import type { Intercom } from '../../mocks/index.ts'

/** A request of the walk. `path` has `{names}`, which `params` fills. */
export interface Step {
  method: string
  path: string
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object | string
  /** The access token; a good one by default. */
  token?: string
}

/** Sends a request to a mocked Intercom and gives the parsed body of its answer. */
export type Send = (intercom: Intercom, step: Step) => Promise<unknown>
