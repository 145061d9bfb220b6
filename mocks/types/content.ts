import type { Timestamp } from './envelopes.ts'

/** A saved reply, since 2.16. */
export interface Macro {
  type: 'macro'
  id: string
  name: string
  /** HTML with placeholders as `<attribute key="user.name" default="there"/>`. `null` in long lists. */
  body: string | null
  /** Text with placeholders as `{{user.name|fallback:"there"}}`. `null` in long lists. */
  body_text: string | null
  /** ISO 8601, as `updated_at`. */
  created_at: string
  updated_at: string
  visible_to: 'everyone' | 'specific_teams'
  visible_to_team_ids: string[]
  available_on: ('inbox' | 'messenger')[]
}

/** An article of the Help Center. Its body is HTML, as that of an {@link InternalArticle}. */
export interface Article {
  type: 'article'
  id: string
  workspace_id: string
  title: string
  description: string
  body: string
  author_id: number
  state: 'published' | 'draft'
  created_at: Timestamp
  updated_at: Timestamp
  /** `null` for a draft. */
  url: string | null
  parent_ids: number[]
  tags: { type: 'tag.list'; tags: [] }
}

/** An article for teammates, since 2.14. */
export interface InternalArticle {
  type: 'internal_article'
  id: string
  title: string
  body: string
  owner_id: number
  author_id: number
  created_at: Timestamp
  updated_at: Timestamp
  locale: string
}
