/** Replaces `src/lib/intercom/account.ts` in Storybook: accounts in memory, reset for each story. */
import type { Principal } from 'intercom-v0-kit/server'
import type { AccountChanges } from '../src/kit/contracts/account.ts'
import { ApiError } from '../src/kit/server/http/errors.ts'

export interface StoryAccount {
  values: AccountChanges
  saves: AccountChanges[]
  /** Error messages by the name of the field to reject. */
  refuses: Record<string, string>
  /** Number of saves to fail with a server error. */
  failures: number
  /** Callbacks that release pending saves in order. `null` saves immediately. */
  holds: (() => void)[] | null
}

export const account: StoryAccount = { values: {}, saves: [], refuses: {}, failures: 0, holds: null }

/** Resets the account. Call it in a story's `beforeEach`. */
export function resetAccount(start: Partial<StoryAccount> = {}): void {
  Object.assign(account, { values: {}, saves: [], refuses: {}, failures: 0, holds: null }, start)
}

export async function saveAccount(_principal: Principal, changes: AccountChanges): Promise<AccountChanges> {
  account.saves.push(changes)
  const { holds } = account
  if (holds) await new Promise<void>((resolve) => holds.push(resolve))
  if (account.failures > 0) {
    account.failures -= 1
    throw new Error('The account database is unreachable')
  }
  const fields = Object.fromEntries(Object.entries(account.refuses).filter(([name]) => name in changes))
  if (Object.keys(fields).length > 0) throw new ApiError('rejected', { message: 'This cannot be saved.', fields })
  const trim = (value: AccountChanges[string]) => (typeof value === 'string' ? value.trim() : value)
  const kept = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, trim(value)]))
  account.values = { ...account.values, ...kept }
  return kept
}
