import { delay, http, HttpResponse, type RequestHandler } from 'msw'
import type { MessengerMock } from './messenger.ts'
import { messengerScript, WIDGET_ORIGIN } from './script.ts'

/**
 * Creates MSW handlers that serve the script of the mocked Messenger.
 * @param messenger Returns the mock of the page.
 */
export function messengerHandlers(messenger: () => Pick<MessengerMock, 'options' | 'requests'>): RequestHandler[] {
  return [
    http.get(`${WIDGET_ORIGIN}:appId`, async () => {
      const mock = messenger()
      const { delivery = 'now', lateness = 2000 } = mock.options
      mock.requests++
      if (delivery === 'never') await delay('infinite')
      if (delivery === 'late') await delay(lateness)
      if (delivery === 'blocked') return HttpResponse.error()
      return new HttpResponse(messengerScript(delivery), { headers: { 'content-type': 'text/javascript' } })
    }),
  ]
}
