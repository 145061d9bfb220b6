import type { CursorPages } from '../types.ts'
import { ApiFailure, invalid } from './errors.ts'

/** How many items a page of a resource has. */
export interface PageSize {
  /** Where the request names none. */
  standard: number
  most: number
}

/** Intercom's sizes: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination */
export const pageSizes = {
  conversations: { standard: 20, most: 150 },
  contacts: { standard: 50, most: 150 },
  notes: { standard: 50, most: 150 },
  companies: { standard: 50, most: 150 },
} satisfies Record<string, PageSize>

/** What a request says of paging, in its query or in a search's body. */
export interface PageRequest {
  per_page?: unknown
  starting_after?: unknown
  /** A page by its number, where a list of contacts, notes or companies is asked for so. */
  page?: unknown
}

/** The page that a request asked for. */
export interface Page<Item> {
  items: Item[]
  total_count: number
  pages: CursorPages
}

/** What a list is sorted by. Items with the same value follow their ids. */
export interface Order<Item> {
  /** The value to sort by; items whose value is null come last in either direction. */
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

/** A cursor looks like Intercom's, base64 of a small JSON array, and nobody but this file reads it. */
function encodeCursor(place: Place, page: number): string {
  return btoa(encodeURIComponent(JSON.stringify([...place, page])))
}

const badCursor = () => new ApiFailure(400, 'client_error', 'Invalid starting_after param', 'starting_after')

function decodeCursor(cursor: string): { place: Place; page: number } {
  let parsed: unknown
  try {
    parsed = JSON.parse(decodeURIComponent(atob(cursor)))
  } catch {
    throw badCursor()
  }
  if (!Array.isArray(parsed)) throw badCursor()
  const [value, id, page] = parsed as unknown[]
  const isValue = value === null || typeof value === 'number' || typeof value === 'string'
  if (!isValue || typeof id !== 'string' || !Number.isInteger(page)) throw badCursor()
  return { place: [value, id], page: page as number }
}

function readSize(value: unknown, size: PageSize): number {
  if (value === undefined || value === null || value === '') return size.standard
  const perPage = Number(value)
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > size.most) {
    throw invalid(`per_page must be a whole number from 1 to ${size.most}`, 'per_page')
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
 * Sorts a list and cuts a page out of it. The cursor holds the place of the last item that was seen, not its number:
 * what arrives at the top or leaves the list while somebody reads on neither repeats nor hides an item.
 * @throws ApiFailure 400 on a page size out of bounds and on a cursor that this API did not give.
 */
export function paginate<Item extends { id: string }>(
  all: readonly Item[], order: Order<Item>, request: PageRequest, size: PageSize,
): Page<Item> {
  const perPage = readSize(request.per_page, size)
  const cursor = request.starting_after
  if (cursor !== undefined && cursor !== null && typeof cursor !== 'string') throw badCursor()
  const after = cursor ? decodeCursor(cursor) : null
  const page = after?.page ?? readPage(request.page)
  const placeOf = (item: Item): Place => [order.value(item), item.id]
  const sorted = all
    .map((item) => ({ item, place: placeOf(item) }))
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
