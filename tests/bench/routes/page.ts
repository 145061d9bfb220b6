/** Builds the page for the route benchmark: 50 open conversations of realistic size. */
import { buildLargeWorkspace, createIntercom } from '../../../mocks/index.ts'

const ROWS = 50

/** Statistics that Intercom sends with every conversation and the mock omits. */
const statistics = {
  time_to_assignment: null, time_to_admin_reply: null, time_to_first_close: null, time_to_last_close: null,
  median_time_to_reply: null, first_contact_reply_at: null, first_assignment_at: null, first_admin_reply_at: null,
  first_close_at: null, last_assignment_at: null, last_assignment_admin_reply_at: null, last_contact_reply_at: null,
  last_admin_reply_at: null, last_close_at: null, last_closed_by_id: null,
}

/** Realistic custom attributes of a conversation. */
const attributes = {
  'Issue type': 'Question', 'Product area': 'Reports', 'Plan at first contact': 'Team', Language: 'English',
  'Copilot used': false, 'Has attachments': false, 'Created by': 7042001,
}

interface Row {
  statistics: object
  custom_attributes: object
  source: { author: { type: string } }
  contacts: { contacts: { id: string }[] }
}

/** Realistic custom attributes of a customer. */
const contactAttributes = {
  seats: 12, vip: true, 'Signed up from': 'Website', language: 'English', mrr: 1200, last_invoice_at: 1_700_000_000, note: null,
}

/** Responses of Intercom for one list: the page of conversations, and their customers. */
export interface IntercomPages {
  conversations: string
  contacts: string
}

/**
 * Builds a page of conversations and its customers, as Intercom sends them to an agent.
 * @returns JSON of about 107,000 and 43,000 bytes
 */
export async function buildIntercomPages(): Promise<IntercomPages> {
  const intercom = createIntercom({ workspace: () => buildLargeWorkspace(400), token: 'bench' })
  const search = async (resource: 'conversations' | 'contacts', body: object) => {
    const headers = { authorization: 'Bearer bench', 'content-type': 'application/json', 'intercom-version': '2.14' }
    const response = await intercom.fetch(`https://api.intercom.io/${resource}/search`, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json() as Promise<unknown>
  }
  const page = (await search('conversations', {
    query: { operator: 'AND', value: [{ field: 'state', operator: '=', value: 'open' }] },
    pagination: { per_page: 2 * ROWS },
    sort: { field: 'updated_at', order: 'descending' },
  })) as { conversations: Row[] }
  page.conversations = page.conversations.filter(({ source }) => source.author.type !== 'admin').slice(0, ROWS)
  for (const conversation of page.conversations) {
    conversation.statistics = { ...statistics, ...conversation.statistics }
    conversation.custom_attributes = { ...attributes, ...conversation.custom_attributes }
  }
  const ids = [...new Set(page.conversations.map(({ contacts }) => contacts.contacts[0]!.id))]
  const contacts = (await search('contacts', {
    query: { field: 'id', operator: 'IN', value: ids },
    pagination: { per_page: ids.length },
  })) as { data: { custom_attributes: object }[] }
  for (const contact of contacts.data) Object.assign(contact.custom_attributes, contactAttributes)
  return { conversations: JSON.stringify(page), contacts: JSON.stringify(contacts) }
}
