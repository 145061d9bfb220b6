/** What the parts of a filter are called: on the chips that take them away, and where nothing matches them. */
import type { AdminsResponse, Tag } from '../../contracts/index.ts'
import { defaultInboxFilter, type InboxFilter } from './inbox-filter.ts'
import type { inboxToolbarMessages, Translate } from '../../strings/index.ts'
import { cleanText } from '../../shared/clean-text.ts'

/** The toolbar's words. */
export type ToolbarWords = Translate<typeof inboxToolbarMessages>

/** Those whom the filter may name. Undefined while they are on their way, or where they did not come. */
export interface FilterChoices {
  admins?: AdminsResponse | undefined
  tags?: Tag[] | undefined
}

/** One thing that narrows the list down. */
export interface FilterName {
  /** The field of the filter that it is. */
  key: 'q' | 'assignee' | 'tagId' | 'priority' | 'sort'
  /** What it is called. */
  name: string
}

const NAME_LENGTH = 60

function assigneeName(assignee: string, admins: AdminsResponse | undefined, t: ToolbarWords): string {
  if (assignee === 'me') return t('me')
  if (assignee === 'unassigned') return t('unassigned')
  if (!admins) return '…'
  const team = assignee.startsWith('team:') ? assignee.slice('team:'.length) : null
  const found = team === null ? admins.admins.find(({ id }) => id === assignee) : admins.teams.find(({ id }) => id === team)
  return cleanText(found?.name, NAME_LENGTH) || t('unknownAssignee')
}

function tagName(tagId: string, tags: Tag[] | undefined, t: ToolbarWords): string {
  if (!tags) return '…'
  return cleanText(tags.find(({ id }) => id === tagId)?.name, NAME_LENGTH) || t('unknownTag')
}

/**
 * What narrows a list down, in the order of the toolbar.
 *
 * @param filter what is shown
 * @param choices whom and what it may name
 * @param t the toolbar's words
 */
export function filterNames(filter: InboxFilter, { admins, tags }: FilterChoices, t: ToolbarWords): FilterName[] {
  const parts: FilterName[] = []
  const { q, assignee, tagId, priority, sort } = filter
  if (q.trim() !== '') parts.push({ key: 'q', name: t('searchChip', { text: cleanText(q, NAME_LENGTH) }) })
  if (assignee !== null) {
    parts.push({ key: 'assignee', name: t('assigneeChip', { name: assigneeName(assignee, admins, t) }) })
  }
  if (tagId !== null) parts.push({ key: 'tagId', name: t('tagChip', { name: tagName(tagId, tags, t) }) })
  if (priority !== null) {
    parts.push({ key: 'priority', name: t(priority === 'priority' ? 'withPriority' : 'withoutPriority') })
  }
  if (sort !== defaultInboxFilter.sort) parts.push({ key: 'sort', name: t(sort) })
  return parts
}

/** The filter without one of its parts. */
export function withoutPart(filter: InboxFilter, key: FilterName['key']): InboxFilter {
  return { ...filter, [key]: defaultInboxFilter[key] }
}
