/** A fault that the check found. */
export interface Deviation {
  /** Version of the description, such as `2.14`. */
  version: string
  /** `GET /contacts/{contact_id}` */
  operation: string
  /** JSON pointer into the body. */
  at: string
  /** Violated rule of JSON Schema. */
  keyword: string
  value: unknown
}

/** An expected contradiction between the description and its own examples or Intercom's real responses. */
export interface Exception {
  allows: (deviation: Deviation) => boolean
  /** Reason why the mock or the route differs. */
  reason: string
}

/** Bodies of 2.11 that require all fields, although its own examples omit some. */
const incompleteIn211: readonly [operation: RegExp, at: RegExp][] = [
  [/^GET \/tags$/, /^\/data\/\d+$/],
  [/^GET \/events$/, /^(\/events\/\d+)?$/],
  [/\/companies/, /^(\/data\/\d+)?$/],
  [/^POST \/messages$/, /^$/],
  [/\/conversations\/\{conversation_id\}\/customers/, /^$/],
  [/^/, /\/attachments\/\d+$/],
]

const isNull = ({ keyword, value }: Deviation): boolean => keyword === 'type' && value === null

/** Expected contradictions, each for one value in one place. */
export const exceptions: readonly Exception[] = [
  {
    allows: ({ at, keyword, value }) =>
      keyword === 'format' && /\/(tags|notes|companies)(\/data\/\d+)?\/url$/.test(at) && String(value).startsWith('/'),
    reason: 'url of a list of a contact is declared a URI; the examples beside it give a path, "/contacts/{id}/tags"',
  },
  {
    allows: ({ at, keyword, value }) =>
      keyword === 'format' && /\/(tags|notes)\/data\/\d+\/type$/.test(at) && (value === 'tag' || value === 'note'),
    reason: 'type of a tag or note of a contact is declared a URI; the example beside it is "note"',
  },
  {
    allows: ({ operation, at, keyword, value }) =>
      keyword === 'format' && operation === 'POST /conversations' && at === '/from/id' && /^[0-9a-f]{24}$/.test(String(value)),
    reason: 'from.id of a new conversation is declared a UUID of 24 characters; the example beside it is the id of a contact',
  },
  {
    allows: ({ operation, at, value }) => operation === 'GET /companies' && at === '/type' && value === 'company',
    reason: 'GET /companies is declared to answer a list; its text says that a name finds a single company',
  },
  {
    allows: (deviation) => isNull(deviation) && deviation.at.endsWith('/author/email'),
    reason: 'email of an author is declared a string; an author without an address, such as a lead, has null',
  },
  {
    allows: (deviation) =>
      isNull(deviation) &&
      / \/(contacts|companies\/\{company_id\}\/contacts)/.test(deviation.operation) &&
      /^(\/data\/\d+)?\/email(_domain)?$/.test(deviation.at),
    reason: 'email and email_domain of a contact are declared strings; a contact without an address has null',
  },
  {
    allows: ({ operation, at, value }) => operation === 'GET /events' && at === '/type' && value === 'event.list',
    reason: 'GET /events is declared to answer event.summary alone; without summary=true Intercom answers event.list',
  },
  {
    allows: ({ version, operation, at, keyword }) =>
      version === '2.11' && keyword === 'required' &&
      incompleteIn211.some(([named, place]) => named.test(operation) && place.test(at)),
    reason: '2.11 requires every field of a tag, an event, an attachment, a message, a company and a conversation; its examples lack most',
  },
  {
    allows: (deviation) =>
      deviation.version === '2.11' && isNull(deviation) && /\/(conversation_rating|teammates)$|^\/pages$/.test(deviation.at),
    reason: '2.11 declares conversation_rating, teammates and the pages of a scroll to be objects; its own examples are null there',
  },
  {
    allows: ({ version, operation, at, value }) =>
      version === '2.16' && operation === 'POST /messages' && at === '/message_type' && value === 'whatsapp',
    reason: '2.16 accepts messages by WhatsApp, and its response does not list that kind; the preview does',
  },
  {
    allows: ({ operation, at, keyword }) => operation === 'POST /conversations/search' && at === '/sort' && keyword === 'unknown',
    reason: 'sort of a search for conversations is not described, and works: Intercom-OpenAPI, issue 114',
  },
]

/** Finds the exception that allows a deviation. */
export function findException(deviation: Deviation): Exception | undefined {
  return exceptions.find(({ allows }) => allows(deviation))
}
