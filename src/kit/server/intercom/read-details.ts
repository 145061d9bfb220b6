import type { AttributeDefinition, ConversationDetails, Rating } from '../../contracts/index.ts'
import { attributeNameSchema, channels } from '../../contracts/index.ts'
import { getLinkHost, toSafeLink } from '../../rich-text/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import { isAttributeValue, readFlag, readList, readNumber, readObject, readText, type JsonObject } from './intercom-readers.ts'
import { normalizeLine } from './normalize-text.ts'

type AiAgent = NonNullable<ConversationDetails['ai_agent']>

const MAX_ATTRIBUTES = 50
const MAX_ATTRIBUTE_TEXTS = 8000
const MAX_TEXT = 500
const MAX_SOURCES = 10
const MAX_DEFINITIONS = 200

/** More options than a select is usable with. */
const MAX_OPTIONS = 200

const knownChannels: ReadonlySet<string> = new Set(channels)

/** A conversation can move to another channel, which only the preview of the API reports. */
function readChannel(conversation: JsonObject, source: JsonObject | null): ConversationDetails['channel'] {
  const current = readText(readObject(conversation.channel)?.current)
  const names = [current === 'messenger' ? 'conversation' : current, readText(source?.type)]
  return names.find((name): name is (typeof channels)[number] => name !== null && knownChannels.has(name)) ?? 'other'
}

function readWebAddress(value: unknown): string | null {
  const url = toSafeLink(value)
  return url && /^https?:/.test(url) ? url : null
}

/** Intercom sends an empty remark if the customer wrote none. */
function readRating(score: unknown, remark: unknown): Rating | null {
  const number = readNumber(score)
  if (number === null || !Number.isInteger(number) || number < 1 || number > 5) return null
  return { score: number, remark: normalizeLine(readText(remark)) }
}

const outcomes = new Map<string | null, AiAgent['outcome']>([
  ['assumed_resolution', 'assumed_resolution'],
  ['confirmed_resolution', 'confirmed_resolution'],
  ['routed_to_team', 'escalated'],
  ['escalated', 'escalated'],
  ['procedure_handoff', 'procedure_handoff'],
  ['negative_feedback', 'negative_feedback'],
  ['abandoned', 'abandoned'],
])

/** Addresses of Intercom's own pages are relative, and lead nowhere outside Intercom. */
function readSource(source: JsonObject): AiAgent['sources'][number] | null {
  const url = readWebAddress(source.url)
  const title = normalizeLine(readText(source.title)) ?? (url && getLinkHost(url))
  return title ? { title, url } : null
}

function readAiAgent(conversation: JsonObject): AiAgent | null {
  const agent = readObject(conversation.ai_agent)
  const outcome = outcomes.get(readText(agent?.resolution_state)) ?? null
  if (!readFlag(conversation.ai_agent_participated) && outcome === null) return null
  return {
    outcome,
    rating: readRating(agent?.rating, agent?.rating_remark),
    sources: readList(readObject(agent?.content_sources)?.content_sources, readSource).slice(0, MAX_SOURCES),
  }
}

const slaStatuses = ['active', 'hit', 'missed', 'cancelled'] as const

/** Intercom keeps an SLA that was removed, without a status. */
function readSla(value: unknown): ConversationDetails['sla'] {
  const sla = readObject(value)
  const status = slaStatuses.find((one) => one === sla?.sla_status)
  return sla && status ? { name: normalizeLine(readText(sla.sla_name)), status } : null
}

function readAttributes(value: unknown): ConversationDetails['attributes'] {
  const attributes: ConversationDetails['attributes'] = []
  let left = MAX_ATTRIBUTE_TEXTS
  for (const [name, given] of Object.entries(readObject(value) ?? {})) {
    if (given === null || given === '' || !isAttributeValue(given) || !attributeNameSchema.safeParse(name).success) continue
    const shown = typeof given === 'string' ? cleanText(given, MAX_TEXT) : given
    left -= name.length + String(shown).length
    if (left < 0 || attributes.length === MAX_ATTRIBUTES) break
    attributes.push({ name, value: shown, ...(shown !== given && { truncated: true }) })
  }
  return attributes
}

/** Reads what only teammates may see. */
export function readDetails(conversation: JsonObject): ConversationDetails {
  const source = readObject(conversation.source)
  const rating = readObject(conversation.conversation_rating)
  return {
    channel: readChannel(conversation, source),
    page_url: readWebAddress(source?.url),
    ai_agent: readAiAgent(conversation),
    rating: readRating(rating?.rating, rating?.remark),
    sla: readSla(conversation.sla_applied),
    attributes: readAttributes(conversation.custom_attributes),
  }
}

const dataTypes = ['string', 'integer', 'decimal', 'boolean', 'list'] as const

function readDefinition(definition: JsonObject): AttributeDefinition | null {
  const name = attributeNameSchema.safeParse(definition.name).data
  if (name === undefined || readFlag(definition.archived)) return null
  const options = readList(definition.options, (option) => (readFlag(option.archived) ? null : readText(option.label)))
  return {
    name,
    description: normalizeLine(readText(definition.description)),
    data_type: dataTypes.find((type) => type === definition.data_type) ?? 'other',
    options: [...new Set(options)].filter((label) => label !== '' && label.length <= MAX_TEXT).slice(0, MAX_OPTIONS),
  }
}

/** Reads the definitions of conversation attributes. `null` without a list. */
export function readDefinitions({ data }: JsonObject): AttributeDefinition[] | null {
  return Array.isArray(data) ? readList(data, readDefinition).slice(0, MAX_DEFINITIONS) : null
}
