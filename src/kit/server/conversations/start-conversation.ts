import type { Conversation, NewConversation, NewConversationBody, NewMessage, NewMessageBody } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import { normalizeMessageText, toMessageHtml } from '../../shared/message-html.ts'
import { ApiError } from '../http/errors.ts'
import type { Principal, Visitor } from '../http/principals.ts'
import {
  type IntercomContact, type IntercomConversation, intercomContactSchema, intercomConversationSchema, intercomMessageSchema,
} from '../intercom/intercom-schemas.ts'
import { normalizeConversation } from '../intercom/normalize-conversation.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import { sleep } from '../intercom/retry.ts'
import { notifyChange } from '../live/live-changes.ts'
import { describe, log } from '../log.ts'
import { findOrCreateOwnContact } from '../people/upsert-contact.ts'
import { limitToCustomer } from './conversations.ts'
import { isForCustomer, redactConversation } from './redact-for-customer.ts'

type Customer = Extract<Principal, { kind: 'customer' }>
type Agent = Extract<Principal, { kind: 'agent' }>

/** Limits of the conversations that customers begin. */
export interface NewConversationOptions {
  /**
   * Names of the conversation attributes that customers may set. Create them in Intercom first. Your team can't trust
   * their values, because the browser sends them.
   *
   * @default none
   */
  attributes?: readonly string[]
  /**
   * Lets visitors who aren't signed in begin conversations, with an email address that is not verified. Called with what the
   * visitor sent: check `captcha` here, and return `false` to refuse.
   *
   * @default visitors get 401
   */
  verifyVisitor?: (visitor: { email: string; captcha: string | undefined; headers: Headers }) => Promise<boolean> | boolean
}

function refuseFields(message: string, fields: Record<string, string>): ApiError {
  return new ApiError('forbidden', { message, fields })
}

function checkAttributes({ custom_attributes: given = {} }: NewConversationBody, allowed: readonly string[] = []): void {
  const refused = Object.keys(given).filter((name) => !allowed.includes(name)).slice(0, 20)
  if (refused.length === 0) return
  throw refuseFields(
    'Customers may not set these attributes. Allow them with newConversations.attributes of createIntercomRoutes().',
    Object.fromEntries(refused.map((name) => [`custom_attributes.${name.slice(0, 40)}`, 'is not allowed'])),
  )
}

/** Creates a lead. Never an existing contact with this address, because the visitor may not be that person. */
async function createVisitor(
  intercom: IntercomClient,
  { email, captcha }: NewConversationBody,
  verify: NewConversationOptions['verifyVisitor'],
  headers: Headers,
): Promise<IntercomContact> {
  if (!email) throw new ApiError('invalid_request', { message: 'Send an email address for the reply.', fields: { email: 'is needed' } })
  if (!(await verify?.({ email, captcha, headers }))) {
    throw refuseFields('The check against abuse failed. Try again.', { captcha: 'was not accepted' })
  }
  return intercom.send('POST', ['contacts'], { role: 'lead', email }, intercomContactSchema)
}

/** Milliseconds before each repetition. A new conversation may not be there at once. */
const UNTIL_READY = [250, 750]

async function whenReady<T>(run: () => Promise<T>): Promise<T> {
  for (const milliseconds of UNTIL_READY) {
    try {
      return await run()
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.code !== 'not_found') throw thrown
      await sleep(milliseconds, new AbortController().signal)
    }
  }
  return run()
}

function getFrom({ id, role }: IntercomContact) {
  return { type: role === 'lead' ? 'lead' : 'user', id }
}

