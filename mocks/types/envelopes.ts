/** A moment in Unix seconds. */
export type Timestamp = number

/** A pointer to an object that is not sent whole. */
export interface Reference {
  type: string
  id: string | null
}

/** A pointer with the path of its object, as a contact's tags, notes and companies are listed. */
export interface AddressableReference {
  type: string
  id: string
  /** Path under the API's host. */
  url: string
}

/**
 * The first ten members of a list that belongs to a contact. `total_count` counts all of them, `url` is where the
 * rest can be read.
 */
export interface AddressableList {
  type: 'list'
  data: AddressableReference[]
  url: string
  total_count: number
  has_more: boolean
}

/** Where the next page starts. `starting_after` is opaque. */
export interface NextPage {
  page?: number
  per_page: number
  starting_after: string | null
}

/** Paging by cursor. On the last page `next` is absent or null. */
export interface CursorPages {
  type: 'pages'
  page: number
  per_page: number
  total_pages: number
  next?: NextPage | null
}

/** What a list of contacts, notes or companies comes in. */
export interface DataList<Item> {
  type: 'list'
  data: Item[]
  total_count: number
  pages: CursorPages
}

/** One entry of {@link ErrorList}. */
export interface ApiError {
  code: string
  message?: string
  field?: string
}

/** Every error of the API has this body. */
export interface ErrorList {
  type: 'error.list'
  request_id: string
  errors: ApiError[]
}
