import type { ConversationsQuery } from '../contracts/index.ts'

/** Filter and order of an inbox, for components, the route and the page's URL. */
export interface InboxFilter {
  state: ConversationsQuery['state']
  /** Words in the first message or, for agents, a customer; `''` for no search. */
  q: string
  /** `me`, `unassigned`, an admin id, or `team:` and a team id; `null` for anyone. */
  assignee: string | null
  tagId: string | null
  priority: 'priority' | 'not_priority' | null
  /** `unread` only lists conversations that the team has not read since the customer wrote. */
  status: 'unread' | null
  /** Channel on which the conversation started. */
  channel: string | null
  /** `participated` only lists conversations with Fin, `handed_over` those that Fin passed to the team. */
  agent: 'participated' | 'handed_over' | null
  /** `me` only lists conversations that the user replied to. */
  teammate: 'me' | null
  /** `waiting` only lists conversations that wait for a reply, longest wait first. */
  sort: ConversationsQuery['sort']
}

/** Default filter: open conversations, newest first. */
export const defaultInboxFilter: InboxFilter = {
  state: 'open',
  q: '',
  assignee: null,
  tagId: null,
  priority: null,
  status: null,
  channel: null,
  agent: null,
  teammate: null,
  sort: 'newest',
}

export const MAX_SEARCH_LENGTH = 200

const keys = Object.keys(defaultInboxFilter) as (keyof InboxFilter)[]

/** Returns the name of a part in a query string. */
const getName = (key: keyof InboxFilter) => (key === 'tagId' ? 'tag_id' : key === 'agent' ? 'ai_agent' : key)

const patterns: Record<Exclude<keyof InboxFilter, 'q'>, RegExp> = {
  state: /^(open|snoozed|closed|all)$/,
  assignee: /^(me|unassigned|(team:)?[0-9]{1,20})$/,
  tagId: /^[0-9]{1,20}$|^[0-9a-f]{24}$/,
  priority: /^(not_)?priority$/,
  status: /^unread$/,
  channel: /^[a-z_]{1,20}$/,
  agent: /^(participated|handed_over)$/,
  teammate: /^me$/,
  sort: /^(newest|waiting|oldest)$/,
}

const cutSearch = (text: string) => text.trim().slice(0, MAX_SEARCH_LENGTH).trimEnd()

/** Reads a filter from a query string, such as that of Next.js's `useSearchParams`. Ignores invalid values. */
export function fromSearchParams(params: Pick<URLSearchParams, 'get'>): InboxFilter {
  const read = (key: keyof InboxFilter) => {
    const given = params.get(getName(key)) ?? ''
    if (key === 'q') return cutSearch(given)
    return patterns[key].test(given) ? given : defaultInboxFilter[key]
  }
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as unknown as InboxFilter
}

/** Writes a filter to a query string and keeps its other parameters. Leaves out defaults. */
export function toSearchParams(filter: InboxFilter, others?: { toString: () => string }): URLSearchParams {
  const params = new URLSearchParams(others?.toString())
  for (const key of keys) {
    const value = filter[key]
    if (value === null || value === defaultInboxFilter[key]) params.delete(getName(key))
    else params.set(getName(key), value)
  }
  return params
}

/** Returns the selected parts that are not selected by default. */
const getSelected = (filter: InboxFilter) => keys.filter((key) => defaultInboxFilter[key] === null && filter[key] !== null)

/** Converts a filter to the query of `useConversations`. Leaves out a search without letters or digits. */
export function toQuery(filter: InboxFilter): Partial<ConversationsQuery> {
  const { state, sort } = filter
  const words = cutSearch(filter.q)
  return {
    state,
    ...(/[\p{L}\p{N}]/u.test(words) && { q: words }),
    ...Object.fromEntries(getSelected(filter).map((key) => [getName(key), filter[key]])),
    ...(sort !== defaultInboxFilter.sort && { sort }),
  }
}

/** Whether anything but the state narrows the list. */
export function isNarrowed(filter: InboxFilter): boolean {
  return filter.q.trim() !== '' || filter.sort === 'waiting' || getSelected(filter).length > 0
}

/** Returns the number of changed parts, without state and search, which have their own controls. */
export function countParts(filter: InboxFilter): number {
  return getSelected(filter).length + Number(filter.sort !== defaultInboxFilter.sort)
}

/** Resets a filter, except for its state. */
export function clearFilter({ state }: InboxFilter): InboxFilter {
  return { ...defaultInboxFilter, state }
}
