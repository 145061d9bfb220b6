/** What is written in a conversation: replies, which its customer reads, and notes, which teammates alone read. */
import { z } from 'zod'
import { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE } from './attachment-limits.ts'
import { conversationFieldsSchema, partSchema } from './conversations.ts'

/** No path, no control character or half of one, nothing that turns the reading direction (`exe.pdf` for `fdp.exe`). */
const NAME = /^[^/\\\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+$/u

/** Base64 comes in fours. A pattern that said so would overflow the stack of some engines on a large file. */
const isWhole = (data: string) => data.length % 4 === 0

/** A file that goes with a message, as Intercom takes it. */
export const attachmentFileSchema = z.strictObject({
  /** With its ending, without a path. */
  name: z
    .string()
    .max(255)
    .regex(NAME, 'must be a file name without a path, control characters and direction overrides')
    .refine((name) => !/^[.\s]*$/.test(name), 'must be a file name'),
  content_type: z
    .string()
    .max(100)
    .regex(/^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i, 'must be a media type such as image/png'),
  /** The bytes, as base64. */
  data: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64').refine(isWhole, 'must be base64'),
})

const NOT_AN_ADDRESS = 'must be an address with https, without a user name and a password'

function hasCredentials(url: string): boolean {
  // An address that `z.url()` has refused already comes here, too.
  if (!URL.canParse(url)) return false
  const { username, password } = new URL(url)
  return username !== '' || password !== ''
}

/** As a browser would write it: what the host is must not depend on who reads the address. */
const attachmentUrlSchema = z
  .url({ protocol: /^https$/, normalize: true, error: NOT_AN_ADDRESS })
  .max(2000)
  .refine((url) => !hasCredentials(url), NOT_AN_ADDRESS)

const fields = {
  /** Plain text. An empty line begins a paragraph. It may be empty where a file comes with it. */
  body: z.string().max(MAX_MESSAGE, `must have at most ${MAX_MESSAGE} characters`),
  /** Addresses that Intercom fetches, on hosts of `INTERCOM_ATTACHMENT_HOSTS`. */
  attachment_urls: z.array(attachmentUrlSchema).max(MAX_FILES).optional(),
  attachment_files: z
    .array(attachmentFileSchema)
    .max(MAX_FILES)
    .refine((files) => sumBytes(files) <= MAX_FILES_BYTES, `must have at most ${MAX_FILES_BYTES} bytes together`)
    .optional(),
}

function countBytes(data: string): number {
  return (data.length / 4) * 3 - (data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0)
}

function sumBytes(files: readonly { data: string }[]): number {
  return files.reduce((sum, { data }) => sum + countBytes(data), 0)
}

/** A character that is neither white space nor a control character. */
const VISIBLE = /[^\s\p{Cc}]/u

function hasContent(message: { body: string; attachment_urls?: unknown[]; attachment_files?: unknown[] }): boolean {
  return VISIBLE.test(message.body) || Boolean(message.attachment_urls?.length || message.attachment_files?.length)
}

const needsContent = { path: ['body'], error: 'must not be empty, unless a file comes with it' }

/** `POST /api/intercom/conversations/[id]/reply`: what its customer is sent. */
export const replyBodySchema = z
  .strictObject({ message_type: z.literal('comment'), ...fields })
  .refine(hasContent, needsContent)

/** `POST /api/intercom/conversations/[id]/notes`: what teammates alone read. */
export const noteBodySchema = z
  .strictObject({ message_type: z.literal('note'), ...fields })
  .refine(hasContent, needsContent)

/**
 * Response of every route that changes a conversation: its fields after the change, without the contact, and its last
 * parts, oldest first, with those of the change among them. `conversation` is `null` if the change was made, but the
 * conversation can't be read: fetch it again.
 */
export const changedConversationSchema = z.object({
  conversation: conversationFieldsSchema.omit({ contact: true }).nullable(),
  parts: z.array(partSchema),
})

export type AttachmentFile = z.infer<typeof attachmentFileSchema>
export type ReplyBody = z.infer<typeof replyBodySchema>
export type NoteBody = z.infer<typeof noteBodySchema>
/** What somebody writes: a reply or a note, and nothing that could be taken for both. */
export type MessageBody = ReplyBody | NoteBody
export type ChangedConversation = z.infer<typeof changedConversationSchema>
