import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton, HelpButtonView } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'

const fallback = { email: 'support@example.com' }

test('renders the same button on the server as in the browser, not a link', () => {
  const html = renderToString(
    <IntercomProvider appId="hx7q2mlt">
      <HelpButton fallback={fallback} />
      <HelpLauncher fallback={fallback} />
    </IntercomProvider>,
  )
  expect(html.match(/<button/g)?.length).toBeGreaterThanOrEqual(2)
  expect(html).toContain('data-state="idle"')
  expect(html).not.toContain('data-slot="help-button" data-state="off"')
})

test("offers the app's fallback if the Messenger is off, in fitting words", () => {
  expect(renderToString(<HelpButtonView state="off" />)).toContain('data-slot="help-button"')
  expect(renderToString(<HelpButtonView state="off" variant="link">chat with us</HelpButtonView>)).toContain('chat with us')
  expect(renderToString(<HelpButtonView state="off" variant="link" fallback={fallback} />)).toContain('write to support@example.com')
  expect(renderToString(<HelpButtonView state="off" fallback={fallback} />)).toContain('Email us')
})

test('renders no banner on the server that the user may have dismissed', () => {
  expect(renderToString(<ChatBanner />)).toBe('')
  expect(renderToString(<ChatBanner isDismissed />)).toBe('')
  expect(renderToString(<ChatBanner isDismissed={false} />)).toContain('Questions? Chat with us!')
  expect(renderToString(<ChatBanner isDismissible={false} />)).toContain('Questions? Chat with us!')
})
