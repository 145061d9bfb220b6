/** The page that the routes are measured with: 50 open conversations, as large as Intercom's are. */
import { buildLargeWorkspace, createIntercom } from '../../../mocks/index.ts'

const ROWS = 50

/** What Intercom sends of every conversation and the mock leaves out: null where it has not happened yet. */
const statistics = {
  time_to_assignment: null, time_to_admin_reply: null, time_to_first_close: null, time_to_last_close: null,
  median_time_to_reply: null, first_contact_reply_at: null, first_assignment_at: null, first_admin_reply_at: null,
  first_close_at: null, last_assignment_at: null, last_assignment_admin_reply_at: null, last_contact_reply_at: null,
  last_admin_reply_at: null, last_close_at: null, last_closed_by_id: null,
}

/** Attributes as a team may have made them. */
const attributes = {
  'Issue type': 'Question', 'Product area': 'Reports', 'Plan at first contact': 'Team', Language: 'English',
  'Copilot used': false, 'Has attachments': false, 'Created by': 7042001,
}

interface Row {
  statistics: object
  custom_attributes: object
  source: { author: { type: string } }
}

/**
 * A page as Intercom sends it to an agent: the support week, and older conversations below it. Customers began all of
 * them, so that nobody has to be looked up.
 *
 * @returns JSON of about 107,000 bytes
 */
export async function intercomPage(): Promise<string> {
  const intercom = createIntercom({ workspace: () => buildLargeWorkspace(400), token: 'bench' })
  const answer = await intercom.fetch('https://api.intercom.io/conversations/search', {
    method: 'POST',
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json', 'intercom-version': '2.14' },
    body: JSON.stringify({
      query: { operator: 'AND', value: [{ field: 'state', operator: '=', value: 'open' }] },
      pagination: { per_page: 2 * ROWS },
      sort: { field: 'updated_at', order: 'descending' },
    }),
  })
  const page = (await answer.json()) as { conversations: Row[] }
  page.conversations = page.conversations.filter(({ source }) => source.author.type !== 'admin').slice(0, ROWS)
  for (const conversation of page.conversations) {
    conversation.statistics = { ...statistics, ...conversation.statistics }
    conversation.custom_attributes = { ...attributes, ...conversation.custom_attributes }
  }
  return JSON.stringify(page)
}
