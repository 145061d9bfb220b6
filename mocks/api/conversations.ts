import { startConversation } from '../changes.ts'
import type { Conversation, ConversationAttribute } from '../types.ts'
import { readAttachments } from './attachments.ts'
import { readAttributes } from './attributes.ts'
import {
  type ApiResponse, type Call, type Endpoint, isObject, ok, readString, readTimestamp, requireString,
} from './endpoint.ts'
import { ApiFailure, invalid, notFound } from './errors.ts'
import { findActingAdmin, findActingContact, findContact, findConversation } from './find.ts'
import { textToHtml } from './html.ts'
import { type Order, type PageRequest, pageSizes, paginate } from './paging.ts'
import { isSince, presentConversation, presentListItem } from './present.ts'
import { readQuery, readSort } from './search.ts'
import { conversationFields } from './search-fields.ts'

const newestFirst: Order<Conversation> = { value: ({ updated_at }) => updated_at, descending: true }

function readCursor(query: URLSearchParams): PageRequest {
  return { per_page: query.get('per_page'), starting_after: query.get('starting_after') }
}

function list({ version }: Call, conversations: Conversation[], order: Order<Conversation>, request: PageRequest) {
  const { items, ...page } = paginate(conversations, order, request, pageSizes.conversations)
  return ok({
    type: 'conversation.list',
    conversations: items.map((conversation) => presentListItem(conversation, { version })),
    ...page,
  })
}

/** Returns a conversation with its parts, as text if the query has `display_as=plaintext`. */
export function toConversationResponse(call: Call, conversation: Conversation): ApiResponse {
  const plaintext = call.query.get('display_as') === 'plaintext'
  return ok(presentConversation(conversation, { version: call.version, plaintext }))
}

/** Starts a conversation with a message of a contact. */
export function createConversation(call: Call): ApiResponse {
  const { workspace, body, now } = call
  const { from } = body
  if (!isObject(from)) throw invalid('from must be an object with type and id', 'from')
  if (!['user', 'lead', 'contact'].includes(requireString(from, 'type'))) {
    throw invalid('from.type must be user, lead or contact', 'from')
  }
  const id = requireString(from, 'id')
  const contact = workspace.contacts.find((one) => one.external_id === id) ?? findContact(workspace, id)
  const at = readTimestamp(body, 'created_at') ?? now
  const conversation = startConversation(workspace, {
    contact,
    at,
    body: textToHtml(requireString(body, 'body')),
    source: { subject: readString(body, 'subject') ?? '', url: null, attachments: readAttachments(workspace, body) },
  })
  call.emit('conversation.user.created', presentConversation(conversation, call))
  return ok({
    type: 'user_message',
    id: conversation.source.id,
    created_at: at,
    subject: conversation.source.subject,
    body: requireString(body, 'body'),
    message_type: 'inapp',
    conversation_id: conversation.id,
  })
}

function update(call: Call): ApiResponse {
  const { workspace, params, body, now } = call
  const conversation = findConversation(workspace, params.conversation_id)
  if (body.read !== undefined && typeof body.read !== 'boolean') throw invalid('read must be true or false', 'read')
  const attributes = readAttributes(body)
  const title = readString(body, 'title')
  if (title !== undefined) conversation.title = title
  Object.assign(conversation.custom_attributes, attributes)
  // No stable version can write the priority.
  if (isSince(call.version, 'Preview') && body.priority !== undefined) {
    conversation.priority = body.priority === 'none' ? 'not_priority' : 'priority'
  }
  conversation.updated_at = now
  if (body.read === true && !conversation.read) call.emit('conversation.read', presentConversation(conversation, call))
  conversation.read = body.read ?? conversation.read
  return toConversationResponse(call, conversation)
}

function attach(call: Call): ApiResponse {
  const { workspace, params, body, now } = call
  const conversation = findConversation(workspace, params.conversation_id)
  findActingAdmin(workspace, body)
  if (!isObject(body.customer)) throw invalid('customer must be an object', 'customer')
  const contact = findActingContact(workspace, body.customer)
  const { contacts } = conversation.contacts
  if (!contacts.some(({ id }) => id === contact.id)) {
    contacts.push({ type: 'contact', id: contact.id, external_id: contact.external_id })
    conversation.updated_at = now
    call.emit('conversation.contact.attached', presentConversation(conversation, call))
  }
  return toCustomersResponse(call, conversation)
}

