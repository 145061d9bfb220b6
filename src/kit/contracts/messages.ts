import { z } from 'zod'
import { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE, MAX_SUBJECT } from './attachment-limits.ts'
import { conversationFieldsSchema, conversationSchema, partSchema } from './conversations.ts'
import { idSchema, requestedIdSchema } from './ids.ts'

/** Rejects paths, control characters and direction overrides, which make `fdp.exe` look like `exe.pdf`. */
const NAME = /^[^/\\\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+$/u

/** Checks the length apart from the pattern, which would overflow the stack of some engines on a large file. */
const isWhole = (data: string) => data.length % 4 === 0

/** File of a message. */
export const attachmentFileSchema = z.strictObject({
  /** File name with extension, without a path. */
  name: z
    .string()
    .max(255)
    .regex(NAME, 'must be a file name without a path, control characters and direction overrides')
    .refine((name) => !/^[.\s]*$/.test(name), 'must be a file name'),
  content_type: z
    .string()
    .max(100)
    .regex(/^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i, 'must be a media type such as image/png'),
  data: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64').refine(isWhole, 'must be base64'),
})

const NOT_AN_ADDRESS = 'must be an address with https, without a user name and a password'

function hasCredentials(url: string): boolean {
  // Zod also calls this with URLs that `z.url()` refused.
  if (!URL.canParse(url)) return false
  const { username, password } = new URL(url)
  return username !== '' || password !== ''
}

/** Normalized, so that every reader sees the same host. */
const attachmentUrlSchema = z
  .url({ protocol: /^https$/, normalize: true, error: NOT_AN_ADDRESS })
  .max(2000)
  .refine((url) => !hasCredentials(url), NOT_AN_ADDRESS)

const fields = {
  /** Plain text; an empty line starts a paragraph. May be empty if a file is attached. */
  body: z.string().max(MAX_MESSAGE, `must have at most ${MAX_MESSAGE} characters`),
  /** URLs that Intercom fetches, on hosts of `INTERCOM_ATTACHMENT_HOSTS`. */
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

const VISIBLE = /[^\s\p{Cc}]/u

function hasContent(message: { body: string; attachment_urls?: unknown[]; attachment_files?: unknown[] }): boolean {
  return VISIBLE.test(message.body) || Boolean(message.attachment_urls?.length || message.attachment_files?.length)
}

const needsContent = { path: ['body'], error: 'must not be empty, unless a file comes with it' }

/** Request body of `POST /api/intercom/conversations/[id]/reply`. */
export const replyBodySchema = z
  .strictObject({ message_type: z.literal('comment'), ...fields })
  .refine(hasContent, needsContent)

/** Request body of `POST /api/intercom/conversations/[id]/notes`. */
export const noteBodySchema = z
  .strictObject({ message_type: z.literal('note'), ...fields })
  .refine(hasContent, needsContent)

/** Changed conversation with its latest parts, oldest first. `null` if it can't be read after the change: fetch it again. */
export const changedConversationSchema = z.object({
  conversation: conversationFieldsSchema.omit({ contact: true }).nullable(),
  parts: z.array(partSchema),
})

const textSchema = fields.body.refine((text) => VISIBLE.test(text), 'must not be empty')
const subjectSchema = z.string().trim().min(1, 'must not be empty').max(MAX_SUBJECT, `must have at most ${MAX_SUBJECT} characters`)
const emailSchema = z.email('must be an email address').max(255)

/**
 * Request body of `POST /api/intercom/conversations`, for customers. `custom_attributes` may contain only names that
 * `createIntercomRoutes` allows. Visitors who aren't signed in also send `email`, and `captcha` for the app's check.
 */
export const newConversationBodySchema = z.strictObject({
  /** Becomes the first line of the message, because Intercom keeps a subject for emails only. */
  subject: subjectSchema.optional(),
  body: textSchema,
  custom_attributes: z
    .record(z.string().min(1).max(190), z.union([z.string().max(255), z.number(), z.boolean()]))
    .refine((attributes) => Object.keys(attributes).length <= 20, 'must have at most 20 keys')
    .optional(),
  attachment_files: fields.attachment_files,
  email: emailSchema.optional(),
  captcha: z.string().max(4096).optional(),
})

/**
 * Response of `POST /api/intercom/conversations`: the message was sent. `conversation_id` is `null` for visitors, who can't
 * read it, and `conversation` if Intercom can't return it yet. `incomplete` lists what failed afterwards.
 */
export const newConversationSchema = z.object({
  conversation_id: idSchema.nullable(),
  conversation: conversationSchema.nullable(),
  incomplete: z.array(z.enum(['attributes', 'files'])),
})

const outgoing = { contact_id: requestedIdSchema, body: textSchema }

/** Request body of `POST /api/intercom/messages`: an agent writes to a contact. Emails need a subject. */
export const newMessageBodySchema = z.discriminatedUnion('message_type', [
  z.strictObject({ message_type: z.literal('in_app'), ...outgoing }),
  z.strictObject({ message_type: z.literal('email'), subject: subjectSchema, ...outgoing }),
])

/** Response of `POST /api/intercom/messages`. `conversation_id` is `null` if Intercom starts the conversation with the reply. */
export const newMessageSchema = z.object({ conversation_id: idSchema.nullable() })

export type NewConversationBody = z.infer<typeof newConversationBodySchema>
export type NewConversation = z.infer<typeof newConversationSchema>
export type NewMessageBody = z.infer<typeof newMessageBodySchema>
export type NewMessage = z.infer<typeof newMessageSchema>
export type AttachmentFile = z.infer<typeof attachmentFileSchema>
export type ReplyBody = z.infer<typeof replyBodySchema>
export type NoteBody = z.infer<typeof noteBodySchema>
/** Reply or note. */
export type MessageBody = ReplyBody | NoteBody
export type ChangedConversation = z.infer<typeof changedConversationSchema>
