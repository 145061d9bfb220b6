/** Something that the description does not allow. */
export interface Deviation {
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
    allows: ({ operation, at, keyword }) => operation === 'POST /conversations/search' && at === '/sort' && keyword === 'unknown',
    reason: 'sort of a search for conversations is not described, and works: Intercom-OpenAPI, issue 114',
  },
]

/** The exception that allows for a deviation, if there is one. */
export function exceptionFor(deviation: Deviation): Exception | undefined {
  return exceptions.find(({ allows }) => allows(deviation))
}
