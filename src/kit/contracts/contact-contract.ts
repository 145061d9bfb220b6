import { z } from 'zod'
import { idSchema, timestampSchema } from './ids.ts'

/** Author of a message or event. `name` is `null` if Intercom has none. */
export const authorSchema = z.object({
  type: z.enum(['contact', 'admin', 'team', 'bot']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  avatar_url: z.string().nullable(),
})

/** Teammate to assign conversations to. `away` is Intercom's away mode. Only agents receive `email`. */
export const adminSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  avatar_url: z.string().nullable(),
  away: z.boolean(),
})

/** Team and the ids of its admins. */
export const teamSchema = z.object({ id: idSchema, name: z.string(), admin_ids: z.array(idSchema) })

/** Response of `GET /api/intercom/admins`: all assignees. `viewer_id` is the id of the calling admin. */
export const adminsResponseSchema = z.object({
  admins: z.array(adminSchema),
  teams: z.array(teamSchema),
  viewer_id: idSchema,
})

/** Tag of a contact or a conversation. */
export const tagSchema = z.object({ id: idSchema, name: z.string() })

/** Company of a contact. `plan` is the company's plan in Intercom. */
export const companySchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  plan: z.string().nullable(),
  website: z.string().nullable(),
  user_count: z.number().nullable(),
  monthly_spend: z.number().nullable(),
})

/** Value of a custom attribute. Intercom has no nested ones. */
export const attributeValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Name of a custom attribute. */
export const attributeNameSchema = z.string().regex(/^[^.$\0]{1,190}$/, 'must have 1 to 190 characters, none of them "." or "$"')

/** Reason why a part is missing. `permission` means that the access token may not read it. */
export const missingReasonSchema = z.enum(['permission', 'failure'])

/** Response of `GET /api/intercom/contacts/[id]`. `plan` is the custom attribute `plan`, else the first plan of a company. */
export const contactSchema = z.object({
  id: idSchema,
  external_id: z.string().nullable(),
  role: z.enum(['user', 'lead']),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  avatar_url: z.string().nullable(),
  plan: z.string().nullable(),
  location: z.object({
    city: z.string().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable(),
  }),
  created_at: timestampSchema,
  signed_up_at: timestampSchema.nullable(),
  last_seen_at: timestampSchema.nullable(),
  unsubscribed_from_emails: z.boolean(),
  companies: z.array(companySchema),
  tags: z.array(tagSchema),
  custom_attributes: z.record(z.string(), attributeValueSchema),
  /** Lists that couldn't be loaded. `permission` means that the access token may not read them; only agents get that reason. */
  missing: z.object({ companies: missingReasonSchema.optional(), tags: missingReasonSchema.optional() }).optional(),
  /** Custom attributes that `PATCH /api/intercom/contacts/[id]` may change. Only for agents. */
  editable_attributes: z.array(z.string()).optional(),
})

/** Request body of `POST /api/intercom/contacts`. Missing fields stay unchanged. Customers may set only `name` and `phone`. */
export const contactBodySchema = z.strictObject({
  external_id: z.string().min(1).max(255).optional(),
  email: z.email('must be an email address').max(255).optional(),
  name: z.string().trim().min(1).max(255).optional(),
  phone: z.string().trim().min(1).max(50).optional(),
  avatar_url: z.url({ protocol: /^https$/, error: 'must be an https address' }).max(2000).optional(),
  signed_up_at: timestampSchema.optional(),
  unsubscribed_from_emails: z.boolean().optional(),
  custom_attributes: z
    .record(attributeNameSchema, attributeValueSchema)
    .refine((attributes) => Object.keys(attributes).length <= 100, 'must have at most 100 keys')
    .optional(),
})

/** Query string of `GET /api/intercom/contacts`. */
export const contactsQuerySchema = z.strictObject({
  /** Part of a name or an email address, or your app's id of a user. */
  q: z.string().trim().min(1).max(200),
})

/** Response of `GET /api/intercom/contacts`: at most 20 contacts that match. */
export const contactsResponseSchema = z.object({
  contacts: z.array(contactSchema.pick({ id: true, role: true, name: true, email: true, avatar_url: true })),
})

export type Author = z.infer<typeof authorSchema>
export type Admin = z.infer<typeof adminSchema>
export type Team = z.infer<typeof teamSchema>
export type AdminsResponse = z.infer<typeof adminsResponseSchema>
export type Tag = z.infer<typeof tagSchema>
export type Company = z.infer<typeof companySchema>
export type ContactsResponse = z.infer<typeof contactsResponseSchema>
export type Contact = z.infer<typeof contactSchema>
export type ContactBody = z.infer<typeof contactBodySchema>
