import { z } from 'zod'
import { timestampSchema } from './ids.ts'
import { attributeValueSchema } from './contact-contract.ts'

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
    .record(z.string().regex(/^[^.$\0]{1,190}$/, 'must have 1 to 190 characters, none of them "." or "$"'), attributeValueSchema)
    .refine((attributes) => Object.keys(attributes).length <= 100, 'must have at most 100 keys')
    .optional(),
})

export type ContactBody = z.infer<typeof contactBodySchema>
