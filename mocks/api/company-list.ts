import { buildAddressableList } from '../data/build-people.ts'
import type { AttributeValue, Company } from '../types.ts'
import { nextId } from '../workspace.ts'
import { type Call, type Endpoint, isObject, ok, readString, readTimestamp } from './endpoint.ts'
import { ApiFailure, invalid, notFound } from './errors.ts'
import { findCompany } from './companies.ts'
import { type Order, pageSizes, paginate } from './paging.ts'
import { toContactResponse } from './present.ts'

const newestFirst: Order<Company> = { value: ({ created_at }) => created_at, descending: true }

const LIST_PAGE = { default: 15, max: 60 }
const SCROLL_PAGE = { default: 100, max: 100 }

function readNumber(body: Record<string, unknown>, field: string): number | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(`${field} must be a whole number`, field)
  return value
}

/** Omits fields that the body does not name. */
function readFields(body: Record<string, unknown>): Partial<Company> {
  const fields: Partial<Company> = {}
  for (const name of ['name', 'website', 'industry'] as const) {
    const value = readString(body, name)
    if (value !== undefined) fields[name] = value
  }
  for (const name of ['size', 'monthly_spend'] as const) {
    const value = readNumber(body, name)
    if (value !== undefined) fields[name] = value
  }
  const plan = readString(body, 'plan')
  if (plan !== undefined) fields.plan = { type: 'plan', id: plan, name: plan }
  const remote = readTimestamp(body, 'remote_created_at')
  if (remote !== undefined) fields.remote_created_at = remote
  return fields
}

function updateFields({ body, now }: Call, company: Company): Company {
  const attributes = body.custom_attributes ?? {}
  if (!isObject(attributes)) throw invalid('custom_attributes must be an object', 'custom_attributes')
  Object.assign(company, readFields(body), { updated_at: now })
  Object.assign(company.custom_attributes, attributes as Record<string, AttributeValue>)
  return company
}

function createOrUpdate(call: Call) {
  const { workspace, body, now } = call
  const company_id = readString(body, 'company_id')
  if (!company_id) throw new ApiFailure(400, 'bad_request', 'bad company_id parameter')
  const known = workspace.companies.find((one) => one.company_id === company_id)
  if (known) return ok(updateFields(call, known))
  const company: Company = {
    type: 'company',
    id: nextId(workspace, 'company'),
    company_id,
    app_id: workspace.app.id_code,
    name: '',
    plan: {},
    remote_created_at: now,
    created_at: now,
    updated_at: now,
    monthly_spend: 0,
    session_count: 0,
    user_count: 0,
    custom_attributes: {},
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
  }
  updateFields(call, company)
  workspace.companies.push(company)
  call.emit('company.created', company)
  return ok(company)
}

/** Pages have numbers instead of cursors. */
function list({ query }: Call, companies: Company[]) {
  const request = { per_page: query.get('per_page'), page: query.get('page') }
  const order = { ...newestFirst, descending: query.get('order') !== 'asc' }
  const { items, total_count, pages } = paginate(companies, order, request, LIST_PAGE)
  return ok({ type: 'list', data: items, total_count, pages: { ...pages, next: null } })
}

function find(call: Call) {
  const { workspace, query } = call
  const [name, id, tag] = ['name', 'company_id', 'tag_id'].map((field) => query.get(field))
  if (query.has('segment_id')) throw invalid('The mocked Intercom has no segments of companies', 'segment_id')
  if (name || id) {
    const company = workspace.companies.find((one) => (id ? one.company_id === id : one.name === name))
    if (!company) throw notFound('Company Not Found', 'company_not_found')
    return ok(company)
  }
  return list(call, workspace.companies.filter((one) => !tag || one.tags.tags.some((own) => own.id === tag)))
}

/** Returns one page after another. The last page is empty and has no `scroll_param`. */
function scroll({ workspace, query }: Call) {
  const request = { starting_after: query.get('scroll_param') }
  const isOver = request.starting_after === 'over'
  const { items, pages } = isOver ? { items: [], pages: null } : paginate(workspace.companies, newestFirst, request, SCROLL_PAGE)
  const next = isOver ? undefined : (pages?.next?.starting_after ?? 'over')
  return ok({ type: 'list', data: items, pages: null, total_count: null, ...(next && { scroll_param: next }) })
}

function remove({ workspace, params }: Call) {
  const company = findCompany(workspace, params.company_id)
  workspace.companies = workspace.companies.filter((one) => one !== company)
  for (const contact of [...workspace.contacts, ...workspace.archived]) {
    const ids = contact.companies.data.map(({ id }) => id).filter((id) => id !== company.id)
    contact.companies = buildAddressableList(contact.id, 'companies', ids)
  }
  return ok({ id: company.id, object: 'company', deleted: true })
}

function listContacts({ workspace, params, query, version }: Call) {
  const company = findCompany(workspace, params.company_id)
  const contacts = workspace.contacts.filter(({ companies }) => companies.data.some(({ id }) => id === company.id))
  const order = { value: ({ created_at }: { created_at: number }) => created_at, descending: true }
  const { items, ...page } = paginate(contacts, order, Object.fromEntries(query), pageSizes.contacts)
  return ok({ type: 'list', data: items.map((one) => toContactResponse(one, version)), ...page })
}

/** Endpoints to list, find, create, update and delete companies. */
export const companyListEndpoints: Endpoint[] = [
  { method: 'GET', path: '/companies', respond: find },
  { method: 'POST', path: '/companies', respond: createOrUpdate },
  { method: 'POST', path: '/companies/list', respond: (call) => list(call, call.workspace.companies) },
  { method: 'GET', path: '/companies/scroll', respond: scroll },
  {
    method: 'PUT',
    path: '/companies/{company_id}',
    respond: (call) => ok(updateFields(call, findCompany(call.workspace, call.params.company_id))),
  },
  { method: 'DELETE', path: '/companies/{company_id}', respond: remove },
  { method: 'GET', path: '/companies/{company_id}/contacts', respond: listContacts },
]
