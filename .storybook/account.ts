/**
 * Stands for `src/lib/intercom/account.ts` in Storybook: accounts in memory, a new one for each story, that a story can
 * make slow, or have refuse.
 */
import type { Principal } from 'intercom-v0-kit/server'
import type { AccountChanges } from '../src/kit/contracts/account.ts'
import { ApiError } from '../src/kit/server/http/errors.ts'

/** The account of the story at hand. */
export interface StoryAccount {
  values: AccountChanges
  /** Every save that arrived, refused ones among them. */
  saves: AccountChanges[]
  /** What is refused, by the name of the field: a sentence for whoever typed it. */
  refuses: Record<string, string>
  /** Fails so many saves, with a fault of the server. */
  failures: number
  /** Keeps a save waiting until it is called: saves go on in the order in which they came. */
  holds: (() => void)[] | null
}

/** See {@link StoryAccount}. */
export const account: StoryAccount = { values: {}, saves: [], refuses: {}, failures: 0, holds: null }

/** Begins a new account. To be called in a story's `beforeEach`. */
export function resetAccount(start: Partial<StoryAccount> = {}): void {
  Object.assign(account, { values: {}, saves: [], refuses: {}, failures: 0, holds: null }, start)
}

/** Saves, as the kit's file says. */
export async function saveAccount(_principal: Principal, changes: AccountChanges): Promise<AccountChanges> {
  account.saves.push(changes)
  const { holds } = account
  if (holds) await new Promise<void>((resolve) => holds.push(resolve))
  if (account.failures > 0) {
    account.failures -= 1
    throw new Error('The accounts are not to be reached')
  }
  const fields = Object.fromEntries(Object.entries(account.refuses).filter(([name]) => name in changes))
  if (Object.keys(fields).length > 0) throw new ApiError('rejected', { message: 'This cannot be saved.', fields })
  const trim = (value: AccountChanges[string]) => (typeof value === 'string' ? value.trim() : value)
  const kept = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, trim(value)]))
  account.values = { ...account.values, ...kept }
  return kept
}
