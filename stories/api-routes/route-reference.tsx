import * as React from 'react'
import { buildIntercomRoutes, describeRoutes, listRoutes, MAX_BODY, type RouteRow } from 'intercom-v0-kit/server'

/** All routes, sorted by path. */
export const table = listRoutes(buildIntercomRoutes())

/** OpenAPI description of the app's routes, for client generators. */
export const description = describeRoutes(table, { title: 'Intercom for your app', version: '1' })

function formatCallers({ allow }: RouteRow): string {
  if (allow === 'signature') return 'Intercom (signed)'
  return allow.length === 2 ? 'agents and customers' : `${allow.join()}s`
}

function formatLimit({ limit }: RouteRow): string {
  return limit ? `${limit.requests}\u00A0in\u00A0${limit.seconds}\u00A0s` : ''
}

function formatMaxBody({ body, maxBody = MAX_BODY }: RouteRow): string {
  return body ? `${Math.floor(maxBody / 1024).toLocaleString('en')}\u00A0KiB` : ''
}

function formatKey({ idempotency }: RouteRow): string {
  return idempotency ? idempotency.key : ''
}

/** Renders a path in one line. On phones it may wrap after the common prefix, so that the summary stays visible. */
function Path({ path }: { path: string }) {
  return (
    <code className="sm:whitespace-nowrap!">
      {path.split(/(?<=.{5}\/)(?=.)/).map((part, index) => (
        <React.Fragment key={index}>
          {part}
          <wbr className="sm:hidden" />
        </React.Fragment>
      ))}
    </code>
  )
}

export function RouteReference() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Route</th>
          <th scope="col">Purpose</th>
          <th scope="col">Allowed for</th>
          <th scope="col">Rate limit</th>
          <th scope="col">Max. body</th>
          <th scope="col">Idempotency-Key</th>
        </tr>
      </thead>
      <tbody>
        {table.map((row) => (
          <tr key={`${row.method} ${row.path}`}>
            <th scope="row" className="sm:whitespace-nowrap">
              <span className="font-mono text-xs">{row.method}</span> <Path path={row.path} />
            </th>
            <td className="min-w-64">{row.summary}</td>
            <td>{formatCallers(row)}</td>
            <td>{formatLimit(row)}</td>
            <td>{formatMaxBody(row)}</td>
            <td>{formatKey(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function DescriptionDownload() {
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(description, null, 2))}`
  return <a href={href} download="openapi.json">openapi.json</a>
}
