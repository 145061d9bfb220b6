import type { AttributeValue, Contact, Conversation, CustomObjectList } from '../types.ts'
import { toPlainText } from './html.ts'
import { newResolutions } from './present.ts'

/** Value of a field. A list matches if any member matches. */
export type FieldValue = string | number | boolean | null | (string | number)[]

/** A field that searches can use. */
export interface SearchField<Item> {
  /** `day` matches dates by calendar day, `words` matches single words, and `any` is a custom attribute. */
  type: 'string' | 'words' | 'integer' | 'boolean' | 'date' | 'day' | 'any'
  read: (item: Item) => FieldValue
}

/** Searchable fields of a resource, by name. */
export interface FieldTable<Item> {
  fields: Record<string, SearchField<Item>>
  attributes: (item: Item) => Record<string, AttributeValue | CustomObjectList>
}

/** Finds a field, or a custom attribute by `custom_attributes.{name}`. */
export function findField<Item>(table: FieldTable<Item>, name: string): SearchField<Item> | undefined {
  if (Object.hasOwn(table.fields, name)) return table.fields[name]
  const prefix = 'custom_attributes.'
  if (!name.startsWith(prefix)) return undefined
  const read = (item: Item): FieldValue => {
    const value = table.attributes(item)[name.slice(prefix.length)] ?? null
    return typeof value === 'object' && value !== null ? value.instances.map(({ id }) => id) : value
  }
  return { type: 'any', read }
}

type ConversationField = SearchField<Conversation>
const text = <Item>(read: (item: Item) => FieldValue): SearchField<Item> => ({ type: 'string', read })
const integer = <Item>(read: (item: Item) => FieldValue): SearchField<Item> => ({ type: 'integer', read })
const flag = <Item>(read: (item: Item) => FieldValue): SearchField<Item> => ({ type: 'boolean', read })
const date = <Item>(read: (item: Item) => FieldValue): SearchField<Item> => ({ type: 'date', read })
const day = <Item>(read: (item: Item) => FieldValue): SearchField<Item> => ({ type: 'day', read })

const splitWords = (html: string): string[] => toPlainText(html).toLowerCase().match(/[\p{L}\p{N}_'’.@-]+/gu) ?? []

/** Fields of `POST /conversations/search`. */
export const conversationFields: FieldTable<Conversation> = {
  attributes: (conversation) => conversation.custom_attributes,
  fields: {
    id: text(({ id }) => id),
    created_at: date(({ created_at }) => created_at),
    updated_at: date(({ updated_at }) => updated_at),
    waiting_since: date(({ waiting_since }) => waiting_since),
    snoozed_until: date(({ snoozed_until }) => snoozed_until),
    title: text(({ title }) => title),
    open: flag(({ open }) => open),
    read: flag(({ read }) => read),
    state: text(({ state }) => state),
    // With its name since 2.16.
    priority: text(({ priority }) => [priority, priority === 'priority' ? 'high' : 'none']),
    admin_assignee_id: integer((conversation) => conversation.admin_assignee_id),
    team_assignee_id: integer((conversation) => conversation.team_assignee_id),
    contact_ids: text(({ contacts }) => contacts.contacts.map(({ id }) => id)),
    teammate_ids: text(({ teammates }) => teammates?.teammates.map(({ id }) => id ?? '') ?? []),
    tag_ids: text(({ tags }) => tags.tags.map(({ id }) => id)),
    channel_initiated: text(({ source }) => source.type),
    ai_agent_participated: flag((conversation) => conversation.ai_agent_participated),
    // With its name since 2.15.
    'ai_agent.resolution_state': text(({ ai_agent }) => {
      const state = ai_agent?.resolution_state ?? null
      return state === null ? null : [state, newResolutions.get(state) ?? state]
    }),
    'ai_agent.last_answer_type': text(({ ai_agent }) => ai_agent?.last_answer_type ?? null),
    'source.type': text(({ source }) => source.type),
    'source.id': text(({ source }) => source.id),
    'source.delivered_as': text(({ source }) => source.delivered_as),
    'source.subject': text(({ source }) => source.subject),
    'source.body': { type: 'words', read: ({ source }) => splitWords(source.body) },
    'source.url': text(({ source }) => source.url),
    'source.author.id': text(({ source }) => source.author.id),
    'source.author.type': text(({ source }) => source.author.type),
    'source.author.name': text(({ source }) => source.author.name),
    'source.author.email': text(({ source }) => source.author.email),
    'conversation_rating.score': integer((conversation) => conversation.conversation_rating?.rating ?? null),
    'conversation_rating.remark': text((conversation) => conversation.conversation_rating?.remark ?? null),
    ...buildStatisticsFields(),
  },
}

function buildStatisticsFields(): Record<string, ConversationField> {
  const dates = [
    'first_contact_reply_at', 'first_assignment_at', 'first_admin_reply_at', 'first_close_at', 'last_assignment_at',
    'last_contact_reply_at', 'last_admin_reply_at', 'last_close_at',
  ] as const
  const numbers = [
    'time_to_assignment', 'time_to_admin_reply', 'time_to_first_close', 'time_to_last_close', 'median_time_to_reply',
    'count_reopens', 'count_assignments', 'count_conversation_parts',
  ] as const
  return Object.fromEntries([
    ...dates.map((name) => [`statistics.${name}`, date<Conversation>(({ statistics }) => statistics?.[name] ?? null)]),
    ...numbers.map(
      (name) => [`statistics.${name}`, integer<Conversation>(({ statistics }) => statistics?.[name] ?? null)],
    ),
    ['statistics.last_closed_by_id', text<Conversation>(({ statistics }) => statistics?.last_closed_by_id ?? null)],
  ])
}

/** Fields of `POST /contacts/search`. */
export const contactFields: FieldTable<Contact> = {
  attributes: (contact) => contact.custom_attributes,
  fields: {
    id: text(({ id }) => id),
    role: text(({ role }) => role),
    name: text(({ name }) => name),
    email: text(({ email }) => email),
    email_domain: text(({ email_domain }) => email_domain),
    phone: text(({ phone }) => phone),
    external_id: text(({ external_id }) => external_id),
    owner_id: integer(({ owner_id }) => owner_id),
    created_at: day(({ created_at }) => created_at),
    updated_at: day(({ updated_at }) => updated_at),
    signed_up_at: day(({ signed_up_at }) => signed_up_at),
    last_seen_at: day(({ last_seen_at }) => last_seen_at),
    last_replied_at: day(({ last_replied_at }) => last_replied_at),
    last_contacted_at: day(({ last_contacted_at }) => last_contacted_at),
    last_email_opened_at: day(({ last_email_opened_at }) => last_email_opened_at),
    last_email_clicked_at: day(({ last_email_clicked_at }) => last_email_clicked_at),
    language_override: text(({ language_override }) => language_override),
    browser: text(({ browser }) => browser),
    browser_language: text(({ browser_language }) => browser_language),
    os: text(({ os }) => os),
    'location.country': text(({ location }) => location.country),
    'location.region': text(({ location }) => location.region),
    'location.city': text(({ location }) => location.city),
    unsubscribed_from_emails: flag((contact) => contact.unsubscribed_from_emails),
    marked_email_as_spam: flag((contact) => contact.marked_email_as_spam),
    has_hard_bounced: flag((contact) => contact.has_hard_bounced),
    tag_id: text(({ tags }) => tags.data.map(({ id }) => id)),
    company_ids: text(({ companies }) => companies.data.map(({ id }) => id)),
  },
}
