import type { ErrorCode } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'
import { ALL_CUSTOMERS_CALLS, CUSTOMER_CALLS, WINDOW } from '@/kit/server/http/call-budget'
import { ANONYMOUS_LIMIT } from '@/kit/server/http/principals'
import { READ_LIMIT, WRITE_LIMIT } from '@/kit/server/http/rate-limit'
import { type ApiAbility, firstVersions } from '@/kit/server/intercom/api-versions'
import { DEADLINE } from '@/kit/server/intercom/intercom-client'
import { MAX_STREAMS } from '@/kit/server/live/live-route'
import { REDIS_DEADLINE } from '@/kit/server/stores/redis-connection'

export const requestSeconds = DEADLINE / 1000
export const redisSeconds = REDIS_DEADLINE / 1000

function Table({ head, rows }: { head: string[]; rows: [string, ...string[]][] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Budget of requests to Intercom. */
export function CallTable() {
  return (
    <Table
      head={['Caller', `Requests to Intercom per ${WINDOW} seconds`]}
      rows={[
        ['One customer', String(CUSTOMER_CALLS)],
        ['All customers together', String(ALL_CUSTOMERS_CALLS)],
        ['Agents', 'The rest'],
      ]}
    />
  )
}

/** Limits of the kit's own routes. */
export function LimitTable() {
  return (
    <Table
      head={['Limit', 'Value']}
      rows={[
        ['Reads', `${READ_LIMIT.requests} per minute and route`],
        ['Writes', `${WRITE_LIMIT.requests} per minute and route`],
        ['Requests without a user', `${ANONYMOUS_LIMIT} per minute and IP address`],
        ['Open live streams', `${MAX_STREAMS} per instance`],
      ]}
    />
  )
}

const abilities: Record<ApiAbility, string> = {
  macros: 'Saved replies of the workspace (macros). Before, the finder has only those of the app.',
  internalArticles: 'Internal articles in the finder of the composer',
  merging: 'Merge conversations',
  attributeDefinitions: "Types and options of conversations' custom attributes. Before, values keep their type.",
  priorityLevels: 'Five priorities. Before, a conversation has priority or not.',
  settingPriority: 'Set the priority of a conversation',
  handoverOutcomes: 'Outcomes of Fin: escalated, procedure handoff, negative feedback. Before: routed to the team, abandoned.',
}

/** Abilities of Intercom's API, with the first version that has them. */
export function VersionTable() {
  return (
    <Table
      head={['Ability', 'First version']}
      rows={Object.entries(abilities).map(([ability, text]) => [text, firstVersions[ability as ApiAbility] ?? 'Preview'])}
    />
  )
}

const failures: [string, ErrorCode, string][] = [
  ['Intercom is down', 'upstream_unavailable', 'The inbox keeps what it has loaded, says that Intercom does not respond, and retries by itself. Drafts stay.'],
  ['Intercom is slow', 'upstream_timeout', 'The same. A reply whose result is unknown is looked up in the conversation before it is offered again.'],
  ['Intercom limits requests', 'rate_limited', 'The inbox says when it tries again, and does so.'],
  ['The token was revoked', 'upstream_auth', 'Agents read that Intercom is not set up.'],
  ['The token lacks a permission', 'upstream_forbidden', 'The list shows ids without names, and the customer card says what is missing.'],
  ['Redis is down', 'unavailable', 'Reading works. A reply stays as a failed message with a button to send it again.'],
  ['The session has ended', 'unauthorized', 'The inbox asks the user to sign in. Drafts stay for this user.'],
]

/** Failures, with what users see. */
export function FailureTable() {
  return (
    <Table
      head={['Failure', 'Response', 'What users see']}
      rows={failures.map(([name, code, effect]) => [name, `${new ApiError(code).status} ${code}`, effect])}
    />
  )
}
