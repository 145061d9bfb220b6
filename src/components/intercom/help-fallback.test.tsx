import { expect, test } from 'vitest'
import { fallbackHref } from '@/components/intercom/help-fallback'

test('a page is linked as it is', () => {
  expect(fallbackHref({ href: '/help?from=chat', label: 'Help' }, 'ignored')).toBe('/help?from=chat')
})

test('an address is written to, with the message that was to be sent', () => {
  expect(fallbackHref({ email: 'support@example.com' })).toBe('mailto:support@example.com')
  expect(fallbackHref({ email: 'support@example.com' }, 'Where & when?\nThanks')).toBe(
    'mailto:support@example.com?body=Where%20%26%20when%3F%0AThanks',
  )
})
