import { buildAddressableList } from '../data/build-people.ts'
import { nextId } from '../workspace.ts'
import type { ContactNote } from '../types.ts'
import { type Endpoint, ok, readString, requireString } from './endpoint.ts'
import { notFound } from './errors.ts'
import { findActingAdmin, findContact } from './find.ts'
import { cleanBody } from './html.ts'
import { pageSizes, paginate } from './paging.ts'
import { presentNote } from './present.ts'

/** Endpoints for notes on contacts. */
export const noteEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/notes/{note_id}',
    respond({ workspace, params, version }) {
      const note = workspace.notes.find(({ id }) => id === params.note_id)
      if (!note) throw notFound()
      return ok(presentNote(note, version))
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/notes',
    respond({ workspace, params, query, version }) {
      const contact = findContact(workspace, params.contact_id)
      const notes = workspace.notes.filter((note) => note.contact.id === contact.id)
      const order = { value: (note: ContactNote) => note.created_at, descending: true }
      const { items, ...page } = paginate(notes, order, Object.fromEntries(query), pageSizes.notes)
      return ok({ type: 'list', data: items.map((note) => presentNote(note, version)), ...page })
    },
  },
  {
    method: 'POST',
    path: '/contacts/{contact_id}/notes',
    respond({ workspace, params, body, now, version }) {
      const contact = findContact(workspace, params.contact_id)
      const text = requireString(body, 'body')
      const adminId = readString(body, 'admin_id') ?? workspace.viewer_id
      const note: ContactNote = {
        type: 'note',
        id: nextId(workspace, 'note'),
        created_at: now,
        contact: { type: 'contact', id: contact.id },
        author: findActingAdmin(workspace, { admin_id: adminId }),
        body: cleanBody(text),
      }
      workspace.notes.push(note)
      const ids = contact.notes.data.map(({ id }) => id)
      contact.notes = buildAddressableList(contact.id, 'notes', [...ids, note.id])
      return ok(presentNote(note, version))
    },
  },
]
