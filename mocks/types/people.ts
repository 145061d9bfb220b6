import type { AddressableList, Reference, Timestamp } from './envelopes.ts'

/** A workspace, as in `GET /me`. */
export interface App {
  type: 'app'
  id_code: string
  name: string
  created_at: Timestamp
  secure: boolean
  identity_verification: boolean
  timezone: string
  region: 'US' | 'EU' | 'AU'
}

/** A teammate with access to the workspace. */
export interface Admin {
  type: 'admin'
  id: string
  name: string
  email: string
  job_title: string
  away_mode_enabled: boolean
  away_mode_reassign: boolean
  away_status_reason_id: number | null
  has_inbox_seat: boolean
  team_ids: number[]
  /** URL of a picture. In 2.11, and in `GET /me`, an object with `image_url`. */
  avatar: string | null
  team_priority_level: { primary_team_ids: number[]; secondary_team_ids: number[] }
}

/** A team that conversations can be assigned to. */
export interface Team {
  type: 'team'
  id: string
  name: string
  admin_ids: number[]
  admin_priority_level: { primary_admin_ids: number[]; secondary_admin_ids: number[] }
  assignment_limit: number | null
  distribution_method: string | null
}

/** A tag of the workspace. */
export interface Tag {
  type: 'tag'
  id: string
  name: string
}

/** A tag on a contact or conversation. */
export interface AppliedTag extends Tag {
  applied_at: Timestamp
  applied_by: Reference
}

/** A company. Without a plan, `plan` is an empty object. */
export interface Company {
  type: 'company'
  /** Intercom's id of the company. */
  id: string
  /** The app's id of the company. */
  company_id: string
  app_id: string
  name: string
  plan: { type: 'plan'; id: string; name: string } | Record<string, never>
  remote_created_at: Timestamp
  created_at: Timestamp
  updated_at: Timestamp
  last_request_at?: Timestamp
  size?: number
  website?: string
  industry?: string
  /** In the currency of the workspace. */
  monthly_spend: number
  session_count: number
  user_count: number
  custom_attributes: Record<string, AttributeValue>
  tags: { type: 'tag.list'; tags: Tag[] }
  segments: { type: 'segment.list'; segments: [] }
}

/** Value of a custom attribute. */
export type AttributeValue = string | number | boolean | null

/** Associated instances of a custom object, as the value of a custom attribute. */
export interface CustomObjectList {
  /** Name of the custom object and `.list`, such as `Order.list`. */
  type: string
  instances: {
    id: string
    external_id: string
    external_created_at: Timestamp | null
    external_updated_at: Timestamp | null
    custom_attributes: Record<string, AttributeValue>
    type: string
  }[]
}

/** A customer: a `user`, known to the app by `external_id`, or an anonymous `lead`. */
export interface Contact {
  type: 'contact'
  /** A string of 24 hexadecimal digits. */
  id: string
  workspace_id: string
  external_id: string | null
  role: 'user' | 'lead'
  /** May contain HTML entities, such as `O&#39;Neill`. */
  name: string | null
  email: string | null
  email_domain: string | null
  phone: string | null
  avatar: { type: 'avatar'; image_url: string | null } | null
  owner_id: number | null
  social_profiles: { type: 'list'; data: { type: 'social_profile'; name: string; url: string }[] }
  has_hard_bounced: boolean
  marked_email_as_spam: boolean
  unsubscribed_from_emails: boolean
  created_at: Timestamp
  updated_at: Timestamp
  signed_up_at: Timestamp | null
  last_seen_at: Timestamp | null
  last_replied_at: Timestamp | null
  last_contacted_at: Timestamp | null
  last_email_opened_at: Timestamp | null
  last_email_clicked_at: Timestamp | null
  language_override: string | null
  browser: string | null
  browser_version: string | null
  browser_language: string | null
  os: string | null
  location: {
    type: 'location'
    country: string | null
    region: string | null
    city: string | null
    country_code: string | null
    continent_code: string | null
  }
  custom_attributes: Record<string, AttributeValue | CustomObjectList>
  tags: AddressableList
  notes: AddressableList
  companies: AddressableList
  opted_out_subscription_types: AddressableList
  opted_in_subscription_types: AddressableList
}

/** A note on a contact, unlike a note in a conversation. */
export interface ContactNote {
  type: 'note'
  id: string
  created_at: Timestamp
  contact: { type: 'contact'; id: string }
  author: Admin
  body: string
}

/** An event of a contact, tracked with `POST /events`. */
export interface DataEvent {
  type: 'event'
  id: string
  event_name: string
  created_at: Timestamp
  /** `external_id` of the contact. */
  user_id: string | null
  intercom_user_id: string
  email: string | null
  metadata: Record<string, unknown>
}
