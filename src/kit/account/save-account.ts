/** How the browser saves settings: `PATCH /api/account`. */
import { requestJson } from '../shared/api-client.ts'
import type { AccountChanges, AccountResponse } from '../contracts/index.ts'

/**
 * Saves fields of the account of whoever is signed in.
 *
 * @param changes the fields to change, and no others
 * @returns those fields, as they are now
 * @throws RequestError, with `fields` where what was typed is not accepted
 */
export async function patchAccount(changes: AccountChanges): Promise<AccountChanges> {
  const { account } = await requestJson<AccountResponse>(
    '/api/account',
    (answer) => typeof answer.account === 'object' && answer.account !== null,
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(changes),
      // A save that has begun is not lost with the page.
      keepalive: true,
    },
  )
  return account
}
