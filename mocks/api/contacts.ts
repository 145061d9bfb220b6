import { buildContact } from '../data/build-people.ts'
import type { Contact } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { readAttributes } from './attributes.ts'
import { type Call, type Endpoint, isObject, ok, readString, readTimestamp } from './endpoint.ts'
import { ApiFailure, invalid, notFound } from './errors.ts'
import { findContact } from './find.ts'
import { type Order, type PageRequest, pageSizes, paginate } from './paging.ts'
import { toContactResponse } from './present.ts'
import { readQuery, readSort } from './search.ts'
import { contactFields } from './search-fields.ts'

const newestFirst: Order<Contact> = { value: ({ created_at }) => created_at, descending: true }

function list({ version }: Call, contacts: Contact[], order: Order<Contact>, request: PageRequest) {
  const { items, ...page } = paginate(contacts, order, request, pageSizes.contacts)
  return ok({ type: 'list', data: items.map((contact) => toContactResponse(contact, version)), ...page })
}

function readEmail(body: Record<string, unknown>): string | undefined {
  const email = readString(body, 'email')?.trim().toLowerCase()
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw invalid(`Invalid email address: ${email}`, 'email')
  }
  return email
}

function readRole(body: Record<string, unknown>): Contact['role'] | undefined {
  const role = readString(body, 'role')
  if (role === undefined || role === 'user' || role === 'lead') return role
  throw invalid('role must be user or lead', 'role')
}

function readFields(body: Record<string, unknown>): Partial<Contact> {
  const fields: Partial<Contact> = {}
  const email = readEmail(body)
  if (email !== undefined) Object.assign(fields, { email, email_domain: email.split('@')[1] })
  const role = readRole(body)
  if (role !== undefined) fields.role = role
  const externalId = readString(body, 'external_id')
  if (externalId !== undefined) fields.external_id = externalId
  for (const name of ['name', 'phone'] as const) {
    if (body[name] !== undefined) fields[name] = readString(body, name) ?? null
  }
  const avatar = readString(body, 'avatar')
  if (avatar !== undefined) fields.avatar = { type: 'avatar', image_url: avatar }
  for (const name of ['signed_up_at', 'last_seen_at'] as const) {
    if (body[name] !== undefined) fields[name] = readTimestamp(body, name) ?? null
  }
  if (body.owner_id !== undefined) fields.owner_id = body.owner_id === null ? null : Number(body.owner_id)
  if (typeof body.unsubscribed_from_emails === 'boolean') {
    fields.unsubscribed_from_emails = body.unsubscribed_from_emails
  }
  return fields
}

/** @throws ApiFailure 409 if another contact has the external id, or another user has the email address. */
function rejectDuplicate(workspace: Workspace, fields: Partial<Contact>, self?: Contact): void {
  const isSame = (other: Contact) => other !== self && (
    (fields.external_id != null && other.external_id === fields.external_id) ||
    (fields.email != null && other.role === 'user' && other.email?.toLowerCase() === fields.email)
  )
  const taken = workspace.contacts.find(isSame)
  if (taken) throw new ApiFailure(409, 'conflict', `A contact matching those details already exists with id=${taken.id}`)
  const archived = workspace.archived.find(isSame)
  if (!archived) return
  throw new ApiFailure(409, 'conflict', `An archived contact matching those details already exists with id=${archived.id}`)
}

function create(call: Call) {
  const { workspace, body, now, version } = call
  const fields = readFields(body)
  if (fields.email === undefined && fields.external_id === undefined && fields.role === undefined) {
    throw invalid('One of email, external_id and role is required', 'email')
  }
  const role = fields.role ?? 'user'
  if (role === 'user' || fields.external_id !== undefined) rejectDuplicate(workspace, fields)
  const contact = buildContact({
    id: nextId(workspace, 'contact'),
    workspace_id: workspace.app.id_code,
    external_id: null,
    name: null,
    email: null,
    created_at: now,
    updated_at: now,
    signed_up_at: null,
    last_seen_at: null,
    browser: null,
    browser_version: null,
    browser_language: null,
    os: null,
    location: { country: null, region: null, city: null, country_code: null, continent_code: null },
    ...fields,
    role,
    custom_attributes: readAttributes(body),
  })
  workspace.contacts.push(contact)
  call.emit(role === 'user' ? 'contact.user.created' : 'contact.lead.created', toContactResponse(contact, version))
  return ok(toContactResponse(contact, version))
}

function update(call: Call) {
  const { workspace, params, body, now, version } = call
  const contact = findContact(workspace, params.contact_id)
  const fields = readFields(body)
  rejectDuplicate(workspace, fields, contact)
  const attributes = { ...contact.custom_attributes, ...readAttributes(body) }
  Object.assign(contact, fields, { custom_attributes: attributes, updated_at: now })
  call.emit('contact.user.updated', toContactResponse(contact, version))
  return ok(toContactResponse(contact, version))
}

/** Endpoints for users and leads. */
export const contactEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/contacts',
    respond: (call) => list(call, call.workspace.contacts, newestFirst, Object.fromEntries(call.query)),
  },
  { method: 'POST', path: '/contacts', respond: create },
  {
    method: 'POST',
    path: '/contacts/search',
    respond(call) {
      const { workspace, body } = call
      const matches = readQuery(body.query, contactFields, workspace.app.timezone)
      const order = readSort(body.sort, contactFields, newestFirst)
      const request = isObject(body.pagination) ? { ...body.pagination, page: undefined } : {}
      return list(call, workspace.contacts.filter(matches), order, request)
    },
  },
  {
    method: 'GET',
    path: '/contacts/find_by_external_id/{external_id}',
    since: '2.13',
    respond({ workspace, params, version }) {
      const contact = workspace.contacts.find(({ external_id }) => external_id === params.external_id)
      if (!contact) throw notFound('User Not Found')
      return ok(toContactResponse(contact, version))
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}',
    respond: ({ workspace, params, version }) => ok(toContactResponse(findContact(workspace, params.contact_id), version)),
  },
  { method: 'PUT', path: '/contacts/{contact_id}', respond: update },
]
