import { addressableList } from '../data/build-people.ts'
import { nextId } from '../workspace.ts'
import type { ContactNote } from '../types.ts'
import { type Endpoint, ok, readString, requireString } from './endpoint.ts'
import { notFound } from './errors.ts'
import { actingAdmin, findContact } from './find.ts'
import { cleanBody } from './html.ts'
import { pageSizes, paginate } from './paging.ts'
import { presentNote } from './present.ts'

/** The notes that teammates keep on a contact, newest first. */
export const noteEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/notes/{note_id}',
    answer({ workspace, params, version }) {
      const note = workspace.notes.find(({ id }) => id === params.note_id)
      if (!note) throw notFound()
      return ok(presentNote(note, version))
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/notes',
    answer({ workspace, params, query, version }) {
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
    answer({ workspace, params, body, now, version }) {
      const contact = findContact(workspace, params.contact_id)
      const text = requireString(body, 'body')
      const adminId = readString(body, 'admin_id') ?? workspace.viewer_id
      const note: ContactNote = {
        type: 'note',
        id: nextId(workspace, 'note'),
        created_at: now,
        contact: { type: 'contact', id: contact.id },
        author: actingAdmin(workspace, { admin_id: adminId }),
        body: cleanBody(text),
      }
      workspace.notes.push(note)
      const ids = contact.notes.data.map(({ id }) => id)
      contact.notes = addressableList(contact.id, 'notes', [...ids, note.id])
      return ok(presentNote(note, version))
    },
  },
]
