'use client'

import * as React from 'react'
import { RequestError, type RequestErrorCode } from '../../shared/api-client.ts'
import { getErrorCode, getErrorReason, useIsClockFrozen } from '../../strings/index.ts'

const permanent = new Set<RequestErrorCode>(['unauthorized', 'forbidden', 'not_found', 'invalid_request', 'rejected'])

/** Describes an error and counts down to the next retry. */
export function useErrorDetails(error: Error) {
  const known = error instanceof RequestError ? error : undefined
  const wait = known?.retryAfter ?? 0
  const isStopped = useIsClockFrozen()
  const [waited, setWaited] = React.useState({ error, seconds: 0 })
  React.useEffect(() => {
    if (wait === 0 || isStopped) return
    const timer = setInterval(() => {
      setWaited((before) => ({ error, seconds: before.error === error ? before.seconds + 1 : 1 }))
    }, 1000)
    return () => clearInterval(timer)
  }, [error, isStopped, wait])
  const code = getErrorCode(error)
  return {
    code,
    reason: getErrorReason(error),
    /** Seconds until SWR retries; 0 if it does not wait. */
    secondsLeft: Math.max(0, wait - (waited.error === error ? waited.seconds : 0)),
    isTemporary: !permanent.has(code),
    requestId: known?.requestId,
  }
}
