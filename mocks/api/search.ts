import type { Conversation, Contact, Timestamp } from '../types.ts'
import { isObject } from './endpoint.ts'
import { invalid } from './errors.ts'
import { type FieldTable, type SearchField, findField } from './search-fields.ts'
import type { Order } from './paging.ts'

/**
 * Most nested groups of filters.
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations
 */
const MAX_DEPTH = 2
/** Most filters per group. */
const MAX_FILTERS = 15

const OPERATORS = ['=', '!=', 'IN', 'NIN', '<', '<=', '>', '>=', '~', '!~', '^', '$'] as const
type Operator = (typeof OPERATORS)[number]
type Scalar = string | number | boolean | null

/** Tests whether an item matches a query. */
export type Matcher<Item> = (item: Item) => boolean

/**
 * Parses the `query` of a search.
 * @param timeZone Time zone of dates that match by calendar day.
 * @throws ApiFailure 400 for an unknown field or operator, an invalid value, or too many or too deeply nested filters.
 */
export function readQuery<Item extends Contact | Conversation>(
  query: unknown, fields: FieldTable<Item>, timeZone: string,
): Matcher<Item> {
  if (!isObject(query)) throw invalid('query must be an object with field, operator and value', 'query')
  return readNode(query, fields, timeZone, 0)
}

function readNode<Item>(
  node: Record<string, unknown>, fields: FieldTable<Item>, timeZone: string, depth: number,
): Matcher<Item> {
  const { operator, value } = node
  if (operator !== 'AND' && operator !== 'OR') return readFilter(node, fields, timeZone)
  if (depth === MAX_DEPTH) throw invalid(`A query may nest at most ${MAX_DEPTH} groups of filters`, 'query')
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) {
    throw invalid(`The value of ${operator} must be a list of filters`, 'value')
  }
  if (value.length > MAX_FILTERS) throw invalid(`A group may hold at most ${MAX_FILTERS} filters`, 'value')
  const tests = value.map((child) => readNode(child, fields, timeZone, depth + 1))
  return operator === 'AND'
    ? (item) => tests.every((test) => test(item))
    : (item) => tests.some((test) => test(item))
}

function readFilter<Item>(
  filter: Record<string, unknown>, fields: FieldTable<Item>, timeZone: string,
): Matcher<Item> {
  const { field: name, operator, value } = filter
  if (typeof name !== 'string') throw invalid('A filter needs a field', 'field')
  const field = findField(fields, name)
  if (!field) throw invalid(`${name} is not a searchable field`, 'field')
  if (!OPERATORS.includes(operator as Operator)) throw invalid(`${String(operator)} is not an operator`, 'operator')
  if (value === undefined) throw invalid(`The filter on ${name} needs a value`, 'value')
  return field.type === 'day'
    ? matchDay(field, name, operator as Operator, value, timeZone)
    : matchValue(field, name, operator as Operator, value)
}

function matchValue<Item>(field: SearchField<Item>, name: string, operator: Operator, value: unknown): Matcher<Item> {
  if (operator === 'IN' || operator === 'NIN') {
    if (!Array.isArray(value)) throw invalid(`${operator} on ${name} needs a list of values`, 'value')
    const wanted = value.map((one) => readScalar(field, name, one))
    return matchAny(field, (found) => wanted.some((one) => isSame(field, found, one)), operator === 'NIN')
  }
  const wanted = readScalar(field, name, value)
  if (operator === '=' || operator === '!=') {
    return matchAny(field, (found) => isSame(field, found, wanted), operator === '!=')
  }
  if (operator === '~' || operator === '!~' || operator === '^' || operator === '$') {
    if (field.type !== 'string' && field.type !== 'words') {
      throw invalid(`${operator} needs a text field, not ${name}`, 'operator')
    }
    const part = String(wanted ?? '').toLowerCase()
    return matchAny(field, (found) => hasPart(String(found ?? '').toLowerCase(), operator, part, field), operator === '!~')
  }
  if (field.type !== 'integer' && field.type !== 'date') {
    throw invalid(`${operator} needs a number or a date, not ${name}`, 'operator')
  }
  const limit = Number(wanted)
  // For dates, Intercom's `>` and `<` include the time itself.
  const inclusive = operator.endsWith('=') || field.type === 'date'
  return matchAny(field, (found) => {
    if (typeof found !== 'number') return false
    if (found === limit) return inclusive
    return operator.startsWith('>') ? found > limit : found < limit
  }, false)
}

