import { z } from 'zod'

const fieldNameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'is not the name of a field')

/** Value of an account field. */
export const accountValueSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

/** Fields of the account by name. */
export const accountSchema = z.record(fieldNameSchema, accountValueSchema)

/** Request body of `PATCH /api/account`: only the fields to change. */
export const accountChangesSchema = accountSchema.refine((changes) => {
  const { length } = Object.keys(changes)
  return length >= 1 && length <= 50
}, 'must have 1 to 50 fields')

/** Response of `PATCH /api/account`: the changed fields as saved, for example trimmed. */
export const accountResponseSchema = z.object({ account: accountSchema })

/** Request body of `POST /api/stripe/checkout`. Retries reuse `attempt`, so the customer is charged once. */
export const checkoutBodySchema = z.strictObject({
  plan: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'is not the id of a plan'),
  attempt: z.uuid(),
})

/** Response of `POST /api/stripe/checkout`: the payment page to open, or `complete` if a saved card was charged. */
export const checkoutResponseSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('redirect'), url: z.url({ protocol: /^https$/ }) }),
  z.object({ status: z.literal('complete'), checkout_id: z.string().regex(/^[\w.:-]{1,100}$/), plan: z.string() }),
])

export type AccountValue = z.infer<typeof accountValueSchema>
export type AccountChanges = z.infer<typeof accountChangesSchema>
export type AccountResponse = z.infer<typeof accountResponseSchema>
export type CheckoutBody = z.infer<typeof checkoutBodySchema>
export type CheckoutResponse = z.infer<typeof checkoutResponseSchema>
