import { startConversation } from '../changes.ts'
import { toAuthor, toContactReference } from '../data/build-conversations.ts'
import { addContact } from '../data/build-people.ts'
import type { Contact } from '../types.ts'
import { nextId } from '../workspace.ts'
import { createConversation } from './conversations.ts'
import { type ApiResponse, type Call, type Endpoint, isObject, ok, readString, readTimestamp, requireString } from './endpoint.ts'
import { ApiFailure, invalid } from './errors.ts'
import { findActingAdmin, findActingContact, findContact } from './find.ts'
import { cleanBody } from './html.ts'
import { isSince, presentConversation, toContactResponse } from './present.ts'

type MessageKind = 'inapp' | 'email' | 'sms' | 'whatsapp'

function readKind({ body, version }: Call): MessageKind {
  const kind = readString(body, 'message_type') ?? ''
  if (['in_app', 'inapp', 'conversation'].includes(kind)) return 'inapp'
  if (kind === 'email') return kind
  if (kind === 'whatsapp' && isSince(version, '2.16')) return kind
  if (kind === 'sms' && isSince(version, 'Preview')) return kind
  throw invalid(`message_type ${kind} is not supported`, 'message_type')
}

/** Finds the contact with a phone number, or adds a lead. */
function findByPhone(call: Call, to: Record<string, unknown>): Contact {
  const { workspace, now } = call
  const phone = requireString(to, 'phone')
  if (!/^\+\d{7,15}$/.test(phone)) throw invalid('to.phone must be a phone number, such as +5547999998888', 'to')
  const known = workspace.contacts.find((contact) => contact.phone === phone)
  if (known) return known
  const name = readString(to, 'name') ?? null
  const lead = addContact(workspace, {
    role: 'lead', external_id: null, email: null, name, phone, created_at: now, updated_at: now, signed_up_at: null, last_seen_at: null,
  })
  call.emit('contact.lead.created', toContactResponse(lead, call.version))
  return lead
}

function findRecipient(call: Call, to: unknown): Contact {
  if (!isObject(to)) throw invalid('A recipient must be a contact, with type and id', 'to')
  if (to.phone !== undefined) return findByPhone(call, to)
  if (!['user', 'lead', 'contact'].includes(requireString(to, 'type'))) throw invalid('to.type must be user or lead', 'to')
  if (to.id === undefined && to.user_id !== undefined) return findActingContact(call.workspace, { user_id: to.user_id })
  return findContact(call.workspace, requireString(to, 'id'))
}

/** Finds the contacts of `to`, `cc` and `bcc`, each once. */
function findRecipients(call: Call): [Contact, ...Contact[]] {
  const { to, cc = [], bcc = [] } = call.body
  const [first, ...more] = new Set([to, cc, bcc].flat().map((recipient) => findRecipient(call, recipient)))
  if (!first || (Array.isArray(to) && to.length === 0)) throw invalid('to must name at least one contact', 'to')
  return [first, ...more]
}

/** Returns the texts of a WhatsApp template. The mock doesn't have the template itself. */
function readComponents(body: Record<string, unknown>): string {
  requireString(body, 'template')
  if (!Array.isArray(body.components)) throw invalid('components must be an array', 'components')
  const parameters = body.components.flatMap((component) => (isObject(component) && Array.isArray(component.parameters) ? component.parameters : []))
  return parameters.map((parameter) => (isObject(parameter) ? (readString(parameter, 'text') ?? '') : '')).join(' ')
}

/** Reads the text and the subject, with the rules of each kind. */
function readContent(kind: MessageKind, body: Record<string, unknown>): { text: string; subject: string } {
  const subject = readString(body, 'subject') ?? ''
  if (kind === 'whatsapp') return { text: readComponents(body), subject }
  const text = readString(body, 'body') ?? ''
  if (text.trim() === '') throw invalid('Body is required', 'body')
  if (kind === 'sms' && /https?:\/\//i.test(text)) throw invalid('Invalid SMS message body', 'body')
  if (kind === 'email' && !subject) throw new ApiFailure(422, 'parameter_not_found', 'No subject supplied for email message')
  return { text, subject }
}

/** For a message of an admin, creates a conversation only on request. Intercom otherwise creates it when a contact replies. */
function send(call: Call): ApiResponse {
  const { workspace, body, now } = call
  if (!isObject(body.from)) throw invalid('from must be an object with type and id', 'from')
  if (body.from.type !== 'admin') return createConversation(call)
  const kind = readKind(call)
  const { text, subject } = readContent(kind, body)
  const author = toAuthor(findActingAdmin(workspace, { admin_id: body.from.id }))
  const [contact, ...more] = findRecipients(call)
  const created_at = readTimestamp(body, 'created_at') ?? now
  const message = { type: 'admin_message', created_at, subject, body: cleanBody(text), message_type: kind }
  if (body.create_conversation_without_contact_reply !== true) {
    return ok({ ...message, id: nextId(workspace, 'source') })
  }
  const source = { type: kind === 'inapp' ? 'conversation' : kind, subject, url: null } as const
  const conversation = startConversation(workspace, { contact, author, at: created_at, body: message.body, source })
  conversation.contacts.contacts.push(...more.map(toContactReference))
  call.emit('conversation.admin.single.created', presentConversation(conversation, call))
  return ok({ ...message, id: conversation.source.id, conversation_id: conversation.id })
}

/** Endpoints for messages that start a conversation. */
export const messageEndpoints: Endpoint[] = [{ method: 'POST', path: '/messages', respond: send }]