function matchAny<Item>(field: SearchField<Item>, test: (found: Scalar) => boolean, negated: boolean): Matcher<Item> {
  return (item) => {
    const found = field.read(item)
    const matches = Array.isArray(found) ? found.some(test) : test(found)
    return matches !== negated
  }
}

function isSame<Item>(field: SearchField<Item>, found: Scalar, wanted: Scalar): boolean {
  // Unassigned is 0 or `null`, in queries and in data.
  if (field.type === 'integer') return (found ?? 0) === (wanted ?? 0)
  if (field.type === 'words') return String(found).toLowerCase() === String(wanted).toLowerCase()
  return found === wanted
}

function hasPart<Item>(
  found: string,
  operator: '~' | '!~' | '^' | '$',
  part: string,
  field: SearchField<Item>,
): boolean {
  if (field.type === 'words') return found === part
  if (operator === '^') return found.startsWith(part)
  if (operator === '$') return found.endsWith(part)
  return found.includes(part)
}

function readScalar<Item>(field: SearchField<Item>, name: string, value: unknown): Scalar {
  if (value === null) return null
  if (field.type === 'any') {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    throw invalid(`The value for ${name} must be a string, a number or a boolean`, 'value')
  }
  if (field.type === 'boolean') {
    if (value === true || value === 'true') return true
    if (value === false || value === 'false') return false
    throw invalid(`The value for ${name} must be true or false`, 'value')
  }
  if (field.type === 'integer' || field.type === 'date' || field.type === 'day') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number === 'number' && Number.isInteger(number)) return number
    const kind = field.type === 'integer' ? 'a whole number' : 'a Unix timestamp in seconds'
    throw invalid(`The value for ${name} must be ${kind}`, 'value')
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw invalid(`The value for ${name} must be a string`, 'value')
}

/** Contact dates match by day in the workspace's time zone. `>` starts with the next day. */
function matchDay<Item>(
  field: SearchField<Item>, name: string, operator: Operator, value: unknown, timeZone: string,
): Matcher<Item> {
  if (operator !== '=' && operator !== '>' && operator !== '<') {
    throw invalid(`${operator} is not supported on the date ${name}`, 'operator')
  }
  const formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const toDay = (seconds: Timestamp) => formatter.format(seconds * 1000)
  const wanted = readScalar(field, name, value)
  if (typeof wanted !== 'number') throw invalid(`The value for ${name} must be a Unix timestamp in seconds`, 'value')
  const limit = toDay(wanted)
  return (item) => {
    const found = field.read(item)
    if (typeof found !== 'number') return false
    const foundDay = toDay(found)
    return operator === '=' ? foundDay === limit : operator === '>' ? foundDay > limit : foundDay < limit
  }
}

/**
 * Parses the `sort` of a search.
 * @param defaultOrder Used if the request has no `sort`.
 * @throws ApiFailure 400 for an unknown field or direction.
 */
export function readSort<Item>(sort: unknown, fields: FieldTable<Item>, defaultOrder: Order<Item>): Order<Item> {
  if (sort === undefined || sort === null) return defaultOrder
  if (!isObject(sort) || typeof sort.field !== 'string') {
    throw invalid('sort must be an object with field and order', 'sort')
  }
  const field = findField(fields, sort.field)
  if (!field) throw invalid(`${sort.field} is not a sortable field`, 'sort')
  if (sort.order !== undefined && sort.order !== 'ascending' && sort.order !== 'descending') {
    throw invalid('order must be ascending or descending', 'sort')
  }
  return {
    descending: sort.order !== 'ascending',
    value: (item) => {
      const found = field.read(item)
      return typeof found === 'string' || typeof found === 'number' ? found : null
    },
  }
}
