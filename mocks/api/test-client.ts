import { type Intercom, type IntercomOptions, createIntercom } from '../intercom.ts'

const HEADERS = { Authorization: 'Bearer good', 'Content-Type': 'application/json' }

/** Fields that tests read from responses. */
export interface ResponseBody {
  id: string
  state: string
  title: string
  request_id: string
  owner_id: number | string
  errors: [{ code: string; message: string }]
  admins: [{ avatar: unknown }]
  priority: string
  conversations: { id: string; priority: string; waiting_since: number; team_assignee_id: number | null }[]
  conversation_parts: { conversation_parts: { body: string; attachments: unknown[] }[]; total_count: number }
}

/** Sends requests to a mocked Intercom. */
export interface TestClient {
  intercom: Intercom
  /** @param body Sent as JSON; strings are sent unchanged. */
  send: (
    method: string, path: string, body?: unknown, headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; body: ResponseBody }>
}

/** Creates a mocked Intercom with a client for tests. */
export function createTestClient(options: IntercomOptions = {}): TestClient {
  const intercom = createIntercom(options)
  return {
    intercom,
    async send(method, path, body, headers = {}) {
      const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
      const init = { method, body: text, headers: { ...HEADERS, ...headers } }
      const response = await intercom.handle(new Request(`https://api.intercom.io${path}`, init))
      return { status: response.status, headers: response.headers, body: (await response.json()) as ResponseBody }
    },
  }
}
