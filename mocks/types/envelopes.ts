/** Time in Unix seconds. */
export type Timestamp = number

/** Reference to an object by id. */
export interface Reference {
  type: string
  id: string | null
}

/** Reference to an object by id and path. */
export interface AddressableReference {
  type: string
  id: string
  /** Path on the API host. */
  url: string
}

/** First ten members of a contact's list. `total_count` counts all; `url` returns the rest. */
export interface AddressableList {
  type: 'list'
  data: AddressableReference[]
  url: string
  total_count: number
  has_more: boolean
}

/** Start of the next page. `starting_after` is opaque. */
export interface NextPage {
  page?: number
  per_page: number
  starting_after: string | null
}

/** Cursor-based paging. `next` is omitted or `null` on the last page. */
export interface CursorPages {
  type: 'pages'
  page: number
  per_page: number
  total_pages: number
  next?: NextPage | null
}

/** List of contacts, notes or companies. */
export interface DataList<Item> {
  type: 'list'
  data: Item[]
  total_count: number
  pages: CursorPages
}

/** One error in an {@link ErrorList}. */
export interface ApiError {
  code: string
  message?: string
  field?: string
}

/** Body of every error response. */
export interface ErrorList {
  type: 'error.list'
  request_id: string
  errors: ApiError[]
}
