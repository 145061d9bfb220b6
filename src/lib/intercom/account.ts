/** Where accounts are kept. This file is yours: as it is shipped it keeps nothing. */
import type { Principal } from 'intercom-v0-kit/server'
import type { AccountChanges } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'

/**
 * Changes fields of the account of whoever is signed in. Take whose account it is from the principal alone, change the
 * fields that are given and no others, and refuse what nobody may change of themselves, such as a plan:
 *
 * ```ts
 * const result = profileSchema.partial().safeParse(changes)
 * if (!result.success) throw new ApiError('rejected', { message: '…', fields: { email: 'Somebody else has it.' } })
 * return db.users.update(principal.userId, result.data)
 * ```
 *
 * @param _principal who is signed in
 * @param _changes the fields to change, not checked beyond being plain values
 * @returns the fields that were changed, as they are now
 * @throws ApiError `rejected` (422) with `fields`, whose sentences are shown at the fields
 */
export async function saveAccount(_principal: Principal, _changes: AccountChanges): Promise<AccountChanges> {
  throw new ApiError('not_configured', {
    message: 'This app keeps no accounts yet: edit lib/intercom/account.ts, so that it saves what is changed.',
  })
}
