import { describe, expect, it, test } from 'vitest'
import type { AttributeDefinition, ConversationDetails } from '@/kit/contracts/index'
import { getDetailAttributes, parseAttribute } from '@/kit/inbox/details/detail-attributes'

const t = (key: string) => key
const format = { locale: 'en-GB', timeZone: 'UTC' }
const define = (name: string, data_type: AttributeDefinition['data_type'], options: string[] = []) => ({ name, description: null, data_type, options })
const withAttributes = (...attributes: ConversationDetails['attributes']) => ({ attributes }) as ConversationDetails

describe('getDetailAttributes', () => {
  const details = withAttributes({ name: 'severity', value: 'High' }, { name: 'seats', value: 4 }, { name: 'log', value: 'cut', truncated: true })

  it('sorts what has a value by label, and adds what could have one', () => {
    const rows = getDetailAttributes(details, [define('severity', 'list', ['High', 'Low']), define('order', 'string'), define('due', 'other')], t, format)
    expect(rows.map(({ name }) => name)).toEqual(['log', 'seats', 'severity', 'order'])
    expect(rows.at(-1)).toMatchObject({ isMissing: true, text: 'notSet' })
  })

  it('edits only defined attributes, and no text that lacks a part', () => {
    const isEditable = (definitions: AttributeDefinition[] | null | undefined) =>
      Object.fromEntries(getDetailAttributes(details, definitions, t, format).map((row) => [row.name, row.isEditable]))
    expect(isEditable([define('severity', 'string'), define('log', 'string')])).toEqual({ severity: true, seats: false, log: false })
    expect(isEditable(null)).toEqual({ severity: true, seats: true, log: false })
    expect(isEditable(undefined)).toEqual({ severity: false, seats: false, log: false })
  })
})

test.each([
  ['  ', 'string', { value: null }], ['', 'integer', { value: null }], [' High ', 'string', { value: 'High' }],
  ['true', 'boolean', { value: true }], ['false', 'boolean', { value: false }],
  ['12', 'integer', { value: 12 }], ['1.5', 'decimal', { value: 1.5 }], ['-1,5', 'decimal', { value: -1.5 }],
  ['1.5', 'integer', { problem: 'needsInteger' }], ['9007199254740993', 'integer', { problem: 'needsInteger' }],
  ['a lot', 'decimal', { problem: 'needsNumber' }], ['Infinity', 'decimal', { problem: 'needsNumber' }], ['1e999', 'decimal', { problem: 'needsNumber' }],
] as const)('reads %j entered for a %s', (entered, type, expected) => {
  expect(parseAttribute(entered, type)).toEqual(expected)
})
