import { type ErrorCode, errorCodes } from 'intercom-v0-kit/contracts'
import { ApiError } from 'intercom-v0-kit/server'

/** What a developer does about each failure. */
const cures: Record<ErrorCode, string> = {
  invalid_request: 'Look at fields in the answer: each names what was wrong in the query or the body.',
  unauthorized: 'authorize() gave null. As it is copied it always does: read your session in lib/intercom/authorize.ts.',
  forbidden: 'authorize() gave a customer where an agent is asked for, or the request came from another site: see INTERCOM_TRUSTED_ORIGINS.',
  not_found: 'There is no such thing, or a customer asked for what is not theirs: the two are answered alike.',
  method_not_allowed: 'The allow header of the answer has the methods.',
  conflict: 'The same Idempotency-Key is under way, or it is not known whether a first try arrived: look before you send again.',
  payload_too_large: 'Send less: a route takes 64 KiB where its row of the API routes does not say more.',
  unsupported_media_type: 'Send JSON with content-type: application/json.',
  rejected: 'Intercom refused what was sent: fields or the message says what.',
  rate_limited: 'Wait as long as retry_after says. The hooks do so by themselves.',
  not_configured: 'The message names the variable and where to set it.',
  unavailable: 'Redis is down, full or read-only. The log has the reason; retry after retry_after.',
  upstream_auth: 'Make a new token in the Developer Hub, or set INTERCOM_REGION to that of the workspace.',
  upstream_forbidden: 'Give the app the permission in the Developer Hub, under Authentication.',
  upstream_invalid: 'Another program may answer in the place of Intercom: look at the log by request_id.',
  upstream_unavailable: 'Intercom is down, or your server cannot reach it. The hooks try again by themselves.',
  upstream_timeout: 'Intercom took longer than ten seconds. The hooks try again by themselves.',
  internal: 'A fault of the server: the log has the reason by request_id.',
}

/** Every code that a route fails with. */
export function ErrorTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Status</th>
          <th scope="col">What the answer says</th>
          <th scope="col">What to do</th>
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
