import { getResponse } from 'msw'
import { expect, test } from 'vitest'
import { messengerHandlers } from './msw.ts'
import type { MessengerMockOptions } from './types.ts'

function ask(options: MessengerMockOptions) {
  const mock = { options, requests: 0 }
  return getResponse(messengerHandlers(() => mock), new Request('https://widget.intercom.io/widget/abc12345')).then(
    (response) => ({ response, mock }),
  )
}

test('serves the script, and counts', async () => {
  const { response, mock } = await ask({})
  expect(response?.headers.get('content-type')).toBe('text/javascript')
  expect(await response?.text()).toContain('dispatchEvent')
  expect(mock.requests).toBe(1)
})

test('a late script is the same script', async () => {
  const { response } = await ask({ delivery: 'late', lateness: 1 })
  expect(await response?.text()).toContain('dispatchEvent')
})

test('a blocked one is a network error, a broken one throws', async () => {
  expect((await ask({ delivery: 'blocked' })).response?.type).toBe('error')
  expect(await (await ask({ delivery: 'broken' })).response?.text()).toMatch(/^throw /)
})
