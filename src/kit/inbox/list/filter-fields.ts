/** The parts of an inbox's filter by name: as fields of the filter panel, and as chips. */
import type { AdminsResponse, ConversationCounts, Tag } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import type { inboxToolbarStrings, Translator } from '../../strings/index.ts'
import { defaultInboxFilter, type InboxFilter, sorts } from './inbox-filter.ts'

type ToolbarStrings = Translator<typeof inboxToolbarStrings>

/** What the filter of an inbox can name. `undefined` while loading, and after a failure. */
export interface FilterChoices {
  admins?: AdminsResponse | undefined
  tags?: Tag[] | undefined
}

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

/** A part of a filter that narrows the list. */
export interface FilterName {
  key: FilterField['key'] | 'q'
  name: string
}

const NAME_LENGTH = 60

const toOptions = (items: { id: string; name: string }[] = [], prefix = ''): FilterOption[] =>
  items.map(({ id, name }) => ({ value: `${prefix}${id}`, label: cleanText(name, NAME_LENGTH) }))

function findOption({ options, value }: Pick<FilterField, 'options' | 'value'>): FilterOption | undefined {
  return options.flatMap((one) => ('group' in one ? one.options : [one])).find((option) => option.value === value)
}

/** Adds the current value if it is not among the options, so that the field can show it. */
function withValue(options: FilterField['options'], value: string, label: string): Pick<FilterField, 'options' | 'value'> {
  return { value, options: findOption({ options, value }) ? options : [...options, { value, label }] }
}

/** Returns the fields of the filter panel, with the number of conversations beside some choices if known. */
export function getFilterFields(
  filter: InboxFilter,
  { admins, tags }: FilterChoices,
  counts: ConversationCounts | undefined,
  t: ToolbarStrings,
): FilterField[] {
  // The counts are about open conversations.
  const shown = filter.state === 'open' ? counts : undefined
  const people = [
    { group: t('teammates'), options: toOptions(admins?.admins) },
    { group: t('teams'), options: toOptions(admins?.teams, 'team:') },
  ]
  const assignees = [
    { value: '', label: t('anyone') },
    { value: 'me', label: shown ? t('meCount', { count: shown.mine }) : t('me') },
    { value: 'unassigned', label: shown ? t('unassignedCount', { count: shown.unassigned }) : t('unassigned') },
    ...people.filter(({ options }) => options.length > 0),
  ]
  return [
    {
      key: 'assignee',
      label: t('assignee'),
      ...withValue(assignees, filter.assignee ?? '', admins ? t('unknownAssignee') : '…'),
    },
    {
      key: 'tagId',
      label: t('tag'),
      ...withValue([{ value: '', label: t('anyTag') }, ...toOptions(tags)], filter.tagId ?? '', tags ? t('unknownTag') : '…'),
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
    { key: 'sort', label: t('sort'), value: filter.sort, options: sorts.map((sort) => ({ value: sort, label: t(sort) })) },
  ]
}

/** Returns the parts that narrow a list, in the order of the toolbar. */
export function getFilterNames(filter: InboxFilter, choices: FilterChoices, t: ToolbarStrings): FilterName[] {
  const text = cleanText(filter.q, NAME_LENGTH)
  const names: FilterName[] = text ? [{ key: 'q', name: t('searchChip', { text }) }] : []
  for (const field of getFilterFields(filter, choices, undefined, t)) {
    const { key, value } = field
    if (value === (defaultInboxFilter[key] ?? '')) continue
    const name = findOption(field)?.label ?? value
    names.push({ key, name: key === 'assignee' ? t('assigneeChip', { name }) : key === 'tagId' ? t('tagChip', { name }) : name })
  }
  return names
}

/** Returns the filter with the chosen value of a field. */
export function withField(filter: InboxFilter, key: FilterField['key'], value: string): InboxFilter {
  return { ...filter, [key]: value || null }
}

/** Returns the filter without one of its parts. */
export function clearFilterPart(filter: InboxFilter, key: FilterName['key']): InboxFilter {
  return { ...filter, [key]: defaultInboxFilter[key] }
}
