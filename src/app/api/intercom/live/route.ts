import { live } from '@/lib/intercom/live'
import { route } from '@/lib/intercom/route'

/** Seconds that the platform lets a stream last: more than it does by itself. See lib/intercom/live.ts. */
export const maxDuration = 300

/** Tells open pages what changes, as server-sent events. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route(live({ path: '/api/intercom/live' }))
