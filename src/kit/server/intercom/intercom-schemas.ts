/**
 * What Intercom's answers are read as. They are tolerant: the API differs from its description (an id is a number or a
 * string, nobody is 0 or null, objects are null), and new fields and types appear without notice. Only what the kit
 * cannot do without is required; anything else that is missing or of another kind becomes null, or an empty list.
 *
 * https://github.com/intercom/Intercom-OpenAPI (2.11 to 2.16)
 */
import { z } from 'zod'
import { readFlag, readId, readNumber, readObject, readText, readTime, type JsonObject } from './intercom-readers.ts'
import { readAvatar, readContact } from './read-contact.ts'
import { readConversation, readTag } from './read-conversation.ts'

/** A field that can be anything: `read` makes of it what the kit works with. */
function field<T>(read: (value: unknown) => T) {
  return z.unknown().optional().transform(read)
}

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
const nullableId = field(readId)
const text = field(readText)
const number = field(readNumber)
const time = field(readTime)
const flag = field(readFlag)

/** An object that may be absent, null or something else: then it is null. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(null).transform((value) => value ?? null)
}

function keepValid<T extends z.ZodType>(member: T, entries: readonly unknown[]): z.output<T>[] {
  return entries.flatMap((entry) => {
    const result = member.safeParse(entry)
    return result.success ? [result.data] : []
  })
}

/** A list that may be absent, null or something else: then it is empty. Invalid members are left out. */
function list<T extends z.ZodType>(member: T) {
  return field((value) => keepValid(member, Array.isArray(value) ? value : []))
}

/** A list that the response can't lack. Invalid members are left out: one must not cost all others. */
function requiredList<T extends z.ZodType>(member: T) {
  return z.array(z.unknown()).transform((entries) => keepValid(member, entries))
}

const avatar = field(readAvatar)

/** A schema of what a function reads: an object that it gives null for does not fit. */
function readBy<T>(read: (value: JsonObject) => T | null): z.ZodType<T> {
  return z.unknown().transform((value, context) => {
    const object = readObject(value)
    const result = object && read(object)
    if (result !== null) return result
    context.addIssue({ code: 'custom', message: 'cannot be read' })
    return z.NEVER
  })
}

/** A conversation: with its parts where it was read by its id, without them in a list. */
export const intercomConversationSchema = readBy(readConversation)

/** What `POST /conversations/search` answers. On the last page there is no next one, or it is null. */
export const intercomConversationListSchema = z.object({
  conversations: requiredList(intercomConversationSchema),
  total_count: number,
  pages: maybe(z.object({ next: maybe(z.object({ starting_after: text })) })),
})

/** What `POST /conversations/search` answers, where only the number of conversations counts. */
export const intercomCountSchema = z.object({ total_count: z.number().int().nonnegative() })

/** A contact. Of its tags and companies it holds the ids, and ten at most. */
export const intercomContactSchema = readBy(readContact)

/** What `POST /contacts/search` answers. */
export const intercomContactListSchema = z.object({ data: requiredList(intercomContactSchema) })

/** What `GET /contacts/{id}/companies` answers. */
export const intercomCompanyListSchema = z.object({
  data: requiredList(
    z.object({
      id,
      name: text,
      plan: maybe(z.object({ name: text })),
      website: text,
      user_count: number,
      monthly_spend: number,
    }),
  ),
})

/** What `POST /conversations/{id}/tags` and `DELETE /conversations/{id}/tags/{id}` answer. */
export const intercomTagSchema = readBy(readTag)

/** What `GET /contacts/{id}/tags` and `GET /tags` answer. */
export const intercomTagListSchema = z.object({ data: requiredList(intercomTagSchema) })

/** What `GET /me` answers: whose token it is, of which the workspace counts. */
export const intercomMeSchema = z.object({
  app: z.object({ id_code: id, name: text, region: text, identity_verification: flag }),
})

/** What `GET /admins` answers. */
export const intercomAdminListSchema = z.object({
  admins: requiredList(z.object({ type: text, id, name: text, email: text, avatar, away_mode_enabled: flag })),
})

/** What `GET /teams` answers. */
export const intercomTeamListSchema = z.object({
  teams: requiredList(z.object({ id, name: text, admin_ids: list(id) })),
})

/** A delivery to a webhook. Without a topic it is one of the calls about the app itself, such as a health check. */
export const intercomNotificationSchema = z.object({
  id: nullableId,
  topic: text,
  app_id: text,
  created_at: time,
  first_sent_at: time,
  delivery_attempts: number,
  data: maybe(z.object({ item: z.unknown() })),
})

/**
 * Intercom's list of errors, as far as it may be used: the codes, which come from a list that Intercom publishes, and
 * the id of the contact that a new one would repeat, which stands in the message alone.
 */
export const errorListSchema = z
  .object({ errors: z.array(z.object({ code: z.string(), message: text })) })
  .transform(({ errors }) => ({
    codes: errors.map(({ code }) => code).filter((code) => /^[a-z_]{1,64}$/.test(code)).slice(0, 5),
    existingId: errors.map(({ message }) => /\bid=([0-9a-f]{24})\b/.exec(message ?? '')?.[1]).find(Boolean),
  }))

export type { IntercomAttachment, IntercomAuthor, IntercomConversation, IntercomPart } from './read-conversation.ts'
export type IntercomContact = z.output<typeof intercomContactSchema>
export type IntercomCompanyList = z.output<typeof intercomCompanyListSchema>
export type IntercomTagList = z.output<typeof intercomTagListSchema>
export type IntercomAdminList = z.output<typeof intercomAdminListSchema>
export type IntercomTeamList = z.output<typeof intercomTeamListSchema>
