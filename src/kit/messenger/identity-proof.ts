/** Gets the proof that the user is who the app says, and a new one before it ends. */
import { API_ROOT, isTemporary, requestJson, RequestError } from '../shared/api-client.ts'
import type { IdentityResponse } from '../contracts/index.ts'
import { report } from './report.ts'
import type { MessengerSettings } from './messenger-settings.ts'

/** Seconds before its end at which a token is renewed; of a short one, a fifth of its time. */
const MARGIN = 300

/** Seconds until a renewal that failed is tried again. */
const RETRY = 30

async function fetchIdentity(userId: unknown): Promise<IdentityResponse> {
  const identity = await requestJson<IdentityResponse>(`${API_ROOT}/identity`, (answer) => typeof answer.user_id === 'string')
  // Somebody else has signed in, in another tab: their proof is none for this user.
  if (identity.user_id !== String(userId ?? '')) {
    throw new RequestError('forbidden', 'the server knows another user than the page', 403)
  }
  return identity
}

function toProof({ intercom_user_jwt, user_hash }: IdentityResponse): MessengerSettings {
  return { ...(intercom_user_jwt && { intercom_user_jwt }), ...(user_hash && { user_hash }) }
}

/** Waits so many seconds, also those in which the machine slept: a timer alone would oversleep with it. */
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

/** Seconds until it is time for another token; undefined for a proof that does not end. */
function delayOf({ expires_in }: IdentityResponse): number | undefined {
  return expires_in === null ? undefined : expires_in - Math.min(MARGIN, expires_in / 5)
}

/**
 * Proves who the user is, from `GET /api/intercom/identity`, and goes on doing so before the proof ends.
 *
 * @param userId who the app says it is
 * @param isCurrent whether the session that asks is still the one
 * @param apply takes each proof, the first and those after it
 * @returns when the first proof was given
 * @throws RequestError, or Error, where there is no first proof
 */
export async function proveIdentity(
  userId: unknown,
  isCurrent: () => boolean,
  apply: (proof: MessengerSettings) => void,
): Promise<void> {
  const identity = await fetchIdentity(userId)
  if (!isCurrent()) return
  apply(toProof(identity))
  void renew(delayOf(identity))

  async function renew(delay: number | undefined): Promise<void> {
    if (delay === undefined) return
    await wait(delay)
    if (!isCurrent()) return
    try {
      const next = await fetchIdentity(userId)
      if (!isCurrent()) return
      apply(toProof(next))
      void renew(delayOf(next))
    } catch (reason) {
      report('renewal', reason)
      if (isTemporary(reason)) void renew((reason instanceof RequestError && reason.retryAfter) || RETRY)
    }
  }
}
