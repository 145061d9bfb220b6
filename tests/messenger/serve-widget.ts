/**
 * Serves the mocked Messenger's script to a browser test, at Intercom's own address: the request leaves the page as it
 * would in an app, and is answered by the browser's own network layer (Chrome DevTools Protocol, domain Fetch).
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
 * Answers every request of a test file for the script, as the mock's options say at that moment.
 *
 * @returns what ends the requests that are still under way
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
  // What is asked for while the page is being closed has nobody to tell.
  afterAll(() => session.send('Fetch.disable'))

  return async () => {
    // A script that is asked for while the same one is still failing would fail with it.
    const scripts = held.length > 0 ? [...document.querySelectorAll(`script[src^="${WIDGET_ORIGIN}"]`)] : []
    const failures = scripts.map((script) => new Promise((resolve) => script.addEventListener('error', resolve)))
    held.splice(0).forEach(fail)
    await Promise.all(failures)
  }
}
