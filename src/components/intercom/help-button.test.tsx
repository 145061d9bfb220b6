import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton, HelpButtonView } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'

const fallback = { email: 'support@example.com' }

test('the server renders the button that the browser begins with, and no link that would turn into it', () => {
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

test('where there is no Messenger, a button is what the app offers instead, in words that fit its place', () => {
  expect(renderToString(<HelpButtonView state="off" />)).toContain('data-slot="help-button"')
  expect(renderToString(<HelpButtonView state="off" variant="link">chat with us</HelpButtonView>)).toContain('chat with us')
  expect(renderToString(<HelpButtonView state="off" variant="link" fallback={fallback} />)).toContain('write to support@example.com')
  expect(renderToString(<HelpButtonView state="off" fallback={fallback} />)).toContain('Email us')
})

test('the server renders no banner that somebody may have dismissed', () => {
  expect(renderToString(<ChatBanner />)).toBe('')
  expect(renderToString(<ChatBanner isDismissed />)).toBe('')
  expect(renderToString(<ChatBanner isDismissed={false} />)).toContain('Questions? Chat with us!')
  expect(renderToString(<ChatBanner isDismissible={false} />)).toContain('Questions? Chat with us!')
})
