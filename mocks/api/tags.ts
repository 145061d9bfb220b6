import { buildAddressableList } from '../data/build-people.ts'
import type { AppliedTag, Tag, Timestamp } from '../types.ts'
import { type Call, type Endpoint, ok, readString, requireString } from './endpoint.ts'
import { notFound } from './errors.ts'
import { findActingAdmin, findContact, findConversation, findTag } from './find.ts'
import { toContactResponse, presentListItem } from './present.ts'
import { upsertTag, removeTag, applyTag } from './tag-changes.ts'

const toAppliedTag = (tag: Tag, adminId: string, at: Timestamp): AppliedTag => ({
  ...tag, applied_at: at, applied_by: { type: 'admin', id: adminId },
})

const noConversation = 'Conversation not found'

function updateContactTags(call: Call, ids: (tagIds: string[]) => string[]): void {
  const { workspace, params, version, now } = call
  const contact = findContact(workspace, params.contact_id)
  contact.tags = buildAddressableList(contact.id, 'tags', ids(contact.tags.data.map(({ id }) => id)))
  contact.updated_at = now
  call.emit('contact.user.updated', toContactResponse(contact, version))
}

/** Endpoints for tags. */
export const tagEndpoints: Endpoint[] = [
  { method: 'GET', path: '/tags', respond: ({ workspace }) => ok({ type: 'list', data: workspace.tags }) },
  {
    method: 'GET',
    path: '/tags/{tag_id}',
    respond: ({ workspace, params }) => ok(findTag(workspace, params.tag_id)),
  },
  {
    method: 'POST',
    path: '/tags',
    respond({ workspace, body }) {
      const tag = upsertTag(workspace, requireString(body, 'name'), readString(body, 'id'))
      applyTag(workspace, body, tag)
      return ok(tag)
    },
  },
  {
    method: 'DELETE',
    path: '/tags/{tag_id}',
    respond({ workspace, params }) {
      removeTag(workspace, findTag(workspace, params.tag_id))
      return { status: 200 }
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/tags',
    respond({ workspace, params }) {
      const contact = findContact(workspace, params.contact_id)
      const tags = contact.tags.data.map(({ id }) => findTag(workspace, id))
      return ok({ type: 'list', data: tags.map((tag) => toAppliedTag(tag, workspace.viewer_id, contact.updated_at)) })
    },
  },
  {
    method: 'POST',
    path: '/contacts/{contact_id}/tags',
    respond(call) {
      findContact(call.workspace, call.params.contact_id)
      const tag = findTag(call.workspace, requireString(call.body, 'id'))
      updateContactTags(call, (ids) => [...ids.filter((id) => id !== tag.id), tag.id])
      return ok(toAppliedTag(tag, call.workspace.viewer_id, call.now))
    },
  },
  {
    method: 'DELETE',
    path: '/contacts/{contact_id}/tags/{tag_id}',
    respond(call) {
      findContact(call.workspace, call.params.contact_id)
      const tag = findTag(call.workspace, call.params.tag_id)
      updateContactTags(call, (ids) => ids.filter((id) => id !== tag.id))
      return ok(toAppliedTag(tag, call.workspace.viewer_id, call.now))
    },
  },
  {
    method: 'POST',
    path: '/conversations/{conversation_id}/tags',
    respond({ workspace, params, body, now, version, emit }) {
      const conversation = findConversation(workspace, params.conversation_id, noConversation)
      const admin = findActingAdmin(workspace, body)
      const tag = toAppliedTag(findTag(workspace, requireString(body, 'id')), admin.id, now)
      const { tags } = conversation.tags
      if (!tags.some(({ id }) => id === tag.id)) tags.push(tag)
      conversation.updated_at = now
      emit('conversation_part.tag.created', presentListItem(conversation, { version }))
      return ok(tag)
    },
  },
  {
    method: 'DELETE',
    path: '/conversations/{conversation_id}/tags/{tag_id}',
    respond({ workspace, params, body, now }) {
      const conversation = findConversation(workspace, params.conversation_id, noConversation)
      findActingAdmin(workspace, body)
      const tag = conversation.tags.tags.find(({ id }) => id === params.tag_id)
      if (!tag) throw notFound('Tag not found', 'tag_not_found')
      conversation.tags.tags = conversation.tags.tags.filter(({ id }) => id !== tag.id)
      conversation.updated_at = now
      return ok(tag)
    },
  },
]
