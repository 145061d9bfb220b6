import { toUploadUrl } from '../assets.ts'
import {
  type Opening, type PartContent, addNote, appendPart, assignConversation, closeConversation, openConversation,
  replyAsAdmin, replyAsBot, replyAsContact, snoozeConversation, startConversation,
} from '../changes.ts'
import type {
  Admin, AiAgent, AttributeValue, Author, Contact, Conversation, ConversationPart, PartAttachment, Tag, Team, Timestamp,
} from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { toAuthor, buildAttachment } from './build-conversations.ts'
import { MINUTE } from './clock.ts'

/** Builds content that the AI agent answered from, by title and address. */
export function buildContentSources(sources: readonly (readonly [title: string, url: string])[]): AiAgent['content_sources'] {
  return {
    type: 'content_source.list',
    total_count: sources.length,
    content_sources: sources.map(([title, url]) => ({ content_type: 'article', url, title, locale: 'en' })),
  }
}

/** Returns the HTML of an image, as Intercom writes it. */
export function toImageHtml(name: string, alt = ''): string {
  const src = toUploadUrl(name).replaceAll('&', '&amp;')
  return `<div class="intercom-container"><img src="${src}" alt="${alt}" width="1280" height="720"></div>`
}

/**
 * Builds an uploaded file.
 * @param bytes File size.
 */
export function buildUpload(name: string, content_type: string, bytes: number): PartAttachment {
  const size = content_type.startsWith('image/') ? { width: 1280, height: 720 } : {}
  return buildAttachment({ name, url: toUploadUrl(name), content_type, filesize: bytes, ...size })
}

/**
 * Builds a conversation step by step. Each step takes the minutes since the previous one, and has the same effect as in
 * the API.
 */
export interface Thread {
  readonly conversation: Conversation
  customer: (minutes: number, body: string, more?: PartContent, who?: Contact) => Thread
  admin: (who: Admin, minutes: number, body: string, more?: PartContent) => Thread
  bot: (minutes: number, body: string, more?: PartContent) => Thread
  note: (who: Admin, minutes: number, body: string, more?: PartContent) => Thread
  assign: (by: Admin, minutes: number, to: Admin | Team | null, body?: string) => Thread
  close: (by: Admin, minutes: number, body?: string) => Thread
  snooze: (by: Admin, minutes: number, until: Timestamp) => Thread
  open: (by: Admin, minutes: number) => Thread
  /** Adds a part of any type, without side effects. */
  event: (partType: string, minutes: number, by: Author, more?: PartContent) => Thread
  tag: (...tags: Tag[]) => Thread
  attributes: (attributes: Record<string, AttributeValue>) => Thread
  /** Sets facts of the AI agent, which must have replied. */
  agent: (facts: Partial<AiAgent>) => Thread
  rate: (minutes: number, rating: number, remark: string, teammate: Admin) => Thread
  /** Sets fields of the conversation. */
  set: (fields: Partial<Conversation>) => Thread
  /** Sets fields of the last part. */
  setLast: (fields: Partial<ConversationPart>) => Thread
}

/** Starts a conversation to add steps to. */
export function startThread(workspace: Workspace, opening: Opening): Thread {
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
      assignConversation(workspace, conversation, toAuthor(by), later(minutes), assignee, body ? { body } : {})
    }),
    close: (by, minutes, body) => step(() =>
      closeConversation(workspace, conversation, toAuthor(by), later(minutes), body ? { body } : {})),
    snooze: (by, minutes, until) =>
      step(() => snoozeConversation(workspace, conversation, toAuthor(by), later(minutes), until)),
    open: (by, minutes) => step(() => openConversation(workspace, conversation, toAuthor(by), later(minutes))),
    event: (partType, minutes, by, more = {}) =>
      step(() => appendPart(workspace, conversation, partType, by, later(minutes), more)),
    tag: (...tags) => step(() => {
      const by = { type: 'admin', id: workspace.viewer_id }
      conversation.tags.tags.push(...tags.map((tag) => ({ ...tag, applied_at: at, applied_by: by })))
    }),
    attributes: (attributes) => step(() => Object.assign(conversation.custom_attributes, attributes)),
    agent: (facts) => step(() => {
      if (conversation.ai_agent) Object.assign(conversation.ai_agent, facts)
    }),
    rate: (minutes, rating, remark, teammate) => step(() => {
      const ratedAt = later(minutes)
      conversation.conversation_rating = {
        rating, remark, created_at: ratedAt, updated_at: ratedAt,
        contact: { type: 'contact', id: contact.id, external_id: contact.external_id },
        teammate: { type: 'admin', id: teammate.id },
      }
      appendPart(workspace, conversation, 'conversation_rating_changed', toAuthor(contact), ratedAt)
    }),
    set: (fields) => step(() => Object.assign(conversation, fields)),
    setLast: (fields) => step(() => {
      const last = conversation.conversation_parts.conversation_parts.at(-1)
      if (last) Object.assign(last, fields)
    }),
  }
  return thread
}
