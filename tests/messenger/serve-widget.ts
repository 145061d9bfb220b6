/**
 * Serves the mocked Messenger's script to browser tests at Intercom's own address. The request leaves the page like in
 * an app, and the browser's network layer responds (Chrome DevTools Protocol, domain Fetch).
 */
import { afterAll, beforeAll } from 'vitest'
import { cdp } from 'vitest/browser'
import type { MessengerMock } from '../../mocks/messenger/index.ts'
import { messengerScript, WIDGET_ORIGIN } from '../../mocks/messenger/script.ts'

interface Paused {
  requestId: string
  request: { url: string }
}

interface Session {
  send: (method: string, params?: object) => Promise<unknown>
  on: (event: string, listener: (params: Paused) => void) => void
}

/**
 * Responds to a test file's requests for the script, by the mock's current options.
 * @returns a function that aborts pending requests
 */
export function serveWidget(mock: MessengerMock): () => Promise<void> {
  const held: string[] = []
  const session = cdp() as unknown as Session
  const fail = (requestId: string) =>
    void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  const answer = (requestId: string) =>
    void session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: 'text/javascript' }],
      body: btoa(messengerScript(mock.options.delivery)),
    })
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const { delivery, lateness = 2000 } = mock.options
    mock.requests++
    if (delivery === 'never') held.push(requestId)
    else if (delivery === 'blocked') fail(requestId)
    else if (delivery === 'late') setTimeout(answer, lateness, requestId)
    else answer(requestId)
  })
  beforeAll(() => session.send('Fetch.enable', { patterns: [{ urlPattern: `${WIDGET_ORIGIN}*` }] }))
  // The session closes with the page, so a late failure is expected.
  afterAll(() => session.send('Fetch.disable'))

  return async () => {
    // Wait for failing scripts: a new request for the same script would fail with them.
    const scripts = held.length > 0 ? [...document.querySelectorAll(`script[src^="${WIDGET_ORIGIN}"]`)] : []
    const failures = scripts.map((script) => new Promise((resolve) => script.addEventListener('error', resolve)))
    held.splice(0).forEach(fail)
    await Promise.all(failures)
  }
}
