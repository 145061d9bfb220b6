import { expect, it } from 'vitest'
import { DAY, NOW } from '../data/clock.ts'
import { createTestClient } from './test-client.ts'

interface Events {
  events: { event_name: string }[]
  pages: { next: string | null }
}

it('lists events of 90 days newest first, in pages before a time in milliseconds', async () => {
  const { intercom, send } = createTestClient()
  const { id } = intercom.workspace.contacts.at(-1)!
  for (const [name, created_at] of [['b', NOW - 2], ['old', NOW - 91 * DAY], ['a', NOW - 1], ['c', NOW - 3]] as const) {
    intercom.workspace.events.push({ type: 'event', id: name, event_name: name, created_at, user_id: null, intercom_user_id: id, email: null, metadata: {} })
  }
  const list = async (path: string) => (await send('GET', path)).body as unknown as Events
  const first = await list(`/events?type=user&intercom_user_id=${id}&per_page=2`)
  expect(first.events.map(({ event_name }) => event_name)).toEqual(['a', 'b'])
  const { pathname, search } = new URL(first.pages.next!)
  const rest = await list(pathname + search)
  expect([rest.events.map(({ event_name }) => event_name), rest.pages.next]).toEqual([['c'], null])
  expect((await send('GET', `/events?type=user&intercom_user_id=${id}&per_page=0`)).status).toBe(400)
})
