/**
 * The account of whoever is signed in: what they may change of it, and which plan they pay for. These two routes stand
 * beside those of `/api/intercom`, since an account is the app's and not Intercom's.
 */
import { z } from 'zod'

/** The name of a field of the account, as the app has it. */
const fieldNameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'is not the name of a field')

/** What a field of the account can hold. */
export const accountValueSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

/** Fields of the account by their names. */
export const accountSchema = z.record(fieldNameSchema, accountValueSchema)

/** What `PATCH /api/account` takes: the fields to change, and no others. */
export const accountChangesSchema = accountSchema.refine((changes) => {
  const { length } = Object.keys(changes)
  return length >= 1 && length <= 50
}, 'must have 1 to 50 fields')

/** What `PATCH /api/account` answers: the fields that were changed, as they are now (trimmed, say). */
export const accountResponseSchema = z.object({ account: accountSchema })

/**
 * What `POST /api/stripe/checkout` takes. What the plan costs is the server's to know. `attempt` is the same in every try
 * of one checkout, so that nobody pays twice because an answer was lost.
 */
export const checkoutBodySchema = z.strictObject({
  plan: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'is not the id of a plan'),
  attempt: z.uuid(),
})

/**
 * What `POST /api/stripe/checkout` answers: where to go and pay, or that it is paid (a card was on file). `checkout_id`
 * is the same for every try of one checkout.
 */
export const checkoutResponseSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('redirect'), url: z.url({ protocol: /^https$/ }) }),
  z.object({ status: z.literal('complete'), checkout_id: z.string().regex(/^[\w.:-]{1,100}$/), plan: z.string() }),
])

export type AccountValue = z.infer<typeof accountValueSchema>
export type AccountChanges = z.infer<typeof accountChangesSchema>
export type AccountResponse = z.infer<typeof accountResponseSchema>
export type CheckoutBody = z.infer<typeof checkoutBodySchema>
export type CheckoutResponse = z.infer<typeof checkoutResponseSchema>
