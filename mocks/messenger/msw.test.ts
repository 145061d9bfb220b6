import { getResponse } from 'msw'
import { expect, it } from 'vitest'
import { messengerHandlers } from './msw.ts'
import type { MessengerMockOptions } from './types.ts'

function request(options: MessengerMockOptions) {
  const mock = { options, requests: 0 }
  return getResponse(messengerHandlers(() => mock), new Request('https://widget.intercom.io/widget/abc12345')).then(
    (response) => ({ response, mock }),
  )
}

it('serves the script and counts requests', async () => {
  const { response, mock } = await request({})
  expect(response?.headers.get('content-type')).toBe('text/javascript')
  expect(await response?.text()).toContain('dispatchEvent')
  expect(mock.requests).toBe(1)
})

it('serves the same script late', async () => {
  const { response } = await request({ delivery: 'late', lateness: 1 })
  expect(await response?.text()).toContain('dispatchEvent')
})

it('fails for a blocked script and throws in a broken one', async () => {
  expect((await request({ delivery: 'blocked' })).response?.type).toBe('error')
  expect(await (await request({ delivery: 'broken' })).response?.text()).toMatch(/^throw /)
})
