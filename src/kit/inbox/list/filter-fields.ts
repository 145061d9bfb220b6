/** Fields of the filter panel, as data. */
import type { ConversationCounts } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import type { InboxFilter } from './inbox-filter.ts'
import type { FilterChoices, ToolbarWords } from './inbox-filter-names.ts'

const NAME_LENGTH = 60

/** A choice of a field. */
export interface FilterOption {
  value: string
  label: string
}

/** A field: a native select with options and groups of options. */
export interface FilterField {
  key: 'assignee' | 'tagId' | 'priority' | 'sort'
  label: string
  value: string
  options: (FilterOption | { group: string; options: FilterOption[] })[]
}

const toOptions = (items: { id: string; name: string }[], prefix = ''): FilterOption[] =>
  items.map(({ id, name }) => ({ value: `${prefix}${id}`, label: cleanText(name, NAME_LENGTH) }))

/** Adds the current value if it is not among the options, so that the field can show it. */
function withValue(options: FilterField['options'], value: string, label: string): FilterField['options'] {
  const isListed = options.some((one) => ('group' in one ? one.options : [one]).some((option) => option.value === value))
  return isListed ? options : [...options, { value, label }]
}

/**
 * Returns the fields of the filter panel.
 *
 * @param filter current filter
 * @param choices admins, teams and tags; `undefined` while they load
 * @param counts number of conversations of each kind, if known
 */
export function getFilterFields(
  filter: InboxFilter,
  { admins, tags }: FilterChoices,
  counts: ConversationCounts | undefined,
  t: ToolbarWords,
): FilterField[] {
  // The counts are about open conversations.
  const shown = filter.state === 'open' ? counts : undefined
  const people = [
    { group: t('teammates'), options: toOptions(admins?.admins ?? []) },
    { group: t('teams'), options: toOptions(admins?.teams ?? [], 'team:') },
  ]
  const assignees = [
    { value: '', label: t('anyone') },
    { value: 'me', label: shown ? t('meCount', { count: shown.mine }) : t('me') },
    { value: 'unassigned', label: shown ? t('unassignedCount', { count: shown.unassigned }) : t('unassigned') },
    ...people.filter(({ options }) => options.length > 0),
  ]
  const assignee = filter.assignee ?? ''
  const tagId = filter.tagId ?? ''
  return [
    {
      key: 'assignee',
      label: t('assignee'),
      value: assignee,
      options: withValue(assignees, assignee, admins ? t('unknownAssignee') : '…'),
    },
    {
      key: 'tagId',
      label: t('tag'),
      value: tagId,
      options: withValue([{ value: '', label: t('anyTag') }, ...toOptions(tags ?? [])], tagId, tags ? t('unknownTag') : '…'),
    },
    {
      key: 'priority',
      label: t('priority'),
      value: filter.priority ?? '',
      options: [
        { value: '', label: t('anyPriority') },
        { value: 'priority', label: t('withPriority') },
        { value: 'not_priority', label: t('withoutPriority') },
      ],
    },
    {
      key: 'sort',
      label: t('sort'),
      value: filter.sort,
      options: (['newest', 'waiting', 'oldest'] as const).map((sort) => ({ value: sort, label: t(sort) })),
    },
  ]
}

/** Returns the filter with the chosen value of a field. */
export function withField(filter: InboxFilter, key: FilterField['key'], value: string): InboxFilter {
  return { ...filter, [key]: value || null }
}
