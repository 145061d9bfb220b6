import { startConversation } from '../changes.ts'
import { toAuthor } from '../data/build-conversations.ts'
import type { Contact } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { type Call, type Endpoint, isObject, ok, readString, readTimestamp, requireString } from './endpoint.ts'
import { ApiFailure, invalid } from './errors.ts'
import { findActingAdmin, findContact } from './find.ts'
import { cleanBody } from './html.ts'
import { presentConversation } from './present.ts'

function findRecipient(workspace: Workspace, to: unknown): Contact {
  const one: unknown = Array.isArray(to) && to.length === 1 ? to[0] : to
  if (!isObject(one)) throw invalid('to must be one contact, with type and id', 'to')
  if (!['user', 'lead', 'contact'].includes(requireString(one, 'type'))) throw invalid('to.type must be user or lead', 'to')
  return findContact(workspace, requireString(one, 'id'))
}

function readKind(body: Record<string, unknown>): 'inapp' | 'email' {
  const kind = readString(body, 'message_type')
  if (kind === 'email') return 'email'
  if (kind === 'in_app' || kind === 'inapp') return 'inapp'
  throw invalid('message_type must be in_app or email', 'message_type')
}

/** Creates a conversation only on request. Intercom otherwise creates it when the contact replies. */
function send(call: Call) {
  const { workspace, body, now } = call
  const kind = readKind(body)
  const text = readString(body, 'body') ?? ''
  if (text.trim() === '') throw invalid('Body is required', 'body')
  const subject = readString(body, 'subject')
  if (kind === 'email' && !subject) throw new ApiFailure(422, 'parameter_not_found', 'No subject supplied for email message')
  if (!isObject(body.from)) throw invalid('from must be an admin, with type and id', 'from')
  const author = toAuthor(findActingAdmin(workspace, { admin_id: body.from.id }))
  const contact = findRecipient(workspace, body.to)
  const created_at = readTimestamp(body, 'created_at') ?? now
  const message = { type: 'admin_message', created_at, subject: subject ?? '', body: cleanBody(text), message_type: kind }
  if (body.create_conversation_without_contact_reply !== true) {
    return ok({ ...message, id: nextId(workspace, 'source') })
  }
  const source = { type: kind === 'email' ? 'email' : 'conversation', subject: message.subject, url: null } as const
  const conversation = startConversation(workspace, { contact, author, at: created_at, body: message.body, source })
  call.emit('conversation.admin.single.created', presentConversation(conversation, call))
  return ok({ ...message, id: conversation.source.id, conversation_id: conversation.id })
}

/** Endpoints for messages that admins start. */
export const messageEndpoints: Endpoint[] = [{ method: 'POST', path: '/messages', respond: send }]
