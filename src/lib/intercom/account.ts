import type { Principal } from 'intercom-v0-kit/server'
import type { AccountChanges } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'

/**
 * Saves fields of the signed-in user's account. Edit this file: as shipped it saves nothing.
 *
 * Take the account from the principal alone, change only the given fields, and refuse those that users may not change
 * themselves, such as a plan:
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
