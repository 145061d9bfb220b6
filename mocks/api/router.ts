import { adminEndpoints } from './admins.ts'
import { awayEndpoints } from './away.ts'
import { companyEndpoints } from './companies.ts'
import { companyListEndpoints } from './company-list.ts'
import { contactStateEndpoints } from './contact-states.ts'
import { contactEndpoints } from './contacts.ts'
import { contentEndpoints } from './content.ts'
import { conversationEndpoints } from './conversations.ts'
import type { Endpoint } from './endpoint.ts'
import { ApiFailure, notFound } from './errors.ts'
import { eventEndpoints } from './events.ts'
import { messageEndpoints } from './messages.ts'
import { noteEndpoints } from './notes.ts'
import { type ApiVersion, isSince } from './present.ts'
import { replyEndpoints } from './replies.ts'
import { segmentEndpoints } from './segments.ts'
import { subscriptionEndpoints } from './subscriptions.ts'
import { tagEndpoints } from './tags.ts'

/** All endpoints. The first match handles a request. */
export const endpoints: readonly Endpoint[] = [
  ...awayEndpoints,
  ...adminEndpoints,
  ...tagEndpoints,
  ...contactStateEndpoints,
  ...contactEndpoints,
  ...segmentEndpoints,
  ...subscriptionEndpoints,
  ...noteEndpoints,
  ...companyListEndpoints,
  ...companyEndpoints,
  ...conversationEndpoints,
  ...replyEndpoints,
  ...messageEndpoints,
  ...contentEndpoints,
  ...eventEndpoints,
]

function matchPath(pattern: string, segments: string[]): Record<string, string> | null {
  const wanted = pattern.split('/').slice(1)
  if (wanted.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith('{')) {
      if (segment === '') return null
      params[part.slice(1, -1)] = segment
    } else if (part !== segment) return null
  }
  return params
}

/**
 * Creates the 404 for a request without an endpoint. Its message says whether the API version or the mock lacks the
 * endpoint, and lists similar ones.
 */
export function createNotSimulatedError(method: string, path: string): ApiFailure {
  if (findEndpoint(method, path, 'Preview')) return notFound()
  const first = path.split('/')[1]
  const near = endpoints.filter((endpoint) => endpoint.path.split('/')[1] === first)
  const simulated = near.length > 0
    ? near.map((endpoint) => `${endpoint.method} ${endpoint.path}`)
    : [...new Set(endpoints.map((endpoint) => `/${endpoint.path.split('/')[1]}`))]
  return new ApiFailure(404, 'not_simulated', `The mocked Intercom has no ${method} ${path}. It has ${simulated.join(', ')}.`)
}

/**
 * Finds the endpoint for a request, with its decoded path parameters. Returns `null` for an unknown path, method or
 * version.
 */
export function findEndpoint(
  method: string, path: string, version: ApiVersion,
): { endpoint: Endpoint; params: Record<string, string> } | null {
  let segments: string[]
  try {
    segments = path.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue
    if (endpoint.since && !isSince(version, endpoint.since)) continue
    const params = matchPath(endpoint.path, segments)
    if (params) return { endpoint, params }
  }
  return null
}
