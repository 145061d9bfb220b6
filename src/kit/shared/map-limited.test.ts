import { expect, it } from 'vitest'
import { findLastIndex } from '@/kit/shared/map-limited'

it.each([
  [[], -1],
  [[1, 3], -1],
  [[2, 1], 0],
  [[2, 4, 1], 1],
  [[1, 2], 1],
])('finds the last even number of %j', (items, index) => {
  expect(findLastIndex(items, (item) => item % 2 === 0)).toBe(index)
})
