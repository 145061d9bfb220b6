/** What an inbox shows, as one value: for the components, for the route, and for the address of the page. */
import type { ConversationsQuery } from '../../contracts/index.ts'

/** Which conversations an inbox shows, and in which order. */
export interface InboxFilter {
  /** Intercom's state of a conversation, or all of them. */
  state: ConversationsQuery['state']
  /** Words that the opening message contains; '' for no search. */
  q: string
  /** `me`, `unassigned`, an admin's id, `team:` and a team's id; null for anyone. */
  assignee: string | null
  /** The id of a tag; null for any. */
  tagId: string | null
  /** With the star, or without it; null for both. */
  priority: 'priority' | 'not_priority' | null
  /** `waiting` lists those whose customer waits for an answer, the longest first. */
  sort: ConversationsQuery['sort']
}

/** What an inbox begins with: the open ones, the latest first. */
export const defaultInboxFilter: InboxFilter = {
  state: 'open',
  q: '',
  assignee: null,
  tagId: null,
  priority: null,
  sort: 'newest',
}

/** The route takes no more of a search text. */
export const MAX_SEARCH_LENGTH = 200

const states = ['open', 'snoozed', 'closed', 'all'] as const
const sorts = ['newest', 'waiting', 'oldest'] as const
const priorities = ['priority', 'not_priority'] as const

/** The parameters in an address, by their fields. Those of the route, so that one can be read as the other. */
const names = { state: 'state', q: 'q', assignee: 'assignee', tagId: 'tag_id', priority: 'priority', sort: 'sort' } as const

const keys = Object.keys(names) as (keyof InboxFilter)[]

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | undefined =>
  values.find((value) => value === given)

const matching = (pattern: RegExp, given: string | null): string | null =>
  given !== null && pattern.test(given) ? given : null

/**
 * Reads a filter from the query string of a page. What it does not understand is left out: somebody may have written
 * that address by hand, or kept it for years.
 *
 * @param params the query string, as `URLSearchParams` or Next.js's `useSearchParams()`
 */
export function fromSearchParams(params: Pick<URLSearchParams, 'get'>): InboxFilter {
  return {
    state: oneOf(states, params.get(names.state)) ?? defaultInboxFilter.state,
    q: (params.get(names.q) ?? '').trim().slice(0, MAX_SEARCH_LENGTH).trimEnd(),
    assignee: matching(/^(me|unassigned|(team:)?[0-9]{1,20})$/, params.get(names.assignee)),
    tagId: matching(/^[0-9]{1,20}$|^[0-9a-f]{24}$/, params.get(names.tagId)),
    priority: oneOf(priorities, params.get(names.priority)) ?? null,
    sort: oneOf(sorts, params.get(names.sort)) ?? defaultInboxFilter.sort,
  }
}

/**
 * Writes a filter into a query string: only what differs from the default, so that the plain inbox has a plain address.
 *
 * @param filter what is shown
 * @param others the query string now: parameters in it that are not the filter's stay as they are
 * @returns a new query string
 */
export function toSearchParams(filter: InboxFilter, others?: { toString: () => string }): URLSearchParams {
  const params = new URLSearchParams(others?.toString())
  for (const key of keys) {
    const value = filter[key]
    if (value === null || value === defaultInboxFilter[key]) params.delete(names[key])
    else params.set(names[key], value)
  }
  return params
}

/**
 * What `useConversations` takes for a filter. A search text without a letter or a digit finds nothing and is no search
 * yet: somebody is still typing.
 */
export function toQuery({ state, q, assignee, tagId, priority, sort }: InboxFilter): Partial<ConversationsQuery> {
  const words = q.trim().slice(0, MAX_SEARCH_LENGTH).trimEnd()
  return {
    state,
    ...(/[\p{L}\p{N}]/u.test(words) && { q: words }),
    ...(assignee !== null && { assignee }),
    ...(tagId !== null && { tag_id: tagId }),
    ...(priority !== null && { priority }),
    ...(sort !== defaultInboxFilter.sort && { sort }),
  }
}

/** Whether two filters show the same. */
export function isSameFilter(one: InboxFilter, other: InboxFilter): boolean {
  return keys.every((key) => one[key] === other[key])
}

/** Whether anything but the state narrows down what is shown. */
export function isNarrowed({ q, assignee, tagId, priority, sort }: InboxFilter): boolean {
  // Who sorts by waiting sees none for whom nobody waits.
  return q.trim() !== '' || assignee !== null || tagId !== null || priority !== null || sort === 'waiting'
}

/** How many parts of a filter are set. The state is none of them, and neither is the search: they are seen as they are. */
export function countParts({ assignee, tagId, priority, sort }: InboxFilter): number {
  return [assignee !== null, tagId !== null, priority !== null, sort !== defaultInboxFilter.sort].filter(Boolean).length
}

/** The filter without anything that narrows it down; its state stays. */
export function clearedFilter({ state }: InboxFilter): InboxFilter {
  return { ...defaultInboxFilter, state }
}
