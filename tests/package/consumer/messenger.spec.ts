// A page of your app in Playwright. The mocked script replaces Intercom's.
import { WIDGET_ORIGIN, messengerScript } from 'intercom-v0-kit/mocks'

interface Page {
  route(url: string, answer: (route: { fulfill(answer: object): Promise<void> }) => Promise<void>): Promise<void>
}

export async function mockMessenger(page: Page): Promise<void> {
  await page.route(`${WIDGET_ORIGIN}**`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: messengerScript() }))
}