/** Runs what follows the message. A failure is reported with the result, because the message is sent and must not be repeated. */
async function complete(intercom: IntercomClient, id: string, contact: IntercomContact, body: NewConversationBody) {
  const { custom_attributes, attachment_files } = body
  const incomplete: NewConversation['incomplete'] = []
  let latest: IntercomConversation | null = null
  async function attempt(what: NewConversation['incomplete'][number] | 'conversation', run: () => Promise<IntercomConversation>) {
    const start = performance.now()
    try {
      latest = await whenReady(run)
    } catch (thrown) {
      const { status, code, reason } = thrown instanceof ApiError ? thrown : new ApiError('internal', { reason: describe(thrown) })
      const entry = { request_id: crypto.randomUUID(), method: 'POST', route: `new conversation: ${what}` }
      log({ ...entry, status, duration: Math.round(performance.now() - start), code, reason })
      if (what !== 'conversation') incomplete.push(what)
    }
  }
  // Intercom accepts neither of them with the first message.
  if (Object.keys(custom_attributes ?? {}).length > 0) {
    await attempt('attributes', () => intercom.send('PUT', ['conversations', id], { custom_attributes }, intercomConversationSchema))
  }
  if (attachment_files?.length) {
    const reply = { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: '', attachment_files }
    await attempt('files', () => intercom.send('POST', ['conversations', id, 'reply'], reply, intercomConversationSchema))
  }
  if (!latest) await attempt('conversation', () => intercom.get(['conversations', id], intercomConversationSchema))
  return { latest: latest as IntercomConversation | null, incomplete }
}

function toOwnConversation(conversation: IntercomConversation, own: IntercomContact): Conversation {
  const limited = limitToCustomer(conversation, own.id)
  return redactConversation(normalizeConversation(limited, new Map([[own.id, own]]), isForCustomer), own.id)
}

/** https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/conversations/createconversation */
export async function startConversation(
  intercom: IntercomClient,
  caller: Customer | Visitor,
  body: NewConversationBody,
  { attributes, verifyVisitor }: NewConversationOptions,
  headers: Headers,
): Promise<NewConversation> {
  checkAttributes(body, attributes)
  const isVisitor = caller.kind === 'visitor'
  const forVisitors = (['email', 'captcha'] as const).filter((name) => !isVisitor && body[name] !== undefined)
  if (forVisitors.length > 0) {
    throw refuseFields('Only visitors send these fields. authorize() says who a customer is.', Object.fromEntries(forVisitors.map((name) => [name, 'is for visitors'])))
  }
  const contact = isVisitor ? await createVisitor(intercom, body, verifyVisitor, headers) : await findOrCreateOwnContact(intercom, caller)
  const text = [cleanText(body.subject), normalizeMessageText(body.body)].filter(Boolean).join('\n\n')
  const message = { from: getFrom(contact), body: text }
  const { conversation_id: id } = await intercom.send('POST', ['conversations'], message, intercomMessageSchema)
  if (id === null) {
    const incomplete = [...(body.custom_attributes ? ['attributes' as const] : []), ...(body.attachment_files?.length ? ['files' as const] : [])]
    return { conversation_id: null, conversation: null, incomplete }
  }
  const { latest, incomplete } = await complete(intercom, id, contact, body)
  notifyChange({ id, contacts: { contacts: [{ id: contact.id }] } }, 'message')
  if (isVisitor) return { conversation_id: null, conversation: null, incomplete }
  return { conversation_id: id, conversation: latest && toOwnConversation(latest, contact), incomplete }
}

/** https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/messages/createmessage */
export async function startAsAgent(intercom: IntercomClient, { adminId }: Agent, body: NewMessageBody): Promise<NewMessage> {
  const contact = await intercom.get(['contacts', body.contact_id], intercomContactSchema)
  if (body.message_type === 'email' && !contact.email) {
    const fields = { message_type: 'needs a contact with an email address' }
    throw new ApiError('invalid_request', { message: 'This contact has no email address. Send an in-app message instead.', fields })
  }
  const message = {
    message_type: body.message_type,
    ...(body.message_type === 'email' && { subject: cleanText(body.subject), template: 'plain' }),
    body: toMessageHtml(body.body),
    from: { type: 'admin', id: Number(adminId) },
    to: getFrom(contact),
    // Otherwise the message stays out of the inbox until the contact replies.
    create_conversation_without_contact_reply: true,
  }
  const { conversation_id } = await intercom.send('POST', ['messages'], message, intercomMessageSchema)
  if (conversation_id !== null) notifyChange({ id: conversation_id, contacts: { contacts: [{ id: contact.id }] } }, 'message')
  return { conversation_id }
}
