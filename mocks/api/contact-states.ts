import { buildAddressableList } from '../data/build-people.ts'
import { toAuthor } from '../data/build-conversations.ts'
import type { Author, Contact } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type Call, type Endpoint, ok, requireString } from './endpoint.ts'
import { invalid } from './errors.ts'
import { findContact } from './find.ts'
import { toContactResponse } from './present.ts'

const toReference = ({ id, external_id }: Contact) => ({ type: 'contact', id, external_id })

function removeFromCompanies(workspace: Workspace, contact: Contact): void {
  const ids = contact.companies.data.map(({ id }) => id)
  for (const company of workspace.companies) if (ids.includes(company.id)) company.user_count -= 1
}

function archive({ workspace, params }: Call) {
  const known = workspace.archived.find(({ id }) => id === params.contact_id)
  const contact = known ?? findContact(workspace, params.contact_id)
  if (!known) workspace.archived.push(contact)
  workspace.contacts = workspace.contacts.filter((one) => one !== contact)
  return ok({ ...toReference(contact), archived: true })
}

function unarchive({ workspace, params }: Call) {
  const archived = workspace.archived.find(({ id }) => id === params.contact_id)
  if (archived) {
    workspace.archived = workspace.archived.filter((one) => one !== archived)
    workspace.contacts.push(archived)
  }
  return ok({ ...toReference(archived ?? findContact(workspace, params.contact_id)), archived: false })
}

function remove(call: Call) {
  const { workspace, params } = call
  const contact = workspace.archived.find(({ id }) => id === params.contact_id) ?? findContact(workspace, params.contact_id)
  removeFromCompanies(workspace, contact)
  workspace.contacts = workspace.contacts.filter((one) => one !== contact)
  workspace.archived = workspace.archived.filter((one) => one !== contact)
  call.emit('contact.deleted', toReference(contact))
  return ok({ ...toReference(contact), deleted: true })
}

/** Moves the conversations, notes, events and companies of a lead to a user. */
function transferHistory(workspace: Workspace, from: Contact, into: Contact): void {
  const author = toAuthor(into)
  const rename = (one: Author) => (one.id === from.id ? author : one)
  for (const conversation of workspace.conversations) {
    const { contacts } = conversation.contacts
    const known = contacts.some(({ id }) => id === into.id)
    conversation.contacts.contacts = contacts
      .filter(({ id }) => id !== from.id || !known)
      .map((one) => (one.id === from.id ? { type: 'contact', id: into.id, external_id: into.external_id } : one))
    conversation.source.author = rename(conversation.source.author)
    for (const part of conversation.conversation_parts.conversation_parts) part.author = rename(part.author)
  }
  for (const note of workspace.notes) if (note.contact.id === from.id) note.contact.id = into.id
  for (const event of workspace.events) {
    if (event.intercom_user_id !== from.id) continue
    Object.assign(event, { intercom_user_id: into.id, user_id: into.external_id, email: into.email })
  }
  removeFromCompanies(workspace, from)
  for (const kind of ['tags', 'notes', 'companies'] as const) {
    const own = into[kind].data.map(({ id }) => id)
    const more = from[kind].data.map(({ id }) => id).filter((id) => !own.includes(id))
    into[kind] = buildAddressableList(into.id, kind, [...own, ...more])
    if (kind === 'companies') {
      for (const company of workspace.companies) if (more.includes(company.id)) company.user_count += 1
    }
  }
}

function merge(call: Call) {
  const { workspace, body, now, version } = call
  const from = findContact(workspace, requireString(body, 'from'))
  const into = findContact(workspace, requireString(body, 'into'))
  if (from.role !== 'lead' || into.role !== 'user') throw invalid('Only a lead can be merged, and only into a user', 'from')
  transferHistory(workspace, from, into)
  workspace.contacts = workspace.contacts.filter((one) => one !== from)
  into.updated_at = now
  call.emit('contact.merged', { ...toContactResponse(into, version), merged_from: toReference(from) })
  return ok(toContactResponse(into, version))
}

/** Endpoints to archive, restore, delete and merge contacts. */
export const contactStateEndpoints: Endpoint[] = [
  { method: 'POST', path: '/contacts/merge', respond: merge },
  { method: 'POST', path: '/contacts/{contact_id}/archive', respond: archive },
  { method: 'POST', path: '/contacts/{contact_id}/unarchive', respond: unarchive },
  { method: 'DELETE', path: '/contacts/{contact_id}', respond: remove },
]
