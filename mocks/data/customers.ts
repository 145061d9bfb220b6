import { toAvatarUrl } from '../assets.ts'
import type { Company, Contact, Tag, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { addContact } from './build-people.ts'
import { DAY, HOUR, MINUTE } from './clock.ts'

type Overrides = NonNullable<Parameters<typeof addContact>[1]>

interface Customer extends Overrides {
  works?: string[]
  tagged?: string[]
  /** Days since signup. */
  days: number
  /** Hours since the customer last used the app. */
  seen?: number
}

const place = (city: string, region: string, country: string, country_code: string, continent_code = 'EU') =>
  ({ city, region, country, country_code, continent_code })
const nowhere = { city: null, region: null, country: null, country_code: null, continent_code: null }
const picture = (name: string) => ({ type: 'avatar' as const, image_url: toAvatarUrl(name) })

/** 90 characters. */
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff Maximiliane Adelheid von und zu Hohenlohe-Schillings-9'

const CUSTOMERS: Record<string, Customer> = {
  maya: {
    name: 'Maya Okafor', email: 'maya@alder.example', phone: '+353 1 555 0142', works: ['alder'], days: 410,
    seen: 0.1, avatar: picture('Maya Okafor'), owner_id: 7042003,
    custom_attributes: {
      plan: 'Team', role_in_company: 'Head of analytics', dashboards: 37, beta_tester: true, nps: 9,
    },
  },
  daniel: {
    name: 'Daniel Brandt', email: 'd.brandt@cobalt.example', works: ['cobalt'], days: 512, seen: 1,
    location: place('Hamburg', 'Hamburg', 'Germany', 'DEU'), custom_attributes: { plan: 'Scale', dashboards: 112 },
  },
  amelie: {
    name: 'Amélie Fournier-Dubois', email: 'amelie@brightside.example', works: ['brightside'], days: 733, seen: 3,
    avatar: picture('Amélie'), location: place('Lyon', 'Auvergne-Rhône-Alpes', 'France', 'FRA'),
    language_override: 'fr', custom_attributes: { plan: 'Enterprise', sso: true },
  },
  oneill: {
    name: 'Siobhán O&#39;Neill', email: 'siobhan@juniper.example', works: ['juniper'], days: 188, seen: 6,
    custom_attributes: { plan: 'Team' },
  },
  omar: {
    name: 'عمر عبد الرحمن الشمري', email: 'omar@dunes.example', works: ['dunes'], days: 233, seen: 0.5,
    language_override: 'ar', browser_language: 'ar',
    location: place('الرياض', 'منطقة الرياض', 'Saudi Arabia', 'SAU', 'AS'), custom_attributes: { plan: 'Scale' },
  },
  hoshi: {
    name: '星見 さくら', email: 'sakura@hoshi.example', works: ['hoshi'], days: 301, seen: 9, avatar: picture('Sakura'),
    language_override: 'ja', location: place('大阪市', '大阪府', 'Japan', 'JPN', 'AS'), custom_attributes: { plan: 'Team' },
  },
  emoji: {
    name: '🦊 Foxy ✨ Ramirez 💌', email: 'hola@ember.example', works: ['ember'], days: 64, seen: 20,
    location: place('Valencia', 'Comunitat Valenciana', 'Spain', 'ESP'),
    custom_attributes: { plan: 'Starter', source: '🐦 social' },
  },
  long: {
    name: LONG_NAME, email: 'maximiliane.adelheid.von.und.zu.hohenlohe-schillingsfuerst@verwaltung.fjord.example',
    works: ['fjord'], days: 620, seen: 30, custom_attributes: { plan: 'Enterprise' },
  },
  ingrid: {
    name: 'Ingrid Sæther', email: 'ingrid@fjord.example', works: ['fjord'], days: 890, seen: 2,
    avatar: picture('Ingrid'), location: place('Bergen', 'Vestland', 'Norway', 'NOR'), tagged: ['praise'],
    custom_attributes: { plan: 'Enterprise', contract_ends: '2027-02-01' },
  },
  grant: {
    name: 'Grant Whitfield', email: 'grant.whitfield@cobalt.example', works: ['cobalt'], days: 508, seen: 0.3,
    tagged: ['churn'], location: place('Rotterdam', 'South Holland', 'Netherlands', 'NLD'),
    custom_attributes: { plan: 'Scale', nps: 2 },
  },
  noor: {
    name: 'Noor Haddad', email: 'noor@kestrel.example', works: ['kestrel'], days: 21, seen: 0.2,
    location: place('Amman', 'Amman', 'Jordan', 'JOR', 'AS'), tagged: ['onboarding'],
    custom_attributes: { plan: 'Starter', onboarding_step: 3 },
  },
  ben: {
    name: 'Ben', email: 'ben@larkspur.example', works: ['larkspur'], days: 3, seen: 0.4,
    custom_attributes: { plan: 'Trial', trial_ends: '2026-11-29' },
  },
  chloe: {
    name: 'Chloe Zhang', email: 'chloe@juniper.example', works: ['juniper'], days: 160, seen: 4,
    avatar: picture('Chloe Zhang'), location: place('Toronto', 'Ontario', 'Canada', 'CAN', 'NA'),
    custom_attributes: { plan: 'Team', api_calls_30d: 1_204_332 },
  },
  ravi: {
    name: 'Ravi Subramaniam', email: 'ravi@brightside.example', works: ['brightside'], days: 402, seen: 5,
    location: place('Pune', 'Maharashtra', 'India', 'IND', 'AS'),
    custom_attributes: { plan: 'Enterprise', sso: true },
  },
  hanna: {
    name: 'Hanna Kowalczyk', email: 'hanna@alder.example', works: ['alder'], days: 122, seen: 27,
    location: place('Gdańsk', 'Pomorskie', 'Poland', 'POL'), custom_attributes: { plan: 'Team' },
  },
  lucas: {
    name: 'Lucas Pereira', email: 'lucas@cobalt.example', works: ['cobalt'], days: 77, seen: 50,
    location: place('Santos', 'São Paulo', 'Brazil', 'BRA', 'SA'), custom_attributes: { plan: 'Scale' },
  },
  phone: {
    name: 'Margaret Doyle', email: null, phone: '+353 86 555 0199', works: ['alder'], days: 240, seen: 70,
    custom_attributes: { plan: 'Team' },
  },
  multi: {
    name: 'Agnes Lindqvist', email: 'agnes@consulting.example', works: ['alder', 'ember', 'kestrel'], days: 330,
    seen: 26, location: place('Uppsala', 'Uppsala län', 'Sweden', 'SWE'),
    custom_attributes: { role_in_company: 'Consultant' },
  },
  bidi: { name: '\u202Eevitartsinimda troppuS', email: 'support-team@attacker.example', days: 1, seen: 12 },
  markup: { name: '&lt;img src=x onerror=alert(1)&gt;', email: 'img.onerror@attacker.example', days: 2, seen: 13 },
  ghost: { name: '   ', email: 'info@ghost.example', days: 9, seen: 80 },
  lead: {
    name: null, email: null, role: 'lead', external_id: null, days: 0.02, seen: 0.02,
    location: place('Porto', 'Porto', 'Portugal', 'PRT'),
  },
  leadmail: {
    name: null, email: 'procurement@citycouncil.example', role: 'lead', external_id: null, days: 6, location: nowhere,
  },
  visitor: {
    name: 'Curious visitor', email: null, role: 'lead', external_id: null, days: 4, seen: 96, location: nowhere,
  },
}

/** Adds the customers. Returns them by short name. */
export function addCustomers(
  workspace: Workspace, now: Timestamp, companies: Record<string, Company>, tags: Record<string, Tag>,
): Record<string, Contact> {
  const pick = <Item>(from: Record<string, Item>, keys: string[]): Item[] => keys.flatMap((key) => from[key] ?? [])
  const rows = Object.entries(CUSTOMERS).map(([key, customer], index) => {
    const { works = [], tagged = [], days, seen, ...overrides } = customer
    const created = Math.round(now - days * DAY)
    const lastSeen = seen === undefined ? null : Math.round(now - seen * HOUR)
    const contact = addContact(workspace, {
      external_id: `usr_${1000 + index}`,
      created_at: created,
      signed_up_at: overrides.role === 'lead' ? null : created + MINUTE,
      updated_at: lastSeen ?? created,
      last_seen_at: lastSeen,
      ...overrides,
    }, {
      companies: pick(companies, works),
      tags: pick(tags, tagged),
    })
    return [key, contact] as const
  })
  return Object.fromEntries(rows)
}
