import type {
  ActivityLog, Admin, App, Article, Author, AwayReason, Company, Contact, ContactNote, Conversation, ConversationAttribute, DataEvent,
  InternalArticle, Macro, Segment, SubscriptionType, Tag, Team, Timestamp,
} from './types.ts'

/** Kinds of objects that get ids from {@link nextId}. */
export type IdKind =
  | 'admin' | 'team' | 'tag' | 'company' | 'contact' | 'conversation' | 'part' | 'source' | 'note' | 'event' | 'segment'
  | 'subscription' | 'macro' | 'article'

/** All data of a mocked Intercom, as plain objects in the API's shapes. Tests may read and change it. */
export interface Workspace {
  app: App
  /** Id of the admin that `GET /me` returns. */
  viewer_id: string
  /** Intercom's bot, Fin. */
  bot: Author
  admins: Admin[]
  teams: Team[]
  tags: Tag[]
  companies: Company[]
  contacts: Contact[]
  /** Archived contacts. Requests find them only after `unarchive`. */
  archived: Contact[]
  conversations: Conversation[]
  notes: ContactNote[]
  events: DataEvent[]
  segments: Segment[]
  subscription_types: SubscriptionType[]
  away_reasons: AwayReason[]
  activity_logs: ActivityLog[]
  /** Definitions of conversations' custom attributes. Values without a definition are allowed. */
  conversation_attributes: ConversationAttribute[]
  macros: Macro[]
  /** Articles of the Help Center, drafts included. */
  articles: Article[]
  internal_articles: InternalArticle[]
  /** Number of ids issued for each kind. */
  issued: Record<IdKind, number>
}

/** Kinds whose ids have 24 hexadecimal digits. */
const objectPrefixes = { contact: '68a1c0de', company: '68a1c0c0', event: '68a1c0ee', segment: '68a1c05e' }
type ObjectKind = keyof typeof objectPrefixes

const FIRST_ID: Record<Exclude<IdKind, ObjectKind>, number> = {
  admin: 7042000,
  team: 8310000,
  tag: 9128000,
  conversation: 215471000000000,
  part: 31250000000,
  source: 2680000000,
  note: 5500000,
  subscription: 90,
  macro: 410000,
  article: 9640000,
}

const isObjectKind = (kind: IdKind): kind is ObjectKind => kind in objectPrefixes

/** Returns the next id of a kind. Ids are the same in every workspace, so stories and tests can refer to them. */
export function nextId(workspace: Workspace, kind: IdKind): string {
  const count = ++workspace.issued[kind]
  if (isObjectKind(kind)) return objectPrefixes[kind] + count.toString(16).padStart(16, '0')
  return String(FIRST_ID[kind] + count)
}

/**
 * Creates an empty workspace.
 * @param createdAt Unix seconds.
 */
export function createWorkspace(createdAt: Timestamp): Workspace {
  return {
    app: {
      type: 'app',
      id_code: 'hx7q2mlt',
      name: 'Tidewater Metrics',
      created_at: createdAt,
      secure: true,
      identity_verification: true,
      timezone: 'Europe/Dublin',
      region: 'US',
    },
    viewer_id: String(FIRST_ID.admin + 1),
    bot: {
      type: 'bot',
      id: '7041999',
      name: 'Fin',
      email: 'operator+hx7q2mlt@intercom.io',
      from_ai_agent: true,
      is_ai_answer: true,
    },
    admins: [],
    teams: [],
    tags: [],
    companies: [],
    contacts: [],
    archived: [],
    conversations: [],
    notes: [],
    events: [],
    segments: [],
    subscription_types: [],
    away_reasons: [],
    activity_logs: [],
    conversation_attributes: [],
    macros: [],
    articles: [],
    internal_articles: [],
    issued: {
      admin: 0, team: 0, tag: 0, company: 0, contact: 0, conversation: 0, part: 0, source: 0, note: 0, event: 0,
      segment: 0, subscription: 0, macro: 0, article: 0,
    },
  }
}
