/** A customer's profile: from Intercom's answers to the contract. */
import type { Contact } from '../../contracts/index.ts'
import { toCustomerPicture } from './customer-picture.ts'
import type { IntercomCompanyList, IntercomContact, IntercomTagList } from './intercom-schemas.ts'
import { normalizeLine } from './normalize-text.ts'
import { toSafeLink } from '../../rich-text/index.ts'
import { cleanText } from '../../shared/clean-text.ts'

type Company = Contact['companies'][number]

/** People write `acme.example` as well as `https://acme.example`. */
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

/** Intercom keeps lists and objects only in fields of its own, which the kit does not show. */
function normalizeAttributes(attributes: Record<string, unknown> | null): Contact['custom_attributes'] {
  const entries = Object.entries(attributes ?? {})
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Contact['custom_attributes'][string]] =>
      entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1])),
  )
}

/** Characters of the attributes of one row, as JSON. */
const MAX_ROW_ATTRIBUTES = 2000

/** Characters of an attribute's name and text in a row. Longer names are left out, longer texts cut. */
const MAX_ROW_NAME = 60
const MAX_ROW_TEXT = 100

/** The attributes for a row of the list: a workspace may have hundreds, and a page has 50 rows. */
export function normalizeRowAttributes(attributes: Record<string, unknown> | null): Contact['custom_attributes'] {
  let left = MAX_ROW_ATTRIBUTES - 2
  const entries = Object.entries(normalizeAttributes(attributes)).flatMap(([name, given]) => {
    const value = typeof given === 'string' ? cleanText(given, MAX_ROW_TEXT) : given
    if (value === null || value === '' || name.length > MAX_ROW_NAME) return []
    const cost = JSON.stringify(name).length + JSON.stringify(value).length + 2
    if (cost > left) return []
    left -= cost
    return [[name, value]]
  })
  return Object.fromEntries(entries)
}

/** The custom attribute `plan`, else the plan of the first company that has one. */
function getPlan(attributes: Contact['custom_attributes'], companies: Company[]): string | null {
  const own = typeof attributes.plan === 'string' ? normalizeLine(attributes.plan) : null
  return own ?? companies.find((company) => company.plan)?.plan ?? null
}

/** Tags of anything. One without a name shows its id. */
export function normalizeTags(tags: IntercomTagList['data']): Contact['tags'] {
  return tags.map((tag) => ({ id: tag.id, name: normalizeLine(tag.name) ?? tag.id }))
}

/**
 * A customer's profile.
 *
 * @param contact as Intercom has it
 * @param companies the companies it belongs to: the contact itself holds their ids alone
 * @param tags its tags: of these, too, the contact holds the ids
 */
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
