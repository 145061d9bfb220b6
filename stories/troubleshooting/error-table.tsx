import { type ErrorCode, errorCodes } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'

const cures: Record<ErrorCode, string> = {
  invalid_request: 'Check fields in the response. It lists each invalid value of the query or the body.',
  unauthorized: 'authorize() returned null, as it does until you edit it. Read your session in lib/intercom/authorize.ts.',
  forbidden: 'authorize() returned a customer for a route for agents, or the request came from another site: see INTERCOM_TRUSTED_ORIGINS.',
  not_found: 'The resource does not exist, or it belongs to another customer. Both get the same response.',
  method_not_allowed: 'Use a method from the allow header of the response.',
  conflict: 'A request with the same Idempotency-Key is in progress, or its result is unknown. Check the conversation before you send again.',
  payload_too_large: 'Send less. The limit is 64 KiB unless the API routes page lists another.',
  unsupported_media_type: 'Send JSON with content-type: application/json.',
  rejected: 'Intercom rejected the request. fields or the message has the reason.',
  rate_limited: 'Wait for retry_after seconds. The hooks do so automatically.',
  not_configured: 'Set the variable that the message names.',
  unavailable: 'Redis is down, full or read-only. The log has the reason. Retry after retry_after seconds.',
  upstream_auth: 'Create a new token in the Developer Hub, or set INTERCOM_REGION to the region of the workspace.',
  upstream_forbidden: 'Grant the permission in the Developer Hub, under Authentication.',
  upstream_invalid: 'Check the log by request_id. A proxy may be responding instead of Intercom.',
  upstream_unavailable: 'Intercom is down, or your server cannot reach it. The hooks retry automatically.',
  upstream_timeout: 'Intercom took longer than ten seconds. The hooks retry automatically.',
  internal: 'The server failed. Check the log by request_id.',
}

export function ErrorTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Status</th>
          <th scope="col">Message</th>
          <th scope="col">Solution</th>
        </tr>
      </thead>
      <tbody>
        {errorCodes.map((code) => {
          const { status, message } = new ApiError(code)
          return (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>{status}</td>
              <td>{message}</td>
              <td>{cures[code]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
