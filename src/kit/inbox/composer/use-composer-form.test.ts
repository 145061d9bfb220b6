import { describe, expect, it } from 'vitest'
import { fillReply } from '@/kit/inbox/composer/use-composer-form'

describe('fillReply', () => {
  it.each([
    ['Hi {first_name},', 'Noor Haddad', 'Hi Noor,'],
    ['Dear {name}: {order_id}', 'Noor Haddad', 'Dear Noor Haddad: {order_id}'],
    ['Hi {first_name},', null, 'Hi {first_name},'],
    ['Hi {first_name},', '  ', 'Hi {first_name},'],
    ['{constructor}', 'Noor', '{constructor}'],
    ['Hi {name}', '{first_name}', 'Hi {first_name}'],
  ])('fills in %j for %j', (body, name, expected) => {
    expect(fillReply(body, name)).toBe(expected)
  })
})
