import type { Principal } from 'intercom-v0-kit/server'
import type { AccountChanges } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'

/**
 * Saves fields of the signed-in user's account. Edit this file: as shipped it saves nothing.
 *
 * Refuse fields that users may not change themselves, such as a plan:
 *
 * ```ts
 * const result = profileSchema.partial().safeParse(changes)
 * if (!result.success) throw new ApiError('rejected', { message: '…', fields: { email: 'This email is taken.' } })
 * return db.users.update(principal.userId, result.data)
 * ```
 *
 * @param _changes fields to change, validated only as plain values
 * @returns the changed fields as saved
 * @throws ApiError `rejected` (422), with `fields` to show beside the inputs
 */
export async function saveAccount(_principal: Principal, _changes: AccountChanges): Promise<AccountChanges> {
  throw new ApiError('not_configured', {
    message: 'Accounts are not set up. Edit lib/intercom/account.ts so that it saves changes.',
  })
}
