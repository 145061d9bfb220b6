import { z } from 'zod'
import { attributeNameSchema, attributeValueSchema } from './contact-contract.ts'

/** Channels, as in Intercom. `conversation` is the Messenger. */
export const channels = [
  'conversation', 'email', 'facebook', 'instagram', 'phone_call', 'phone_switch', 'push', 'sms', 'twitter', 'whatsapp',
] as const

/** Rating by a customer, from 1 (worst) to 5. `remark` is the customer's comment, at most 500 characters. */
export const ratingSchema = z.object({ score: z.number().int().min(1).max(5), remark: z.string().nullable() })

/** Facts about a conversation for the team. Customers never receive them. */
export const conversationDetailsSchema = z.object({
  /** Channel that replies use; `other` if the kit doesn't know it. */
  channel: z.enum([...channels, 'other']),
  /** Page on which the customer started the conversation. */
  page_url: z.string().nullable(),
  /** Part of Intercom's AI agent, Fin; `null` if it took no part. */
  ai_agent: z
    .object({
      /**
       * `escalated` includes `routed_to_team`, its name before API version 2.15. `null` without an answer of the agent,
       * or if the kit doesn't know the outcome.
       */
      outcome: z
        .enum(['assumed_resolution', 'confirmed_resolution', 'escalated', 'procedure_handoff', 'negative_feedback', 'abandoned'])
        .nullable(),
      rating: ratingSchema.nullable(),
      /** Content that the agent answered from, at most ten. */
      sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
    })
    .nullable(),
  /** Rating of the conversation; `null` without one. */
  rating: ratingSchema.nullable(),
  /** Service level agreement. Intercom reports `missed` only when a teammate replies after the deadline. */
  sla: z.object({ name: z.string().nullable(), status: z.enum(['active', 'hit', 'missed', 'cancelled']) }).nullable(),
  /** Custom attributes that have a value: at most 50 of 8,000 characters together, each text at most 500 characters. */
  attributes: z.array(
    z.object({
      name: z.string(),
      value: attributeValueSchema,
      /** Set if `value` lacks a part of the text, such as its end or line breaks. Writing it back would lose that part. */
      truncated: z.literal(true).optional(),
    }),
  ),
})

/** Definition of a conversation's custom attribute. */
export const attributeDefinitionSchema = z.object({
  name: attributeNameSchema,
  description: z.string().nullable(),
  /** Type of the values; `other` for types that the kit can't edit, such as `datetime` and `files`. */
  data_type: z.enum(['string', 'integer', 'decimal', 'boolean', 'list', 'other']),
  /** Allowed values of a `list`; empty for other types. */
  options: z.array(z.string()),
})

/** Response of `GET /api/intercom/conversations/attributes`. `null` if Intercom's API version has no definitions. */
export const attributeDefinitionsResponseSchema = z.object({ definitions: z.array(attributeDefinitionSchema).nullable() })

export type ConversationDetails = z.infer<typeof conversationDetailsSchema>
export type Rating = z.infer<typeof ratingSchema>
export type AttributeDefinition = z.infer<typeof attributeDefinitionSchema>
export type AttributeDefinitionsResponse = z.infer<typeof attributeDefinitionsResponseSchema>
