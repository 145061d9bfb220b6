import type { CursorPages } from '../types.ts'
import { ApiFailure, invalid } from './errors.ts'

/** Page sizes of a resource. */
export interface PageSize {
  /** Size without `per_page`. */
  default: number
  max: number
}

/** Intercom's page sizes: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination */
export const pageSizes = {
  conversations: { default: 20, max: 150 },
  contacts: { default: 50, max: 150 },
  notes: { default: 50, max: 150 },
  companies: { default: 50, max: 150 },
  macros: { default: 50, max: 150 },
  articles: { default: 10, max: 150 },
} satisfies Record<string, PageSize>

/** Paging parameters of a query or a search. */
export interface PageRequest {
  per_page?: unknown
  starting_after?: unknown
  /** Page number, for contacts, notes and companies. */
  page?: unknown
}

/** One page of a list. */
export interface Page<Item> {
  items: Item[]
  total_count: number
  pages: CursorPages
}

/** Sort order of a list. Items with equal values are sorted by id. */
export interface Order<Item> {
  /** Returns the value to sort by. `null` sorts last in both directions. */
  value: (item: Item) => string | number | null
  descending: boolean
}

type Place = [value: string | number | null, id: string]

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

function comparePlaces([a, idA]: Place, [b, idB]: Place, descending: boolean): number {
  if ((a === null) !== (b === null)) return a === null ? 1 : -1
  const byValue = a === null || b === null ? 0 : compare(a, b)
  const ascending = byValue || idA.length - idB.length || compare(idA, idB)
  return descending ? -ascending : ascending
}

/** Cursors look like Intercom's: base64 of a small JSON array. */
function encodeCursor(place: Place, page: number): string {
  return btoa(encodeURIComponent(JSON.stringify([...place, page])))
}

const createCursorError = () => new ApiFailure(400, 'client_error', 'Invalid starting_after param', 'starting_after')

function decodeCursor(cursor: string): { place: Place; page: number } {
  let parsed: unknown
  try {
    parsed = JSON.parse(decodeURIComponent(atob(cursor)))
  } catch {
    throw createCursorError()
  }
  if (!Array.isArray(parsed)) throw createCursorError()
  const [value, id, page] = parsed as unknown[]
  const isValue = value === null || typeof value === 'number' || typeof value === 'string'
  if (!isValue || typeof id !== 'string' || !Number.isInteger(page)) throw createCursorError()
  return { place: [value, id], page: page as number }
}

function readSize(value: unknown, size: PageSize): number {
  if (value === undefined || value === null || value === '') return size.default
  const perPage = Number(value)
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > size.max) {
    throw invalid(`per_page must be a whole number from 1 to ${size.max}`, 'per_page')
  }
  return perPage
}

function readPage(value: unknown): number {
  if (value === undefined || value === null || value === '') return 1
  const page = Number(value)
  if (!Number.isInteger(page) || page < 1) throw invalid('page must be a whole number from 1', 'page')
  return page
}

/**
 * Sorts a list and returns one page. The cursor holds the last item's position in the order, not its index, so changes
 * to the list between two requests neither repeat nor skip an item.
 * @throws ApiFailure 400 for an invalid page size or cursor.
 */
export function paginate<Item extends { id: string }>(
  all: readonly Item[], order: Order<Item>, request: PageRequest, size: PageSize,
): Page<Item> {
  const perPage = readSize(request.per_page, size)
  const cursor = request.starting_after
  if (cursor !== undefined && cursor !== null && typeof cursor !== 'string') throw createCursorError()
  const after = cursor ? decodeCursor(cursor) : null
  const page = after?.page ?? readPage(request.page)
  const getPlace = (item: Item): Place => [order.value(item), item.id]
  const sorted = all
    .map((item) => ({ item, place: getPlace(item) }))
    .sort((a, b) => comparePlaces(a.place, b.place, order.descending))
  const rest = after
    ? sorted.filter(({ place }) => comparePlaces(place, after.place, order.descending) > 0)
    : sorted.slice((page - 1) * perPage)
  const shown = rest.slice(0, perPage)
  const last = shown.at(-1)
  const pages: CursorPages = { type: 'pages', page, per_page: perPage, total_pages: Math.ceil(all.length / perPage) }
  if (last && rest.length > perPage) {
    pages.next = { page: page + 1, per_page: perPage, starting_after: encodeCursor(last.place, page + 1) }
  }
  return { items: shown.map(({ item }) => item), total_count: all.length, pages }
}
