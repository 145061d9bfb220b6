/**
 * Tolerant schemas, because Intercom's API differs from its docs and changes without notice. Only essential fields are
 * required; other invalid fields become `null` or an empty list. https://github.com/intercom/Intercom-OpenAPI (2.11 to 2.16)
 */
import { z } from 'zod'
import { readCount, readFlag, readId, readNumber, readObject, readText, readEventTime, type JsonObject } from './intercom-readers.ts'
import { readArticles, readInternalArticles, readMacro, readMacros } from './read-content.ts'
import { readAvatar, readContact } from './read-contact.ts'
import { readConversation, readTag } from './read-conversation.ts'
import { readDefinitions } from './read-details.ts'
import { readEventList, readNote, readNoteList } from './read-timeline.ts'

function field<T>(read: (value: unknown) => T) {
  return z.unknown().optional().transform(read)
}

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
const nullableId = field(readId)
const text = field(readText)
const number = field(readNumber)
const eventTime = field(readEventTime)
const flag = field(readFlag)

function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(null).transform((value) => value ?? null)
}

function keepValid<T extends z.ZodType>(member: T, entries: readonly unknown[]): z.output<T>[] {
  return entries.flatMap((entry) => {
    const result = member.safeParse(entry)
    return result.success ? [result.data] : []
  })
}

function list<T extends z.ZodType>(member: T) {
  return field((value) => keepValid(member, Array.isArray(value) ? value : []))
}

function requiredList<T extends z.ZodType>(member: T) {
  return z.array(z.unknown()).transform((entries) => keepValid(member, entries))
}

const avatar = field(readAvatar)

/** Turns `read` into a schema, which fails if `read` returns `null`. */
function readBy<T>(read: (value: JsonObject) => T | null): z.ZodType<T> {
  return z.unknown().transform((value, context) => {
    const object = readObject(value)
    const result = object && read(object)
    if (result !== null) return result
    context.addIssue({ code: 'custom', message: 'cannot be read' })
    return z.NEVER
  })
}

export const intercomConversationSchema = readBy(readConversation)

export const intercomAttributeDefinitionsSchema = readBy(readDefinitions)

export const intercomMacroSchema = readBy(readMacro)

export const intercomMacrosSchema = readBy(readMacros)

export const intercomArticlesSchema = readBy(readArticles)

export const intercomInternalArticlesSchema = readBy(readInternalArticles)

export const intercomConversationListSchema = z.object({
  conversations: requiredList(intercomConversationSchema),
  total_count: field(readCount),
  pages: maybe(z.object({ next: maybe(z.object({ starting_after: text })) })),
})

export const intercomCountSchema = z.object({
  total_count: z.number().int().nonnegative(),
  conversations: z.array(z.object({ waiting_since: z.number().int().nullish() })).catch([]),
})

/** Contact, with the ids of at most ten tags and companies. */
export const intercomContactSchema = readBy(readContact)

export const intercomContactListSchema = z.object({ data: requiredList(intercomContactSchema), total_count: field(readCount) })

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

/** Companies of a name: the only one itself, or a list. */
export const intercomNamedCompaniesSchema = z.union([
  z.object({ data: requiredList(z.object({ id, name: text })) }).transform(({ data }) => data),
  z.object({ id, name: text }).transform((company) => [company]),
])

export const intercomTagSchema = readBy(readTag)

export const intercomTagListSchema = z.object({ data: requiredList(intercomTagSchema) })

export const intercomEventListSchema = readBy(readEventList)

export const intercomNoteSchema = readBy(readNote)

export const intercomNoteListSchema = readBy(readNoteList)

export const intercomMessageSchema = z.object({ conversation_id: nullableId })

export const intercomMeSchema = z.object({
  app: z.object({ id_code: id, name: text, region: text, identity_verification: flag }),
})

export const intercomAdminListSchema = z.object({
  admins: requiredList(z.object({ type: text, id, name: text, email: text, avatar, away_mode_enabled: flag })),
})

export const intercomTeamListSchema = z.object({
  teams: requiredList(z.object({ id, name: text, admin_ids: list(id) })),
})

/** Delivery to a webhook. Calls about the app itself, such as health checks, have no topic. */
export const intercomNotificationSchema = z.object({
  id: nullableId,
  topic: text,
  app_id: text,
  created_at: eventTime,
  first_sent_at: eventTime,
  delivery_attempts: number,
  data: maybe(z.object({ item: z.unknown() })),
})

/** Error codes of a response, from Intercom's published list, and the id of an existing contact, which only the message has. */
export const errorListSchema = z
  .object({ errors: z.array(z.object({ code: z.string(), message: text })) })
  .transform(({ errors }) => ({
    codes: errors.map(({ code }) => code).filter((code) => /^[a-z_]{1,64}$/.test(code)).slice(0, 5),
    existingId: errors.map(({ message }) => /\bid=([0-9a-f]{24})\b/.exec(message ?? '')?.[1]).find(Boolean),
  }))

export type { IntercomAttachment, IntercomAuthor, IntercomConversation, IntercomPart } from './read-conversation.ts'
export type IntercomContact = z.output<typeof intercomContactSchema>
export type IntercomNote = z.output<typeof intercomNoteSchema>
export type IntercomCompanyList = z.output<typeof intercomCompanyListSchema>
export type IntercomTagList = z.output<typeof intercomTagListSchema>
export type IntercomAdminList = z.output<typeof intercomAdminListSchema>
export type IntercomTeamList = z.output<typeof intercomTeamListSchema>
