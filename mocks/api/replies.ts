import {
  addNote, assignConversation, closeConversation, openConversation, replyAsAdmin, replyAsContact, snoozeConversation,
} from '../changes.ts'
import { authorOf } from '../data/build-conversations.ts'
import type { Conversation, QuickReplyOption } from '../types.ts'
import { readAttachments } from './attachments.ts'
import { whole } from './conversations.ts'
import {
  type Answer, type Call, type Endpoint, isObject, readString, readTimestamp, requireString,
} from './endpoint.ts'
import { ApiFailure, invalid, notFound } from './errors.ts'
import { actingAdmin, actingContact, findConversation } from './find.ts'
import { cleanBody, textToHtml } from './html.ts'
import { presentConversation } from './present.ts'

/** Answers with the whole conversation, and tells listeners what happened in it. */
function changed(call: Call, topic: string, conversation: Conversation): Answer {
  call.emit(topic, presentConversation(conversation, { version: call.version }))
  return whole(call, conversation)
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

/** A body that may be empty only where files come with it. */
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

function replyFromAdmin(call: Call, conversation: Conversation): Answer {
  const { workspace, body } = call
  const admin = actingAdmin(workspace, body)
  const at = readTime(call)
  if (body.message_type === 'quick_reply') {
    const metadata = { quick_reply_options: readOptions(body) }
    const text = readString(body, 'body')
    replyAsAdmin(workspace, conversation, admin, at, { body: text ? cleanBody(text) : null, metadata }, 'quick_reply')
    return changed(call, 'conversation.admin.replied', conversation)
  }
  if (body.message_type !== 'comment' && body.message_type !== 'note') {
    throw invalid('message_type must be comment, note or quick_reply', 'message_type')
  }
  const attachments = readAttachments(workspace, body)
  const content = { body: cleanBody(readMessage(body, attachments.length)), attachments }
  if (body.message_type === 'note') {
    addNote(workspace, conversation, admin, at, content)
    return changed(call, 'conversation.admin.noted', conversation)
  }
  replyAsAdmin(workspace, conversation, admin, at, content)
  return changed(call, 'conversation.admin.replied', conversation)
}

function replyFromContact(call: Call): Answer {
  const { workspace, body, params } = call
  const contact = actingContact(workspace, body)
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
    return changed(call, 'conversation.user.replied', conversation)
  }
  if (body.message_type !== 'comment') throw invalid('message_type must be comment or quick_reply', 'message_type')
  const attachments = readAttachments(workspace, body)
  const text = readMessage(body, attachments.length)
  replyAsContact(workspace, conversation, contact, at, { body: textToHtml(text), attachments })
  return changed(call, 'conversation.user.replied', conversation)
}

function assign(call: Call, conversation: Conversation): Answer {
  const { workspace, body, now } = call
  const by = actingAdmin(workspace, body)
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
  assignConversation(workspace, conversation, authorOf(by), now, to, text ? { body: cleanBody(text) } : {})
  return changed(call, topic, conversation)
}

function manage(call: Call): Answer {
  const { workspace, body, params, now } = call
  const conversation = findConversation(workspace, params.conversation_id)
  if (body.message_type === 'assignment') return assign(call, conversation)
  if (body.message_type !== 'close' && body.message_type !== 'snoozed' && body.message_type !== 'open') {
    throw invalid('message_type must be close, snoozed, open or assignment', 'message_type')
  }
  const by = authorOf(actingAdmin(workspace, body))
  if (body.message_type === 'close') {
    const text = readString(body, 'body')
    closeConversation(workspace, conversation, by, now, text ? { body: cleanBody(text) } : {})
    return changed(call, 'conversation.admin.closed', conversation)
  }
  if (body.message_type === 'open') {
    openConversation(workspace, conversation, by, now)
    return changed(call, 'conversation.admin.opened', conversation)
  }
  const until = readTimestamp(body, 'snoozed_until')
  if (until === undefined) throw invalid('snoozed_until is required', 'snoozed_until')
  if (until <= now) throw new ApiFailure(422, 'data_invalid', 'snoozed_until must be in the future', 'snoozed_until')
  snoozeConversation(workspace, conversation, by, now, until)
  return changed(call, 'conversation.admin.snoozed', conversation)
}

/** What is said and done in a conversation. */
export const replyEndpoints: Endpoint[] = [
  {
    method: 'POST',
    path: '/conversations/{conversation_id}/reply',
    answer(call) {
      if (call.body.type === 'user') return replyFromContact(call)
      if (call.body.type !== 'admin') throw invalid('type must be admin or user', 'type')
      return replyFromAdmin(call, findConversation(call.workspace, call.params.conversation_id))
    },
  },
  { method: 'POST', path: '/conversations/{conversation_id}/parts', answer: manage },
]
