import type { Timestamp } from './envelopes.ts'

/** Reason that teammates can select in away mode. */
export interface AwayReason {
  type: 'away_status_reason'
  id: string
  label: string
  emoji: string
  order: number
  deleted: boolean
  created_at: Timestamp
  updated_at: Timestamp
}

/** An entry of the workspace's activity log. */
export interface ActivityLog {
  id: string
  performed_by: { type: 'admin'; id: string; email: string; ip: string }
  metadata: Record<string, unknown>
  created_at: Timestamp
  activity_type: string
  activity_description: string
}

/** A saved filter on contacts. */
export interface Segment {
  type: 'segment'
  id: string
  name: string
  created_at: Timestamp
  updated_at: Timestamp
  person_type: 'contact' | 'user'
  /** Filter in the format of `POST /contacts/search`. Not part of responses. */
  query: object
}

/** Name of a subscription type in one language. */
interface Translation {
  name: string
  description: string
  locale: string
}

/** A kind of message that contacts can subscribe to. */
export interface SubscriptionType {
  type: 'subscription'
  id: string
  state: 'live' | 'draft' | 'archived'
  /** Whether contacts are subscribed by default or on request. */
  consent_type: 'opt_out' | 'opt_in'
  default_translation: Translation
  translations: Translation[]
  content_types: ('email' | 'sms_message')[]
}
