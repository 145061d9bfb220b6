import type { Contact } from '../../contracts/index.ts'
import type { IntercomCompanyList, IntercomContact, IntercomTagList } from './intercom-schemas.ts'
import { isAttributeValue } from './intercom-readers.ts'
import { normalizeLine } from './normalize-text.ts'
import { toSafeLink, getLinkHost, toSafeImageUrl } from '../../rich-text/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import { readAvatarHosts } from '../settings.ts'

type Company = Contact['companies'][number]

/** Accepts `acme.example` as well as `https://acme.example`. */
function normalizeWebsite(website: string | null): string | null {
  return toSafeLink(website) ?? toSafeLink(`https://${website || ' '}`)
}

function normalizeCompany(company: IntercomCompanyList['data'][number]): Company {
  return {
    id: company.id,
    name: normalizeLine(company.name),
    plan: normalizeLine(company.plan?.name ?? null),
    website: normalizeWebsite(company.website),
    user_count: company.user_count,
    monthly_spend: company.monthly_spend,
  }
}

type AttributeValue = Contact['custom_attributes'][string]

function normalizeAttributes(attributes: Record<string, unknown> | null): Contact['custom_attributes'] {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).filter((entry): entry is [string, AttributeValue] => isAttributeValue(entry[1])),
  )
}

const MAX_ROW_ATTRIBUTES = 2000
const MAX_ROW_NAME = 60
const MAX_ROW_TEXT = 100

/** Limits the attributes of a row, because a workspace may have hundreds. */
export function normalizeRowAttributes(attributes: Record<string, unknown> | null): Contact['custom_attributes'] {
  const entries: [string, AttributeValue][] = []
  let left = MAX_ROW_ATTRIBUTES - 2
  for (const [name, given] of Object.entries(attributes ?? {})) {
    const value = typeof given === 'string' ? cleanText(given, MAX_ROW_TEXT) : given
    if (value === null || value === '' || name.length > MAX_ROW_NAME || !isAttributeValue(value)) continue
    const cost = name.length + String(value).length + 6
    if (cost > left) continue
    left -= cost
    entries.push([name, value])
  }
  return Object.fromEntries(entries)
}

function getPlan(attributes: Contact['custom_attributes'], companies: Company[]): string | null {
  const own = typeof attributes.plan === 'string' ? normalizeLine(attributes.plan) : null
  return own ?? companies.find((company) => company.plan)?.plan ?? null
}

/** Converts tags. A tag without a name shows its id. */
export function normalizeTags(tags: IntercomTagList['data']): Contact['tags'] {
  return tags.map((tag) => ({ id: tag.id, name: normalizeLine(tag.name) ?? tag.id }))
}

export function normalizeContact(
  contact: IntercomContact,
  companies: IntercomCompanyList['data'],
  tags: IntercomTagList['data'],
): Contact {
  const attributes = normalizeAttributes(contact.custom_attributes)
  const ownCompanies = companies.map(normalizeCompany)
  return {
    id: contact.id,
    external_id: contact.external_id || null,
    role: contact.role === 'lead' ? 'lead' : 'user',
    name: normalizeLine(contact.name),
    email: contact.email || null,
    phone: contact.phone || null,
    avatar_url: toCustomerPicture(contact.avatar),
    plan: getPlan(attributes, ownCompanies),
    location: {
      city: normalizeLine(contact.location?.city ?? null),
      region: normalizeLine(contact.location?.region ?? null),
      country: normalizeLine(contact.location?.country ?? null),
    },
    created_at: contact.created_at ?? contact.signed_up_at ?? contact.last_seen_at ?? contact.updated_at ?? 0,
    signed_up_at: contact.signed_up_at,
    last_seen_at: contact.last_seen_at,
    unsubscribed_from_emails: contact.unsubscribed_from_emails,
    companies: ownCompanies,
    tags: normalizeTags(tags),
    custom_attributes: attributes,
  }
}

const intercomDomains = ['intercomassets.com', 'intercomassets.eu', 'intercomcdn.com', 'intercomcdn.eu', 'intercomusercontent.com']

/**
 * Customers can set any URL in the Messenger, and its host would see when an agent opens the list. So only URLs on Intercom's
 * hosts and in `INTERCOM_AVATAR_HOSTS` pass.
 */
export function toCustomerPicture(address: unknown): string | null {
  const src = toSafeImageUrl(address)
  if (!src) return null
  const host = getLinkHost(src)
  const isIntercoms = intercomDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))
  return isIntercoms || readAvatarHosts().includes(host) ? src : null
}
