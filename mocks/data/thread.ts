import { uploadUrl } from '../assets.ts'
import {
  type Opening, type PartContent, addNote, appendPart, assignConversation, closeConversation, openConversation,
  replyAsAdmin, replyAsBot, replyAsContact, snoozeConversation, startConversation,
} from '../changes.ts'
import type {
  Admin, AttributeValue, Author, Contact, Conversation, ConversationPart, PartAttachment, Tag, Team, Timestamp,
} from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { authorOf, buildAttachment } from './build-conversations.ts'
import { MINUTE } from './clock.ts'

/** An image in a body, as Intercom writes one: its address is signed, so it holds `&amp;`. */
export function image(name: string, alt = ''): string {
  const src = uploadUrl(name).replaceAll('&', '&amp;')
  return `<div class="intercom-container"><img src="${src}" alt="${alt}" width="1280" height="720"></div>`
}

/** A file of a message. @param bytes Its size. */
export function upload(name: string, content_type: string, bytes: number): PartAttachment {
  const size = content_type.startsWith('image/') ? { width: 1280, height: 720 } : {}
  return buildAttachment({ name, url: uploadUrl(name), content_type, filesize: bytes, ...size })
}

/**
 * Tells a conversation step by step. Every step says how many minutes after the one before it happened, and has the
 * effect that the API would have given it.
 */
export interface Thread {
  readonly conversation: Conversation
  customer: (minutes: number, body: string, more?: PartContent, who?: Contact) => Thread
  admin: (who: Admin, minutes: number, body: string, more?: PartContent) => Thread
  bot: (minutes: number, body: string, more?: PartContent) => Thread
  note: (who: Admin, minutes: number, body: string, more?: PartContent) => Thread
  assign: (by: Admin, minutes: number, to: Admin | Team | null, body?: string) => Thread
  close: (by: Admin, minutes: number, body?: string) => Thread
  /** @param until Unix seconds. */
  snooze: (by: Admin, minutes: number, until: Timestamp) => Thread
  open: (by: Admin, minutes: number) => Thread
  /** A part of any type that has no effect. */
  event: (partType: string, minutes: number, by: Author, more?: PartContent) => Thread
  tag: (...tags: Tag[]) => Thread
  attributes: (attributes: Record<string, AttributeValue>) => Thread
  rate: (minutes: number, rating: number, remark: string, teammate: Admin) => Thread
  /** Changes what no step does. */
  set: (fields: Partial<Conversation>) => Thread
  /** Changes the last part. */
  setLast: (fields: Partial<ConversationPart>) => Thread
}

/** Starts to tell a conversation. */
export function tell(workspace: Workspace, opening: Opening): Thread {
  const conversation = startConversation(workspace, opening)
  const { contact } = opening
  let at = opening.at
  const later = (minutes: number): Timestamp => (at += Math.round(minutes * MINUTE))
  const step = (take: () => void): Thread => {
    take()
    return thread
  }
  const thread: Thread = {
    conversation,
    customer: (minutes, body, more = {}, who = contact) =>
      step(() => replyAsContact(workspace, conversation, who, later(minutes), { body, ...more })),
    admin: (who, minutes, body, more = {}) =>
      step(() => replyAsAdmin(workspace, conversation, who, later(minutes), { body, ...more })),
    bot: (minutes, body, more = {}) => step(
      () => replyAsBot(workspace, conversation, later(minutes), { body, ...more }),
    ),
    note: (who, minutes, body, more = {}) =>
      step(() => addNote(workspace, conversation, who, later(minutes), { body, ...more })),
    assign: (by, minutes, to, body) => step(() => {
      const assignee = to === null ? { type: 'admin', id: null } : { type: to.type, id: to.id }
      assignConversation(workspace, conversation, authorOf(by), later(minutes), assignee, body ? { body } : {})
    }),
    close: (by, minutes, body) => step(() =>
      closeConversation(workspace, conversation, authorOf(by), later(minutes), body ? { body } : {})),
    snooze: (by, minutes, until) =>
      step(() => snoozeConversation(workspace, conversation, authorOf(by), later(minutes), until)),
    open: (by, minutes) => step(() => openConversation(workspace, conversation, authorOf(by), later(minutes))),
    event: (partType, minutes, by, more = {}) =>
      step(() => appendPart(workspace, conversation, partType, by, later(minutes), more)),
    tag: (...tags) => step(() => {
      const by = { type: 'admin', id: workspace.viewer_id }
      conversation.tags.tags.push(...tags.map((tag) => ({ ...tag, applied_at: at, applied_by: by })))
    }),
    attributes: (attributes) => step(() => Object.assign(conversation.custom_attributes, attributes)),
    rate: (minutes, rating, remark, teammate) => step(() => {
      const ratedAt = later(minutes)
      conversation.conversation_rating = {
        rating, remark, created_at: ratedAt, updated_at: ratedAt,
        contact: { type: 'contact', id: contact.id, external_id: contact.external_id },
        teammate: { type: 'admin', id: teammate.id },
      }
      appendPart(workspace, conversation, 'conversation_rating_changed', authorOf(contact), ratedAt)
    }),
    set: (fields) => step(() => Object.assign(conversation, fields)),
    setLast: (fields) => step(() => {
      const last = conversation.conversation_parts.conversation_parts.at(-1)
      if (last) Object.assign(last, fields)
    }),
  }
  return thread
}
