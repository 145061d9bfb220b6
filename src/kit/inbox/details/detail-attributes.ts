import type { AttributeDefinition, ConversationDetails } from '../../contracts/index.ts'
import {
  type AttributeValue, type conversationDetailsStrings, formatAttributeLabel, formatAttributeValue, type TimeFormat, type Translator,
} from '../../strings/index.ts'

type DetailsTranslator = Translator<typeof conversationDetailsStrings>

/** Custom attribute of a conversation, ready to show and to edit. */
export interface DetailAttribute {
  name: string
  label: string
  /** Formatted value. */
  text: string
  value: AttributeValue
  description: string | null
  type: AttributeDefinition['data_type']
  /** Allowed values of a `list`. */
  options: readonly string[]
  isMissing: boolean
  /** Whether `value` lacks a part of the text. */
  isTruncated: boolean
  isEditable: boolean
}

/** Without a definition, an attribute keeps the type of its value. */
function getType(value: AttributeValue): AttributeDefinition['data_type'] {
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'decimal' : 'string'
}

/**
 * Returns the attributes with a value, sorted by label, then defined ones without. `definitions` is `null` if there are none, and
 * `undefined` while they load. Known definitions make other attributes read-only, because those are Intercom's own.
 */
export function getDetailAttributes(
  { attributes }: ConversationDetails,
  definitions: readonly AttributeDefinition[] | null | undefined,
  t: DetailsTranslator,
  format: TimeFormat,
): DetailAttribute[] {
  const words = { yes: t('yes'), no: t('no'), notSet: t('notSet') }
  const toAttribute = (name: string, value: AttributeValue, isTruncated = false): DetailAttribute => {
    const definition = definitions?.find((one) => one.name === name)
    const type = definition?.data_type ?? getType(value)
    const isKnown = definitions === null || (definition !== undefined && type !== 'other')
    return {
      name,
      label: formatAttributeLabel(name),
      text: formatAttributeValue(name, value, words, format),
      value,
      description: definition?.description ?? null,
      type,
      options: definition?.options ?? [],
      isMissing: value === null,
      isTruncated,
      isEditable: isKnown && !isTruncated,
    }
  }
  const present = attributes.map(({ name, value, truncated }) => toAttribute(name, value, truncated))
  const missing = (definitions ?? [])
    .filter((definition) => definition.data_type !== 'other' && !attributes.some(({ name }) => name === definition.name))
    .map(({ name }) => toAttribute(name, null))
  return [...present.sort((a, b) => a.label.localeCompare(b.label, format.locale)), ...missing]
}

/** Returns the value that a user entered; `null` if empty. `problem` is the key of a string. */
export function parseAttribute(
  text: string,
  type: AttributeDefinition['data_type'],
): { value: AttributeValue } | { problem: 'needsNumber' | 'needsInteger' } {
  const entered = text.trim()
  if (entered === '') return { value: null }
  if (type === 'boolean') return { value: entered === 'true' }
  if (type !== 'integer' && type !== 'decimal') return { value: entered }
  // Phones in some languages have a comma only.
  const number = Number(entered.replace(/^(-?\d+),(\d+)$/, '$1.$2'))
  if (!Number.isFinite(number)) return { problem: type === 'integer' ? 'needsInteger' : 'needsNumber' }
  return type === 'integer' && !Number.isSafeInteger(number) ? { problem: 'needsInteger' } : { value: number }
}
