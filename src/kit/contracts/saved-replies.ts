import { z } from 'zod'
import { missingReasonSchema } from './contact-contract.ts'
import { idSchema } from './ids.ts'

/** Response of `GET /api/intercom/saved-replies/[id]`. */
export const savedReplySchema = z.object({
  id: idSchema,
  title: z.string(),
  /** Plain text, at most 20,000 characters. Placeholders such as `{{user.first_name|fallback:"there"}}` are not filled in. */
  body: z.string(),
})

/** Response of `GET /api/intercom/saved-replies`. */
export const savedRepliesResponseSchema = z.object({
  /** Replies that the agent may use in the inbox; `null` if Intercom's API version has none. */
  replies: z
    .array(
      savedReplySchema.extend({
        /** `null` if Intercom leaves it out, as in long lists. Then read the reply by its id. */
        body: z.string().nullable(),
      }),
    )
    .nullable(),
  /** Reason why replies of teams are left out: the agent's teams couldn't be read. */
  missing: missingReasonSchema.optional(),
  /** Set if the workspace has more replies than the kit loads, which are the newest ones. */
  truncated: z.literal(true).optional(),
})

/** Query string of `GET /api/intercom/articles`. */
export const articlesQuerySchema = z.strictObject({ q: z.string().trim().min(1).max(200) })

/** Response of `GET /api/intercom/articles`: at most ten published articles of each kind. */
export const articlesResponseSchema = z.object({
  articles: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      /** Address in the Help Center. `null` for internal articles, which have none. */
      url: z.string().nullable(),
      /** Whether only teammates may read the article. */
      internal: z.boolean(),
    }),
  ),
  /** Kinds that couldn't be searched. `permission` means that the access token may not read them. */
  missing: z.object({ articles: missingReasonSchema.optional(), internal_articles: missingReasonSchema.optional() }).optional(),
})

export type SavedReplyResponse = z.infer<typeof savedReplySchema>
export type SavedRepliesResponse = z.infer<typeof savedRepliesResponseSchema>
export type ArticlesResponse = z.infer<typeof articlesResponseSchema>
