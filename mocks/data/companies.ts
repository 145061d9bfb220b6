import type { Company, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { addCompany } from './build-people.ts'
import { DAY, HOUR } from './clock.ts'

const PLANS = {
  starter: { type: 'plan', id: '40', name: 'Starter' },
  team: { type: 'plan', id: '41', name: 'Team' },
  scale: { type: 'plan', id: '42', name: 'Scale' },
  enterprise: { type: 'plan', id: '43', name: 'Enterprise' },
} as const

type Row = [
  name: string,
  plan: keyof typeof PLANS | null,
  spend: number,
  users: number,
  size: number,
  days: number,
  industry: string,
]

const ROWS: Record<string, Row> = {
  alder: ['Alder & Finch', 'team', 290, 12, 40, 410, 'Retail'],
  brightside: ['Brightside Clinics', 'enterprise', 2400, 148, 900, 760, 'Healthcare'],
  cobalt: ['Cobalt Freight', 'scale', 980, 46, 310, 520, 'Logistics'],
  dunes: ['كثبان للتقنية', 'scale', 980, 31, 120, 233, 'Software'],
  ember: ['Ember Coffee Roasters', 'starter', 29, 2, 9, 64, 'Food and drink'],
  fjord: ['Fjordlys Energi', 'enterprise', 3100, 205, 1400, 890, 'Energy'],
  hoshi: ['株式会社ホシミ', 'team', 290, 18, 75, 301, 'Media'],
  juniper: ['Juniper Lane Software', 'team', 410, 22, 34, 188, 'Software'],
  kestrel: ['Kestrel Learning', 'starter', 29, 4, 12, 21, 'Education'],
  larkspur: ['Larkspur', null, 0, 1, 1, 3, ''],
}

/** Adds the customers' companies. Returns them by short name. */
export function addCompanies(workspace: Workspace, now: Timestamp): Record<keyof typeof ROWS, Company> {
  const companies = Object.entries(ROWS).map(([key, [name, plan, spend, users, size, days, industry]]) => [
    key,
    addCompany(workspace, {
      company_id: `acct_${key}`,
      name,
      plan: plan === null ? {} : PLANS[plan],
      monthly_spend: spend,
      user_count: users,
      size,
      industry,
      website: `https://${key}.example`,
      remote_created_at: now - days * DAY,
      created_at: now - days * DAY,
      updated_at: now - 3 * HOUR,
      last_request_at: now - 2 * HOUR,
      session_count: users * days,
      custom_attributes: plan === 'enterprise' ? { contract: 'annual', renewal: '2027-02-01' } : {},
    }),
  ] as const)
  return Object.fromEntries(companies)
}