function toCustomersResponse({ workspace }: Call, conversation: Conversation): ApiResponse {
  const getRole = (id: string) => workspace.contacts.find((one) => one.id === id)?.role ?? 'user'
  return ok({ customers: conversation.contacts.contacts.map(({ id }) => ({ type: getRole(id), id })) })
}

function detach(call: Call): ApiResponse {
  const { workspace, params, body, now } = call
  const conversation = findConversation(workspace, params.conversation_id)
  findActingAdmin(workspace, body)
  const { contacts } = conversation.contacts
  const others = contacts.filter(({ id }) => id !== params.contact_id)
  if (others.length === contacts.length) throw notFound()
  if (others.length === 0) throw new ApiFailure(422, 'parameter_invalid', 'Removing the last customer is not allowed')
  conversation.contacts.contacts = others
  conversation.updated_at = now
  call.emit('conversation.contact.detached', presentConversation(conversation, call))
  return toCustomersResponse(call, conversation)
}

const redactedBody = '<p><i>This message was deleted</i></p>'

/** Removes the body and files of the opening message or of a part. */
function redact(call: Call): ApiResponse {
  const { workspace, body, now } = call
  const conversation = findConversation(workspace, requireString(body, 'conversation_id'))
  const id = requireString(body, body.type === 'source' ? 'source_id' : 'conversation_part_id')
  const { source, conversation_parts } = conversation
  const message = [source, ...conversation_parts.conversation_parts].find((one) => one.id === id)
  if (!message) {
    throw notFound('Conversation part or message not found', 'conversation_part_or_message_not_found')
  }
  Object.assign(message, { body: redactedBody, attachments: [], redacted: true })
  conversation.updated_at = now
  call.emit('conversation_part.redacted', presentConversation(conversation, call))
  return toConversationResponse(call, conversation)
}

/** Endpoints for conversations, without replies and state changes. */
export const conversationEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/conversations',
    respond: (call) => list(call, call.workspace.conversations, newestFirst, readCursor(call.query)),
  },
  { method: 'POST', path: '/conversations', respond: createConversation },
  {
    method: 'POST',
    path: '/conversations/search',
    respond(call) {
      const { workspace, body } = call
      const matches = readQuery(body.query, conversationFields, workspace.app.timezone)
      const order = readSort(body.sort, conversationFields, newestFirst)
      const request = isObject(body.pagination) ? { ...body.pagination, page: undefined } : {}
      return list(call, workspace.conversations.filter(matches), order, request)
    },
  },
  {
    method: 'GET',
    path: '/conversations/attributes',
    since: '2.16',
    respond({ workspace, query }) {
      const isWanted = ({ archived }: ConversationAttribute) => !archived || query.get('include_archived') === 'true'
      return ok({ type: 'list', data: workspace.conversation_attributes.filter(isWanted) })
    },
  },
  {
    method: 'GET',
    path: '/conversations/{conversation_id}',
    respond: (call) => toConversationResponse(call, findConversation(call.workspace, call.params.conversation_id)),
  },
  { method: 'PUT', path: '/conversations/{conversation_id}', respond: update },
  {
    method: 'DELETE',
    path: '/conversations/{conversation_id}',
    since: '2.13',
    respond({ workspace, params, emit }) {
      const conversation = findConversation(workspace, params.conversation_id)
      workspace.conversations = workspace.conversations.filter((one) => one !== conversation)
      const deleted = { id: conversation.id, object: 'conversation', deleted: true }
      emit('conversation.deleted', { type: 'conversation', conversation_id: conversation.id })
      return ok(deleted)
    },
  },
  { method: 'POST', path: '/conversations/{conversation_id}/customers', respond: attach },
  { method: 'DELETE', path: '/conversations/{conversation_id}/customers/{contact_id}', respond: detach },
  { method: 'POST', path: '/conversations/redact', respond: redact },
]
