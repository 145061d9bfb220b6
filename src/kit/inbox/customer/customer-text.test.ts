import { expect, it } from 'vitest'
import { getAgo, getAttributeRows, getCompanyFacts, splitEmail } from '@/kit/inbox/customer/customer-text'
import type { Company, Contact } from '@/kit/contracts/index'

const format = { locale: 'en-GB', timeZone: 'UTC' }
const t = (key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key)
const DAY = 86_400
const NOW = 1_795_015_440

it('writes how long ago a moment was, and the date after four weeks or while the time is unknown', () => {
  expect(getAgo(NOW - 3 * DAY, NOW, format)).toBe('3 days ago')
  expect(getAgo(NOW - 29 * DAY, NOW, format)).toBe('20 Oct 2026')
  expect(getAgo(NOW - 3 * DAY, null, format)).toBe('15 Nov 2026')
})

it('lets an email address break before its @ and the dots after it', () => {
  expect(splitEmail('ann.lee@mail.acme.example')).toEqual(['ann.lee', '@mail', '.acme', '.example'])
  expect(splitEmail('ann\u200B@acme.example').join('')).toBe('ann@acme.example')
})

it('leaves out unknown facts of a company, but not 0', () => {
  const company = { monthly_spend: 0, user_count: null } as Company
  expect(getCompanyFacts(company, 'EUR', t, 'en-GB')).toEqual(['companySpend {"amount":"€0"}'])
  expect(getCompanyFacts({ ...company, user_count: 2 }, undefined, t, 'en-GB')).toEqual([
    'companySpendBare {"amount":"0"}', 'companyUsers {"count":2}',
  ])
})

it('sorts attributes by label and leaves out the plan, which is shown elsewhere', () => {
  const contact = { plan: 'Pro', custom_attributes: { zone: 'EU', plan: 'Pro', is_vip: true, billing_id: null } } as unknown as Contact
  expect(getAttributeRows(contact, t, format)).toEqual([
    { key: 'billing_id', label: 'Billing ID', text: 'notSet', value: null, isMissing: true },
    { key: 'is_vip', label: 'Is vip', text: 'yes', value: true, isMissing: false },
    { key: 'zone', label: 'Zone', text: 'EU', value: 'EU', isMissing: false },
  ])
  expect(getAttributeRows({ ...contact, plan: 'Free' }, t, format).map(({ key }) => key)).toContain('plan')
  const editable = getAttributeRows({ ...contact, editable_attributes: ['plan', 'role'] }, t, format)
  expect(editable.map(({ key, value }) => [key, value])).toEqual([['billing_id', null], ['is_vip', true], ['plan', 'Pro'], ['role', null], ['zone', 'EU']])
})
