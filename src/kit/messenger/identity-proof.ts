import { API_ROOT, isTemporary, requestJson, RequestError } from '../shared/api-client.ts'
import type { IdentityResponse } from '../contracts/index.ts'
import { report } from './engine-protocol.ts'
import type { MessengerSettings } from './types.ts'

/** Seconds before its end at which a token is renewed. A token of less than 25 minutes: a fifth of its time. */
const MARGIN = 300

/** Seconds until a failed renewal is retried. */
const RETRY = 30

async function fetchIdentity(userId: string): Promise<IdentityResponse> {
  const identity = await requestJson<IdentityResponse>(`${API_ROOT}/identity`, (answer) => typeof answer.user_id === 'string')
  // Another user has signed in, in another tab.
  if (identity.user_id !== userId) throw new RequestError('forbidden', 'the server knows another user than the page', 403)
  return identity
}

function toProof({ intercom_user_jwt, user_hash }: IdentityResponse): MessengerSettings {
  return { ...(intercom_user_jwt && { intercom_user_jwt }), ...(user_hash && { user_hash }) }
}

/** Waits, and counts the time that the machine slept: a timer alone would oversleep. */
function wait(seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000
  return new Promise((resolve) => {
    const wake = () => {
      if (Date.now() < end) return
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
      resolve()
    }
    const timer = setTimeout(wake, seconds * 1000 + 1)
    document.addEventListener('visibilitychange', wake)
  })
}

function getRenewalDelay({ expires_in }: IdentityResponse): number | undefined {
  return expires_in === null ? undefined : expires_in - Math.min(MARGIN, expires_in / 5)
}

/**
 * Fetches a proof of the user's identity from `GET /api/intercom/identity`, and renews it before it expires.
 *
 * @param isCurrent whether the session still is the one that asked
 * @param apply called with each proof
 * @returns a promise that settles with the first proof
 * @throws RequestError if there is no first proof
 */
export async function verifyIdentity(
  userId: string,
  isCurrent: () => boolean,
  apply: (proof: MessengerSettings) => void,
): Promise<void> {
  const identity = await fetchIdentity(userId)
  if (!isCurrent()) return
  apply(toProof(identity))
  void renew(getRenewalDelay(identity))

  async function renew(delay: number | undefined): Promise<void> {
    if (delay === undefined) return
    await wait(delay)
    if (!isCurrent()) return
    try {
      const next = await fetchIdentity(userId)
      if (!isCurrent()) return
      apply(toProof(next))
      void renew(getRenewalDelay(next))
    } catch (reason) {
      report('renewal', reason)
      if (isTemporary(reason)) void renew((reason instanceof RequestError && reason.retryAfter) || RETRY)
    }
  }
}
