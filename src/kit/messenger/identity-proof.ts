import { API_ROOT, isTemporary, requestJson, RequestError } from '../shared/api-client.ts'
import type { IdentityResponse } from '../contracts/index.ts'
import { report } from './engine-protocol.ts'
import type { MessengerSettings } from './types.ts'

/** Seconds before expiry at which a token is renewed, at most a fifth of its lifetime. */
const MARGIN = 300

/** Seconds before a failed renewal is retried. */
const RETRY_DELAY = 30

async function fetchIdentity(userId: string): Promise<IdentityResponse> {
  const identity = await requestJson<IdentityResponse>(`${API_ROOT}/identity`, (body) => typeof body.user_id === 'string')
  // Another user may have signed in, in another tab.
  if (identity.user_id !== userId) throw new RequestError('forbidden', 'the server has a different user than the page', 403)
  return identity
}

function toProof({ intercom_user_jwt, user_hash }: IdentityResponse): MessengerSettings {
  return { ...(intercom_user_jwt && { intercom_user_jwt }), ...(user_hash && { user_hash }) }
}

/** Also resolves when the page becomes visible, because timers stop while the machine sleeps. */
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

/** Seconds in which changes of the user cause one renewal. */
const CHANGE_DELAY = 1

/**
 * Applies a proof of the user's identity, and renews it before it expires. Rejects if the first request fails.
 *
 * @returns a function that renews the proof, because what it says may have changed
 */
export async function verifyIdentity(
  userId: string,
  isCurrent: () => boolean,
  apply: (proof: MessengerSettings) => void,
): Promise<() => void> {
  let isChanged = false
  let wake = () => {}
  const identity = await fetchIdentity(userId)
  if (isCurrent()) {
    apply(toProof(identity))
    void renew(getRenewalDelay(identity))
  }
  return () => {
    isChanged = true
    wake()
  }

  async function renew(delay: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      wake = () => void wait(CHANGE_DELAY).then(resolve)
      // During the last request.
      if (isChanged) wake()
      if (delay !== undefined) void wait(delay).then(resolve)
    })
    if (!isCurrent()) return
    isChanged = false
    try {
      const next = await fetchIdentity(userId)
      if (!isCurrent()) return
      apply(toProof(next))
      void renew(getRenewalDelay(next))
    } catch (reason) {
      report('renewal', reason)
      const retryAfter = (reason instanceof RequestError && reason.retryAfter) || RETRY_DELAY
      void renew(isTemporary(reason) ? retryAfter : undefined)
    }
  }
}
