/** Expected responses of writing routes to faults of Intercom. */
import type { FaultId } from '../../mocks/index.ts'
import type { ErrorCode } from '../../src/kit/contracts/index.ts'

export interface ExpectedOfWrite {
  /** Status of the route's response. */
  status: number
  code?: ErrorCode
  /** Number of writing requests to Intercom. */
  tries: number
}

const fails = (status: number, code: ErrorCode, tries = 1): ExpectedOfWrite => ({ status, code, tries })

/** Expected response by fault. Requests that may have succeeded are not repeated. */
export const expectedOfWrites: Record<FaultId, ExpectedOfWrite> = {
  offline: fails(503, 'upstream_unavailable'),
  'slow-10s': fails(504, 'upstream_timeout'),
  never: fails(504, 'upstream_timeout'),
  '401': fails(502, 'upstream_auth'),
  '403': fails(502, 'upstream_forbidden'),
  '404': fails(404, 'not_found'),
  '422': fails(422, 'rejected'),
  '429-reset': fails(429, 'rate_limited', 3),
  '429-retry-after-s': fails(429, 'rate_limited', 3),
  '429-retry-after-date': fails(429, 'rate_limited', 3),
  '429-hostile': fails(429, 'rate_limited'),
  '500': fails(503, 'upstream_unavailable'),
  '502-html': fails(503, 'upstream_unavailable'),
  '503': fails(503, 'upstream_unavailable'),
  '200-html': fails(502, 'upstream_invalid'),
  '200-malformed': fails(502, 'upstream_invalid'),
  '200-empty': fails(502, 'upstream_invalid'),
  '204': fails(502, 'upstream_invalid'),
  '200-wrong-shape': fails(502, 'upstream_invalid'),
  '200-unknown-fields': { status: 200, tries: 1 },
  '200-null-author': { status: 200, tries: 1 },
  '200-5MB': { status: 200, tries: 1 },
  'truncated-stream': fails(503, 'upstream_unavailable'),
  redirect: fails(502, 'upstream_invalid'),
  'conn-reset': fails(503, 'upstream_unavailable'),
}

/** Faults that certainly changed nothing. */
export const certainly: ReadonlySet<FaultId> = new Set([
  '401', '403', '404', '422', '429-reset', '429-retry-after-s', '429-retry-after-date', '429-hostile',
])
