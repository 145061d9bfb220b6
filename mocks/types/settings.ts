import type { Timestamp } from './envelopes.ts'

/** Why a teammate is away, as a workspace words it. */
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

/** Something that a teammate changed in the workspace. */
export interface ActivityLog {
  id: string
  performed_by: { type: 'admin'; id: string; email: string; ip: string }
  metadata: Record<string, unknown>
  created_at: Timestamp
  activity_type: string
  activity_description: string
}

/** A set of contacts, by what they have in common. */
export interface Segment {
  type: 'segment'
  id: string
  name: string
  created_at: Timestamp
  updated_at: Timestamp
  person_type: 'contact' | 'user'
  /** Who is in it, as `POST /contacts/search` takes it. It is not sent. */
  query: object
}

/** A name for a subscription, in a language. */
interface Translation {
  name: string
  description: string
  locale: string
}

/** Something that contacts are written about, and may choose. */
export interface SubscriptionType {
  type: 'subscription'
  id: string
  state: 'live' | 'draft' | 'archived'
  /** Whether contacts get it until they say no, or once they say yes. */
  consent_type: 'opt_out' | 'opt_in'
  default_translation: Translation
  translations: Translation[]
  content_types: ('email' | 'sms_message')[]
}
