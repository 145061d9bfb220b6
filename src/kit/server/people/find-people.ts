import type { ConversationsResponse, ConversationSummary } from '../../contracts/index.ts'
import { matchesQuery } from '../../shared/matches-query.ts'
import { attempt } from '../async-work.ts'
import { ApiError } from '../http/errors.ts'
import type { IntercomClient, SearchQuery } from '../intercom/intercom-client.ts'
import { type IntercomContact, intercomContactListSchema, intercomNamedCompaniesSchema } from '../intercom/intercom-schemas.ts'

type MatchedBy = NonNullable<ConversationSummary['matched_by']>

interface FoundPerson {
  contact: IntercomContact
  matchedBy: MatchedBy
  /** Value of the field that matched. */
  text: string | null
}

/** Contacts whose conversations a search includes. */
export interface FoundPeople {
  contacts: Map<string, FoundPerson>
  missing?: NonNullable<ConversationsResponse['missing']>['people']
  /** Whether contacts can be searched at all. */
  isSearchable: boolean
}

/** Most contacts by name, email address or phone number. Intercom lists as many of a company. */
const MAX_PEOPLE = 50

/** Milliseconds for finding people. The search then continues without them. */
const TIMEOUT = 2000

/** Digits, and the signs between groups of them. */
const phonePattern = /^\+?[\d\s().\-/]{4,40}$/

const getDigits = (text: string) => text.replace(/\D+/g, '')

function buildContactQuery(text: string, words: string[]): SearchQuery {
  const filters: SearchQuery[] = [{ operator: 'AND', value: words.map((value) => ({ field: 'name', operator: '~', value })) }]
  if (words.length === 1) filters.push({ field: 'email', operator: '~', value: `${words[0]}`.toLowerCase() })
  // Intercom keeps the spaces of a phone number.
  const numbers = phonePattern.test(text) ? [text, getDigits(text)] : []
  for (const value of new Set(numbers)) filters.push({ field: 'phone', operator: '~', value })
  return { operator: 'OR', value: filters }
}

/** Intercom's stable API finds companies only by the whole name. */
async function listCompanyContacts(intercom: IntercomClient, name: string) {
  const companies = await intercom.get(['companies'], intercomNamedCompaniesSchema, { name }).catch((thrown: unknown) => {
    if (thrown instanceof ApiError && thrown.code === 'not_found') return []
    throw thrown
  })
  const company = companies.find((one) => one.name !== null && matchesQuery(one.name, name) && matchesQuery(name, one.name))
  return company ? intercom.get(['companies', company.id, 'contacts'], intercomContactListSchema) : { data: [], total_count: 0 }
}

/** Finds contacts by name, email address, phone number or the name of their company. Never throws. */
export async function findPeople(intercom: IntercomClient, text: string, words: string[]): Promise<FoundPeople> {
  const request = { query: buildContactQuery(text, words), pagination: { per_page: MAX_PEOPLE } }
  const [found, colleagues] = await Promise.all([
    attempt('search of people', TIMEOUT, intercom.search('contacts', request, intercomContactListSchema)),
    attempt('search of a company', TIMEOUT, listCompanyContacts(intercom, text)),
  ])
  const contacts: FoundPeople['contacts'] = new Map()
  const toPerson = (contact: IntercomContact, isColleague: boolean): FoundPerson => {
    const { name, email, phone } = contact
    const [isNamed, isAddressed] = [name, email].map((value) => matchesQuery(value ?? '', words.join(' ')))
    const isCalled = phonePattern.test(text) && getDigits(phone ?? '').includes(getDigits(text))
    const matchedBy = isNamed ? 'name' : isAddressed ? 'email' : isCalled ? 'phone' : isColleague ? 'company' : 'name'
    return { contact, matchedBy, text: matchedBy === 'company' ? text : contact[matchedBy] }
  }
  let count = 0
  for (const list of [found, colleagues]) {
    if (list instanceof ApiError) continue
    count += list.total_count ?? list.data.length
    for (const contact of list.data) if (!contacts.has(contact.id)) contacts.set(contact.id, toPerson(contact, list === colleagues))
  }
  const codes = [found, colleagues].flatMap((result) => (result instanceof ApiError ? result.code : []))
  const isForbidden = codes.some((code) => code === 'upstream_forbidden' || code === 'upstream_auth')
  const missing = isForbidden ? 'permission' : codes.length > 0 ? 'failure' : count > contacts.size ? 'too_many' : undefined
  return { contacts, isSearchable: !(found instanceof ApiError), ...(missing && { missing }) }
}
