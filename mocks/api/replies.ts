import {
  addNote, assignConversation, closeConversation, openConversation, replyAsAdmin, replyAsContact, snoozeConversation,
} from '../changes.ts'
import { toAuthor } from '../data/build-conversations.ts'
import type { Conversation, QuickReplyOption } from '../types.ts'
import { readAttachments } from './attachments.ts'
import { toConversationResponse } from './conversations.ts'
import {
  type ApiResponse, type Call, type Endpoint, isObject, readString, readTimestamp, requireString,
} from './endpoint.ts'
import { ApiFailure, invalid, notFound } from './errors.ts'
import { findActingAdmin, findActingContact, findConversation } from './find.ts'
import { cleanBody, textToHtml } from './html.ts'
import { presentConversation } from './present.ts'

/** Notifies listeners and returns the conversation. */
function emitAndRespond(call: Call, topic: string, conversation: Conversation): ApiResponse {
  call.emit(topic, presentConversation(conversation, { version: call.version }))
  return toConversationResponse(call, conversation)
}

function readOptions(body: Record<string, unknown>): QuickReplyOption[] {
  const options = body.reply_options
  if (!Array.isArray(options) || options.length === 0) {
    throw invalid('reply_options must be a list of options', 'reply_options')
  }
  return options.map((option: unknown) => {
    if (!isObject(option)) throw invalid('An option has text and uuid', 'reply_options')
    return { text: requireString(option, 'text'), uuid: requireString(option, 'uuid') }
  })
}

function readMessage(body: Record<string, unknown>, files: number): string {
  const text = readString(body, 'body') ?? ''
  if (text.trim() === '' && files === 0) throw invalid('body is required', 'body')
  return text
}

function readTime(call: Call): number {
  const at = readTimestamp(call.body, 'created_at') ?? call.now
  if (at > call.now) throw invalid('created_at must not be in the future', 'created_at')
  return at
}

function replyFromAdmin(call: Call, conversation: Conversation): ApiResponse {
  const { workspace, body } = call
  const admin = findActingAdmin(workspace, body)
  const at = readTime(call)
  if (body.message_type === 'quick_reply') {
    const metadata = { quick_reply_options: readOptions(body) }
    const text = readString(body, 'body')
    replyAsAdmin(workspace, conversation, admin, at, { body: text ? cleanBody(text) : null, metadata }, 'quick_reply')
    return emitAndRespond(call, 'conversation.admin.replied', conversation)
  }
  if (body.message_type !== 'comment' && body.message_type !== 'note') {
    throw invalid('message_type must be comment, note or quick_reply', 'message_type')
  }
  const attachments = readAttachments(workspace, body)
  const content = { body: cleanBody(readMessage(body, attachments.length)), attachments }
  if (body.message_type === 'note') {
    addNote(workspace, conversation, admin, at, content)
    return emitAndRespond(call, 'conversation.admin.noted', conversation)
  }
  replyAsAdmin(workspace, conversation, admin, at, content)
  return emitAndRespond(call, 'conversation.admin.replied', conversation)
}

function replyFromContact(call: Call): ApiResponse {
  const { workspace, body, params } = call
  const contact = findActingContact(workspace, body)
  const isTheirs = ({ contacts }: Conversation) => contacts.contacts.some(({ id }) => id === contact.id)
  const conversation = params.conversation_id === 'last'
    ? workspace.conversations.filter(isTheirs).sort((a, b) => b.updated_at - a.updated_at)[0]
    : findConversation(workspace, params.conversation_id)
  if (!conversation || !isTheirs(conversation)) throw notFound()
  const at = readTime(call)
  if (body.message_type === 'quick_reply') {
    const chosen = readOptions(body)[0]
    const metadata = { quick_reply_uuid: chosen?.uuid ?? '' }
    replyAsContact(workspace, conversation, contact, at, { body: textToHtml(chosen?.text ?? ''), metadata })
    return emitAndRespond(call, 'conversation.user.replied', conversation)
  }
  if (body.message_type !== 'comment') throw invalid('message_type must be comment or quick_reply', 'message_type')
  const attachments = readAttachments(workspace, body)
  const text = readMessage(body, attachments.length)
  replyAsContact(workspace, conversation, contact, at, { body: textToHtml(text), attachments })
  return emitAndRespond(call, 'conversation.user.replied', conversation)
}

function assign(call: Call, conversation: Conversation): ApiResponse {
  const { workspace, body, now } = call
  const by = findActingAdmin(workspace, body)
  const type = body.type
  if (type !== 'admin' && type !== 'team') throw invalid('type must be admin or team', 'type')
  const assigneeId = requireString(body, 'assignee_id')
  const assignees: { id: string }[] = type === 'admin' ? workspace.admins : workspace.teams
  if (assigneeId !== '0' && !assignees.some(({ id }) => id === assigneeId)) {
    throw notFound('Assignee not found', 'assignee_not_found')
  }
  const topic = conversation.state === 'open' ? 'conversation.admin.assigned' : 'conversation.admin.open.assigned'
  const text = readString(body, 'body')
  const to = { type, id: assigneeId === '0' ? null : assigneeId }
  assignConversation(workspace, conversation, toAuthor(by), now, to, text ? { body: cleanBody(text) } : {})
  return emitAndRespond(call, topic, conversation)
}

function changeState(call: Call): ApiResponse {
  const { workspace, body, params, now } = call
  const conversation = findConversation(workspace, params.conversation_id)
  if (body.message_type === 'assignment') return assign(call, conversation)
  if (body.message_type !== 'close' && body.message_type !== 'snoozed' && body.message_type !== 'open') {
    throw invalid('message_type must be close, snoozed, open or assignment', 'message_type')
  }
  const by = toAuthor(findActingAdmin(workspace, body))
  if (body.message_type === 'close') {
    const text = readString(body, 'body')
    closeConversation(workspace, conversation, by, now, text ? { body: cleanBody(text) } : {})
    return emitAndRespond(call, 'conversation.admin.closed', conversation)
  }
  if (body.message_type === 'open') {
    openConversation(workspace, conversation, by, now)
    return emitAndRespond(call, 'conversation.admin.opened', conversation)
  }
  const until = readTimestamp(body, 'snoozed_until')
  if (until === undefined) throw invalid('snoozed_until is required', 'snoozed_until')
  if (until <= now) throw new ApiFailure(422, 'data_invalid', 'snoozed_until must be in the future', 'snoozed_until')
  snoozeConversation(workspace, conversation, by, now, until)
  return emitAndRespond(call, 'conversation.admin.snoozed', conversation)
}

/** Endpoints for replies, notes and state changes. */
export const replyEndpoints: Endpoint[] = [
  {
    method: 'POST',
    path: '/conversations/{conversation_id}/reply',
    respond(call) {
      if (call.body.type === 'user') return replyFromContact(call)
      if (call.body.type !== 'admin') throw invalid('type must be admin or user', 'type')
      return replyFromAdmin(call, findConversation(call.workspace, call.params.conversation_id))
    },
  },
  { method: 'POST', path: '/conversations/{conversation_id}/parts', respond: changeState },
]
