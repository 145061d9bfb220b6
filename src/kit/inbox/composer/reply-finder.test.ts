import { describe, expect, it } from 'vitest'
import { fillReply, toIntercomPlaceholders } from '@/kit/inbox/composer/reply-finder'
import { findPlaceholders } from '@/kit/inbox/composer/use-composer-form'

const values = new Map<string, string | null>([
  ['user.name', 'Noor Haddad'], ['user.first_name', 'Noor'], ['user.email', null], ['company.name', null],
  ['conversation.custom_attributes.Order number', 'PO-1'], ['user.phone', ''],
])

describe('fillReply', () => {
  it.each([
    ['Hi {{user.first_name|fallback:"there"}},', 'Hi Noor,'],
    ['Dear {{ user.name }}', 'Dear Noor Haddad'],
    ['{{user.first_name | fallback: \'there\'}}', 'Noor'],
    ['To {{user.email|fallback:"your address"}}', 'To your address'],
    ['{{company.name|fallback:"Tom | Jerry: \'it\'"}}', "Tom | Jerry: 'it'"],
    ['{{user.phone|fallback:"none"}}', 'none'],
    ['{{conversation.custom_attributes.Order number}}', 'PO-1'],
  ])('fills in %j', (body, expected) => {
    expect(fillReply(body, values)).toBe(expected)
  })

  it.each([
    '{{company.name}}', '{{order.number}}', '{{order.number|fallback:"your order"}}', '{{constructor}}',
    '{{company.name|fallback:}}', '{{company.name|default:"x"}}', '{{', '{{}}', '{{{', '{name}', '{{user.name', 'user.name}}',
  ])('leaves %j', (body) => {
    expect(fillReply(body, values)).toBe(body)
  })

  it('fills in no placeholder of a value', () => {
    expect(fillReply('Hi {{user.name}}', new Map([['user.name', '{{user.email}}'], ['user.email', 'noor@example.com']]))).toBe('Hi {{user.email}}')
  })
})

describe('toIntercomPlaceholders', () => {
  it.each([
    ['Hi {first_name}: {order_id}', 'Hi {{user.first_name}}: {order_id}'],
    ['{{name}} {constructor}', '{{user.name}} {constructor}'],
    ['{{user.name}}', '{{user.name}}'],
  ])('converts %j', (body, expected) => {
    expect(toIntercomPlaceholders(body)).toBe(expected)
  })
})

describe('findPlaceholders', () => {
  it('lists each placeholder once, at most five', () => {
    expect(findPlaceholders('{{a}} {b} {{a}} {{c|fallback:"d"}} }} {{')).toEqual(['{{a}}', '{{c|fallback:"d"}}'])
    expect(findPlaceholders('{{1}}{{2}}{{3}}{{4}}{{5}}{{6}}')).toHaveLength(5)
    expect(findPlaceholders('nothing')).toEqual([])
  })
})
