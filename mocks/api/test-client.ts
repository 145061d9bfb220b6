import { type Intercom, type IntercomOptions, createIntercom } from '../intercom.ts'

const HEADERS = { Authorization: 'Bearer good', 'Content-Type': 'application/json' }

/** What the answers that the tests look at have between them. */
export interface Answer {
  id: string
  state: string
  title: string
  request_id: string
  owner_id: number | string
  errors: [{ code: string; message: string }]
  admins: [{ avatar: unknown }]
  conversations: { priority: string; waiting_since: number; team_assignee_id: number | null }[]
  conversation_parts: { conversation_parts: { body: string; attachments: unknown[] }[]; total_count: number }
}

/** How a test asks a mocked Intercom. */
export interface TestClient {
  intercom: Intercom
  /** @param body What is sent as JSON; a string as it is. */
  send: (
    method: string, path: string, body?: unknown, headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; body: Answer }>
}

/** A mocked Intercom for a test, and the way to ask it. */
export function openIntercom(options: IntercomOptions = {}): TestClient {
  const intercom = createIntercom(options)
  return {
    intercom,
    async send(method, path, body, headers = {}) {
      const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
      const init = { method, body: text, headers: { ...HEADERS, ...headers } }
      const response = await intercom.handle(new Request(`https://api.intercom.io${path}`, init))
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer }
    },
  }
}
