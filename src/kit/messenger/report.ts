import type { Trouble } from './diagnostics.ts'

declare const process: { env: { NODE_ENV?: string } }

/**
 * Says in development that something is not as it should be. In production it is nothing, and nothing is loaded for it.
 *
 * @param code which of the troubles that `diagnostics.ts` knows
 * @param detail what that one needs to be told
 */
export function report<Code extends keyof Trouble>(code: Code, detail: Trouble[Code]): void {
  if (process.env.NODE_ENV === 'production') return
  void import('./diagnostics.ts').then(({ diagnose }) => diagnose(code, detail))
}
