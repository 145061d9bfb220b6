/** Something that the description does not allow. */
export interface Deviation {
  /** The description's, such as `2.14`. */
  version: string
  /** `GET /contacts/{contact_id}` */
  operation: string
  /** Where in the body, as a JSON pointer. */
  at: string
  /** The rule of JSON Schema that is broken. */
  keyword: string
  value: unknown
}

/** A place where the description contradicts its own examples, or what Intercom sends. */
export interface Exception {
  allows: (deviation: Deviation) => boolean
  /** Why the mock, or the route, does otherwise. */
  reason: string
}

/** The places of 2.11 whose fields are all declared to be required; its own examples leave them out. */
const incompleteIn211: readonly [operation: RegExp, at: RegExp][] = [
  [/^GET \/tags$/, /^\/data\/\d+$/],
  [/^GET \/events$/, /^(\/events\/\d+)?$/],
  [/\/companies/, /^(\/data\/\d+)?$/],
  [/^POST \/messages$/, /^$/],
  [/\/conversations\/\{conversation_id\}\/customers/, /^$/],
  [/^/, /\/attachments\/\d+$/],
]

const isNull = ({ keyword, value }: Deviation): boolean => keyword === 'type' && value === null

/** All places where the mocked Intercom or a route leaves the description, and why. Each allows for one value in one place. */
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
    allows: (deviation) => isNull(deviation) && deviation.at.endsWith('/author/email'),
    reason: 'email of an author is declared a string; whoever has no address, such as a lead, is sent with null',
  },
  {
    allows: (deviation) =>
      isNull(deviation) &&
      deviation.operation.includes(' /contacts') &&
      /^(\/data\/\d+)?\/email(_domain)?$/.test(deviation.at),
    reason: 'email and email_domain of a contact are declared strings; whoever has no address is sent with null',
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
    allows: ({ operation, at, keyword }) => operation === 'POST /conversations/search' && at === '/sort' && keyword === 'unknown',
    reason: 'sort of a search for conversations is not described, and works: Intercom-OpenAPI, issue 114',
  },
]

/** The exception that allows for a deviation, if there is one. */
export function exceptionFor(deviation: Deviation): Exception | undefined {
  return exceptions.find(({ allows }) => allows(deviation))
}
