import type { ConversationsQuery } from '../contracts/index.ts'

/** Filter and order of an inbox, for components, the route and the page's URL. */
export interface InboxFilter {
  state: ConversationsQuery['state']
  /** Words in the first message; `''` for no search. */
  q: string
  /** `me`, `unassigned`, an admin id, or `team:` and a team id; `null` for anyone. */
  assignee: string | null
  tagId: string | null
  priority: 'priority' | 'not_priority' | null
  /** `unread` only lists conversations that the team has not read since the customer wrote. */
  status: 'unread' | null
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
  sort: 'newest',
}

export const MAX_SEARCH_LENGTH = 200

export const sorts = ['newest', 'waiting', 'oldest'] as const

const states = ['open', 'snoozed', 'closed', 'all'] as const
const priorities = ['priority', 'not_priority'] as const

const names = { state: 'state', q: 'q', assignee: 'assignee', tagId: 'tag_id', priority: 'priority', status: 'status', sort: 'sort' } as const

const keys = Object.keys(names) as (keyof InboxFilter)[]

const findOneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | undefined =>
  values.find((value) => value === given)

const matching = (pattern: RegExp, given: string | null): string | null =>
  given !== null && pattern.test(given) ? given : null

const cutSearch = (text: string) => text.trim().slice(0, MAX_SEARCH_LENGTH).trimEnd()

/** Reads a filter from a query string, such as that of Next.js's `useSearchParams`. Ignores invalid values. */
export function fromSearchParams(params: Pick<URLSearchParams, 'get'>): InboxFilter {
  return {
    state: findOneOf(states, params.get(names.state)) ?? defaultInboxFilter.state,
    q: cutSearch(params.get(names.q) ?? ''),
    assignee: matching(/^(me|unassigned|(team:)?[0-9]{1,20})$/, params.get(names.assignee)),
    tagId: matching(/^[0-9]{1,20}$|^[0-9a-f]{24}$/, params.get(names.tagId)),
    priority: findOneOf(priorities, params.get(names.priority)) ?? null,
    status: findOneOf(['unread'] as const, params.get(names.status)) ?? null,
    sort: findOneOf(sorts, params.get(names.sort)) ?? defaultInboxFilter.sort,
  }
}

/** Writes a filter to a query string and keeps its other parameters. Leaves out defaults. */
export function toSearchParams(filter: InboxFilter, others?: { toString: () => string }): URLSearchParams {
  const params = new URLSearchParams(others?.toString())
  for (const key of keys) {
    const value = filter[key]
    if (value === null || value === defaultInboxFilter[key]) params.delete(names[key])
    else params.set(names[key], value)
  }
  return params
}

/** Converts a filter to the query of `useConversations`. Leaves out a search without letters or digits. */
export function toQuery({ state, q, assignee, tagId, priority, status, sort }: InboxFilter): Partial<ConversationsQuery> {
  const words = cutSearch(q)
  return {
    state,
    ...(/[\p{L}\p{N}]/u.test(words) && { q: words }),
    ...(assignee !== null && { assignee }),
    ...(tagId !== null && { tag_id: tagId }),
    ...(priority !== null && { priority }),
    ...(status !== null && { status }),
    ...(sort !== defaultInboxFilter.sort && { sort }),
  }
}

/** Whether anything but the state narrows the list. */
export function isNarrowed({ q, assignee, tagId, priority, status, sort }: InboxFilter): boolean {
  return q.trim() !== '' || assignee !== null || tagId !== null || priority !== null || status !== null || sort === 'waiting'
}

/** Returns the number of changed parts, without state and search, which have their own controls. */
export function countParts({ assignee, tagId, priority, status, sort }: InboxFilter): number {
  return [assignee !== null, tagId !== null, priority !== null, status !== null, sort !== defaultInboxFilter.sort].filter(Boolean).length
}

/** Resets a filter, except for its state. */
export function clearFilter({ state }: InboxFilter): InboxFilter {
  return { ...defaultInboxFilter, state }
}
