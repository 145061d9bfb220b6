/** What is written in a conversation: replies, which its customer reads, and notes, which teammates alone read. */
import { z } from 'zod'
import { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE } from '@/lib/intercom/attachment-limits'
import { conversationFieldsSchema, partSchema } from '@/lib/intercom/contracts/conversations'

/** A file that goes with a message, as Intercom takes it. */
export const attachmentFileSchema = z.strictObject({
  /** With its ending, without a path. */
  name: z.string().min(1).max(255).regex(/^[^/\\\p{Cc}]+$/u, 'must be a name without a path'),
  content_type: z
    .string()
    .max(100)
    .regex(/^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i, 'must be a media type such as image/png'),
  /** The bytes, as base64. */
  data: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64'),
})

const fields = {
  /** Plain text. An empty line begins a paragraph. It may be empty where a file comes with it. */
  body: z.string().max(MAX_MESSAGE, `must have at most ${MAX_MESSAGE} characters`),
  /** Addresses that Intercom fetches, on hosts of `INTERCOM_ATTACHMENT_HOSTS`. */
  attachment_urls: z.array(z.url({ protocol: /^https$/, error: 'must be an address with https' }).max(2000)).max(MAX_FILES).optional(),
  attachment_files: z
    .array(attachmentFileSchema)
    .max(MAX_FILES)
    .refine((files) => sizeOf(files) <= MAX_FILES_BYTES, `must have at most ${MAX_FILES_BYTES} bytes together`)
    .optional(),
}

function sizeOf(files: readonly { data: string }[]): number {
  return files.reduce((sum, { data }) => sum + Math.floor((data.length * 3) / 4), 0)
}

function hasContent(message: { body: string; attachment_urls?: unknown[]; attachment_files?: unknown[] }): boolean {
  return message.body.trim() !== '' || Boolean(message.attachment_urls?.length || message.attachment_files?.length)
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
 * What everything that changes a conversation answers: how it stands now (whom it is with has not changed), and the
 * parts that it ends with now, oldest first, those that the change has made among them.
 */
export const changedConversationSchema = z.object({
  conversation: conversationFieldsSchema.omit({ contact: true }),
  parts: z.array(partSchema),
})

export type AttachmentFile = z.infer<typeof attachmentFileSchema>
export type ReplyBody = z.infer<typeof replyBodySchema>
export type NoteBody = z.infer<typeof noteBodySchema>
/** What somebody writes: a reply or a note, and nothing that could be taken for both. */
export type MessageBody = ReplyBody | NoteBody
export type ChangedConversation = z.infer<typeof changedConversationSchema>
