import { describe, expect, it } from 'vitest'
import { matchesQuery } from '@/kit/shared/matches-query'

const texts = ['Zoë Łukasiewicz zoe@example.com', 'Billing team', 'نور حداد']

describe('matchesQuery', () => {
  it.each([
    ['', texts],
    ['  ', texts],
    ['zoe', [texts[0]]],
    ['ZOË', [texts[0]]],
    ['example.com', [texts[0]]],
    ['team bill', [texts[1]]],
    ['حداد', [texts[2]]],
    ['nobody', []],
    ['(', []],
  ])('%j finds %j', (query, expected) => {
    expect(texts.filter((text) => matchesQuery(text, query))).toEqual(expected)
  })
})
