import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addAdmin, addContact, createWorkspace, faultIds, NOW, type FaultId, type Workspace } from '../../mocks/index.ts'
import { errorResponseSchema } from '../../src/kit/contracts/index.ts'
import {
  begin, call, end, expectNothingLeaked, hurry, intercom, logged, signIn, waits, type RouteUnderTest,
} from './harness.ts'
import { expectedOfWrites, type ExpectedOfWrite } from './write-faults.ts'

function build(): Workspace {
  const workspace = createWorkspace(NOW)
  addAdmin(workspace, { name: 'Priya' })
  addContact(workspace, { external_id: 'ann', name: 'Ann', email: 'ann@alder.example' })
  return workspace
}

interface Write extends RouteUnderTest {
  what: string
  body: object
  /** Request to Intercom that the fault affects. */
  writes: { method: string; path: RegExp }
  /** Status of a success. */
  done: number
}

const events = { path: '/api/intercom/events', }
const contacts = { path: '/api/intercom/contacts', }

const writes: Write[] = [
  { ...events, what: 'an event', body: { event_name: 'seen' }, writes: { method: 'POST', path: /^\/events$/ }, done: 202 },
  { ...contacts, what: 'a contact that is there', body: { name: 'Ann B' }, writes: { method: 'PUT', path: /^\/contacts\/\w+$/ }, done: 200 },
  { ...contacts, what: 'a contact that is new', body: { name: 'New' }, writes: { method: 'POST', path: /^\/contacts$/ }, done: 200 },
]

/** Intercom responds to an event without a body, so these faults are successes. */
const dropBody = new Set<FaultId>(['204', '200-unknown-fields', '200-null-author', '200-5MB', 'truncated-stream'])

const unhandled = vi.fn()
const sent = ({ writes: { method, path } }: Write) =>
  intercom.requests.filter((request) => request.method === method && path.test(request.path))

function send(write: Write, key?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) }
  return call(write, { method: 'POST', body: JSON.stringify(write.body), headers })
}

/** Checks that Intercom has nothing twice. */
function expectOnce(): void {
  const ids = intercom.workspace.contacts.map(({ external_id }) => external_id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(intercom.workspace.events.length).toBeLessThanOrEqual(1)
}

beforeEach(() => {
  begin(build)
  process.on('unhandledRejection', unhandled)
})

afterEach(async () => {
  end()
  await new Promise((resolve) => setTimeout(resolve))
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})

describe.each(writes)('$path, $what', (write) => {
  beforeEach(() => signIn({ kind: 'customer', userId: write.what.endsWith('new') ? 'new' : 'ann' }))

  test.each(faultIds)('reports %s', async (id) => {
    const isEvent = write.path.endsWith('events')
    const { status, code, tries }: ExpectedOfWrite =
      isEvent && dropBody.has(id) ? { status: 202, tries: 1 } : { ...expectedOfWrites[id] }
    intercom.setFault({ id, ...write.writes })
    if (code === 'upstream_timeout') hurry()
    const response = await send(write)
    const text = await response.text()

    expect([response.status, sent(write).length], text).toEqual([status === 200 ? write.done : status, tries])
    expect(Math.max(0, ...waits)).toBeLessThan(3500)
    expectOnce()
    expectNothingLeaked(write.done === 200 && response.ok ? '' : text)
    if (!code) return
    const { error } = errorResponseSchema.parse(JSON.parse(text))
    expect(error.code).toBe(code)
    expect(logged.at(-1)).toMatchObject({ request_id: error.request_id, status, code, route: write.path })
  })

  test.each(faultIds)('retries with the same key after %s and writes once', async (id) => {
    intercom.setFault({ id, ...write.writes, times: 1 })
    if (id === 'never' || id === 'slow-10s') hurry(1)
    await send(write, 'key')
    const again = await send(write, 'key')
    expect(again.status).toBe(write.done)
    expectOnce()
    if (write.path.endsWith('events')) expect(intercom.workspace.events).toHaveLength(id === '204' ? 0 : 1)
  })
})
