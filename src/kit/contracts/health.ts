/** Whether the app is set up. */
import { z } from 'zod'
import { errorResponseSchema } from './errors.ts'
import { timestampSchema } from './ids.ts'

/** A setting: whether it is there and right, never what it is. `problem` says what is wrong with it and what to do. */
export const settingStateSchema = z.object({
  name: z.string(),
  state: z.enum(['set', 'missing', 'invalid']),
  /** Whether something of the kit does not work without it. */
  required: z.boolean(),
  problem: z.string().nullable(),
  /** A weakness of a setting that works, such as a short secret. */
  warning: z.string().nullable(),
})

/** `GET /api/intercom/health`: what is set up and what is not, for agents. It is answered even where nothing is. */
export const healthResponseSchema = z.object({
  /** Whether the routes can talk to Intercom. */
  ok: z.boolean(),
  settings: z.array(settingStateSchema),
  /** Whether Intercom accepts the access token; `unknown` where it could not be asked. */
  token: z.enum(['accepted', 'refused', 'unknown']),
  /** Why Intercom could not be asked, or refused. */
  error: errorResponseSchema.shape.error.pick({ code: true, message: true }).nullable(),
  /** Unix seconds of the last webhook about a conversation; `null` if none has arrived, so pages poll instead. */
  webhook_at: timestampSchema.nullable(),
  /** Why live updates are not at once, and what to do; `null` if webhooks arrive. */
  webhook_problem: z.string().nullable(),
  /** The workspace that the token belongs to. `id` is what NEXT_PUBLIC_INTERCOM_APP_ID must be. */
  workspace: z.object({
    id: z.string(),
    name: z.string().nullable(),
    region: z.string().nullable(),
    identity_verification: z.boolean().nullable(),
  }).nullable(),
})

export type SettingState = z.infer<typeof settingStateSchema>
export type HealthResponse = z.infer<typeof healthResponseSchema>
