import { describe, expect, it } from 'vitest'
import { findOptions } from '@/kit/inbox/list/use-find-list'

const options = [
  { id: '1', label: 'Zoë Łukasiewicz', keywords: 'zoe@example.com' },
  { id: '2', label: 'Billing team' },
  { id: '3', label: 'نور حداد' },
]
const found = (query: string) => findOptions(options, query).map(({ id }) => id)

describe('findOptions', () => {
  it.each([
    ['', ['1', '2', '3']],
    ['  ', ['1', '2', '3']],
    ['zoe', ['1']],
    ['ZOË', ['1']],
    ['example.com', ['1']],
    ['team bill', ['2']],
    ['حداد', ['3']],
    ['nobody', []],
    ['(', []],
  ])('finds for %j the options %j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })
})
