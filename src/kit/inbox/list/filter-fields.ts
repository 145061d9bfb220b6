import type { AdminsResponse, ConversationCounts, Tag } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import { channelStrings, type inboxFilterStrings, type Translator } from '../../strings/index.ts'
import { defaultInboxFilter, type InboxFilter } from '../../shared/inbox-filter.ts'

type FilterStrings = Translator<typeof inboxFilterStrings>
type ChannelStrings = Translator<typeof channelStrings>

/** Names for the filter's values. `undefined` while loading and after a failure. */
export interface FilterChoices {
  admins?: AdminsResponse | undefined
  tags?: Tag[] | undefined
}

interface FilterOption {
  value: string
  label: string
}

/** Native select with options and option groups. */
export interface FilterField {
  key: 'assignee' | 'teammate' | 'tagId' | 'priority' | 'channel' | 'agent' | 'sort'
  label: string
  value: string
  options: (FilterOption | { group: string; options: FilterOption[] })[]
}

interface FilterName {
  key: FilterField['key'] | 'q' | 'status'
  name: string
}

const sorts = ['newest', 'waiting', 'oldest'] as const
const agentParts = ['participated', 'handed_over'] as const

const NAME_LENGTH = 60

// `other` includes every channel that the kit doesn't know.
const channels = (Object.keys(channelStrings) as (keyof typeof channelStrings)[]).filter((channel) => channel !== 'other')

const toOptions = (items: { id: string; name: string }[] = [], prefix = ''): FilterOption[] =>
  items.map(({ id, name }) => ({ value: `${prefix}${id}`, label: cleanText(name, NAME_LENGTH) }))

function findOption({ options, value }: Pick<FilterField, 'options' | 'value'>): FilterOption | undefined {
  return options.flatMap((one) => ('group' in one ? one.options : [one])).find((option) => option.value === value)
}

/** Adds the current value if it is missing, so that the select can show it. */
function withValue(options: FilterField['options'], value: string, label: string): Pick<FilterField, 'options' | 'value'> {
  return { value, options: findOption({ options, value }) ? options : [...options, { value, label }] }
}

/** Returns the fields of the filter panel, with counts beside some options if known. */
export function getFilterFields(
  filter: InboxFilter,
  { admins, tags }: FilterChoices,
  counts: ConversationCounts | undefined,
  t: FilterStrings,
  getChannelName: ChannelStrings,
): FilterField[] {
  // Counts only include open conversations.
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
      key: 'teammate',
      label: t('teammate'),
      value: filter.teammate ?? '',
      options: [{ value: '', label: t('anyone') }, { value: 'me', label: t('withMe') }],
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
    {
      key: 'channel',
      label: t('channel'),
      ...withValue([{ value: '', label: t('anyChannel') }, ...channels.map((value) => ({ value, label: getChannelName(value) }))], filter.channel ?? '', filter.channel ?? ''),
    },
    {
      key: 'agent',
      label: t('agent'),
      value: filter.agent ?? '',
      options: [{ value: '', label: t('anyAgent') }, ...agentParts.map((value) => ({ value, label: t(value) }))],
    },
    { key: 'sort', label: t('sort'), value: filter.sort, options: sorts.map((sort) => ({ value: sort, label: t(sort) })) },
  ]
}

/** Returns labels for the active parts of a filter, in toolbar order. */
export function getFilterNames(filter: InboxFilter, choices: FilterChoices, t: FilterStrings, getChannelName: ChannelStrings): FilterName[] {
  const text = cleanText(filter.q, NAME_LENGTH)
  const names: FilterName[] = text ? [{ key: 'q', name: t('searchChip', { text }) }] : []
  for (const field of getFilterFields(filter, choices, undefined, t, getChannelName)) {
    const { key, value } = field
    if (value === (defaultInboxFilter[key] ?? '')) continue
    const name = findOption(field)?.label ?? value
    names.push({ key, name: key === 'assignee' ? t('assigneeChip', { name }) : key === 'tagId' ? t('tagChip', { name }) : key === 'teammate' ? t('takingPart') : name })
  }
  if (filter.status) names.push({ key: 'status', name: t('unreadOnly') })
  return names
}

/** Returns the filter with a new value of a field. */
export function withField(filter: InboxFilter, key: FilterField['key'], value: string): InboxFilter {
  return { ...filter, [key]: value || null }
}

/** Returns the filter with one part reset. */
export function clearFilterPart(filter: InboxFilter, key: FilterName['key']): InboxFilter {
  return { ...filter, [key]: defaultInboxFilter[key] }
}
