import { expect, test } from 'vitest'
import { findEventProblems } from '@/kit/messenger/event-rules'
import type { EventMetadata } from '@/kit/messenger/types'

test.each([
  ['plan_upgraded', undefined],
  ['a', {}],
  ['signed_up_2026', { plan: 'pro', seats: 3, is_trial: false, ended_at: 1_800_000_000, note: null }],
  ['invoice_paid', { price: { amount: 900, currency: 'eur' }, invoice: { url: 'https://example.com', value: 'No. 7' } }],
  ['many', Object.fromEntries(Array.from({ length: 10 }, (_, key) => [`key_${key}`, 'x'.repeat(255)]))],
] as [string, EventMetadata | undefined][])('accepts %s', (name, metadata) => {
  expect(findEventProblems(name, metadata)).toEqual([])
})

test.each([
  ['Plan Upgraded', 'snake_case'],
  ['planUpgraded', 'snake_case'],
  ['plan-upgraded', 'snake_case'],
  ['plan__upgraded', 'snake_case'],
  ['_plan', 'snake_case'],
  ['2fa_enabled', 'snake_case'],
  ['plän', 'snake_case'],
  ['', 'snake_case'],
  [undefined as unknown as string, 'snake_case'],
  ['a'.repeat(151), '151 characters'],
])('refuses the name %j', (name, words) => {
  expect(findEventProblems(name)).toEqual([expect.stringContaining(words)])
})

test.each([
  [Object.fromEntries(Array.from({ length: 11 }, (_, key) => [`key_${key}`, key])), '11 keys'],
  [{ note: 'x'.repeat(256) }, '256 characters'],
  [{ nested: { deep: { er: 1 } } }, 'nested'],
  [{ list: [1, 2] }, 'nested'],
  [{ when: new Date() }, 'Unix seconds'],
  [{ price: { amount: '9', currency: 'eur' } }, 'nested'],
  [{ share: Number.NaN }, 'finite number'],
  [{ size: 10n }, 'nested'],
  [{ 'a.b': 1 }, 'character that Intercom refuses'],
  [{ $x: 1 }, 'character that Intercom refuses'],
] as [EventMetadata, string][])('refuses the metadata %o', (metadata, words) => {
  expect(findEventProblems('plan_upgraded', metadata)).toEqual([expect.stringContaining(words)])
})
