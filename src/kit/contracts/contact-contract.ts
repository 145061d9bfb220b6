/** Customers, teammates and teams. */
import { z } from 'zod'
import { idSchema, timestampSchema } from './ids.ts'

/** Who wrote or did something. `name` is null where Intercom has none. */
export const authorSchema = z.object({
  type: z.enum(['contact', 'admin', 'team', 'bot']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  avatar_url: z.string().nullable(),
})

/** A teammate who can be assigned to. `away` is Intercom's away mode. `email` is for agents' eyes. */
export const adminSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string().nullable(),
  avatar_url: z.string().nullable(),
  away: z.boolean(),
})

/** A team, and the admins in it. */
export const teamSchema = z.object({ id: idSchema, name: z.string(), admin_ids: z.array(idSchema) })

/** `GET /api/intercom/admins`: everybody to assign to; `viewer_id` is the admin who asks. */
export const adminsResponseSchema = z.object({
  admins: z.array(adminSchema),
  teams: z.array(teamSchema),
  viewer_id: idSchema,
})

/** A label that teammates put on a contact or a conversation. */
export const tagSchema = z.object({ id: idSchema, name: z.string() })

/** A company that a contact belongs to. `plan` is the company's plan in Intercom. */
export const companySchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  plan: z.string().nullable(),
  website: z.string().nullable(),
  user_count: z.number().nullable(),
  monthly_spend: z.number().nullable(),
})

/** A value of a custom attribute: Intercom keeps no nested ones. */
export const attributeValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/**
 * `GET /api/intercom/contacts/[id]`: a customer's profile. `plan` is the custom attribute `plan`, else the plan of the
 * first company that has one.
 */
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
  /** Lists that Intercom has, but did not let the app read: the access token may lack a permission. */
  missing: z.array(z.enum(['companies', 'tags'])).optional(),
})

export type Author = z.infer<typeof authorSchema>
export type Admin = z.infer<typeof adminSchema>
export type Team = z.infer<typeof teamSchema>
export type AdminsResponse = z.infer<typeof adminsResponseSchema>
export type Tag = z.infer<typeof tagSchema>
export type Company = z.infer<typeof companySchema>
export type Contact = z.infer<typeof contactSchema>
