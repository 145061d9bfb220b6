import { expect, it } from 'vitest'
import { findLast, findLastIndex } from '@/lib/intercom/find-last'

it.each([
  [[], -1],
  [[1, 3], -1],
  [[2, 1], 0],
  [[2, 4, 1], 1],
  [[1, 2], 1],
])('finds the last even number of %j', (items, index) => {
  const isEven = (item: number) => item % 2 === 0
  expect(findLastIndex(items, isEven)).toBe(index)
  expect(findLast(items, isEven)).toBe(items[index])
})
