import { z } from 'zod'
import { errorResponseSchema } from './errors.ts'
import { timestampSchema } from './ids.ts'

/** State of a setting, never its value. `problem` explains what is wrong and how to fix it. */
export const settingStateSchema = z.object({
  name: z.string(),
  state: z.enum(['set', 'missing', 'invalid']),
  /** Whether the kit fails without it. */
  required: z.boolean(),
  problem: z.string().nullable(),
  /** Advice about a setting that works but is weak, such as a short secret. */
  warning: z.string().nullable(),
})

/** Response of `GET /api/intercom/health`. It also works when nothing is set up. */
export const healthResponseSchema = z.object({
  /** Whether the token is accepted and no setting is invalid. */
  ok: z.boolean(),
  settings: z.array(settingStateSchema),
  /** Whether Intercom accepts the access token; `unknown` if Intercom can't be reached. */
  token: z.enum(['accepted', 'refused', 'unknown']),
  /** Error of the request to Intercom, if it failed. */
  error: errorResponseSchema.shape.error.pick({ code: true, message: true }).nullable(),
  /** Unix seconds of the last webhook about a conversation; `null` if none has arrived, so pages poll instead. */
  webhook_at: timestampSchema.nullable(),
  /** Why live updates are delayed, and how to fix it; `null` if webhooks arrive. */
  webhook_problem: z.string().nullable(),
  /** Workspace of the access token. `id` must equal `NEXT_PUBLIC_INTERCOM_APP_ID`. */
  workspace: z.object({
    id: z.string(),
    name: z.string().nullable(),
    region: z.string().nullable(),
    identity_verification: z.boolean().nullable(),
  }).nullable(),
})

export type SettingState = z.infer<typeof settingStateSchema>
export type HealthResponse = z.infer<typeof healthResponseSchema>
