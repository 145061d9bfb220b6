import { expect, test } from 'vitest'
import { getFallbackHref, getHelpFailure } from '@/kit/messenger/use-help'

test('links to a page without changes', () => {
  expect(getFallbackHref({ href: '/help?from=chat', label: 'Help' }, 'ignored')).toBe('/help?from=chat')
})

test('starts an email with the message', () => {
  expect(getFallbackHref({ email: 'support@example.com' })).toBe('mailto:support@example.com')
  expect(getFallbackHref({ email: 'support@example.com' }, 'Where & when?\nThanks')).toBe(
    'mailto:support@example.com?body=Where%20%26%20when%3F%0AThanks',
  )
})

test('mentions another way to get help only if there is a fallback', () => {
  expect(getHelpFailure('timeout', true)).toBe('timeout')
  expect(getHelpFailure('timeout', false)).toBe('timeoutAlone')
  expect(getHelpFailure('identity', false)).toBe('identityAlone')
  expect(getHelpFailure('script', false)).toBe('script')
})
