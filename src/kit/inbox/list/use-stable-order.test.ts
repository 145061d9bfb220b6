import { expect, test } from 'vitest'
import { keepOrder } from '@/kit/inbox/list/use-stable-order'

const rows = (ids: string) => [...ids].map((id) => ({ id }))
const order = (before: string, now: string) => keepOrder([...before], rows(now)).map(({ id }) => id).join('')

test.each([
  ['abcd', 'dabc', 'abcd', 'one that moved up stays where it was'],
  ['abcd', 'xabcd', 'abcd', 'one that came above waits'],
  ['abcd', 'abxcd', 'abcd', 'one that came between waits'],
  ['abcd', 'abcdxy', 'abcdxy', 'those that were loaded after the last are there'],
  ['abcd', 'dxabcyz', 'abcdyz', 'all of it at once'],
  ['abcd', 'acd', 'acd', 'one that is gone is gone'],
  ['abcd', 'xy', 'xy', 'of another list nothing is kept'],
  ['abcd', '', '', 'nor of an empty one'],
])('orders %s, then %s, as %s (%s)', (before, now, shown) => {
  expect(order(before, now)).toBe(shown)
})

test('shows the latest version of each row', () => {
  expect(keepOrder(['b', 'a'], [{ id: 'a', text: 'new' }, { id: 'b', text: 'newer' }])).toEqual([
    { id: 'b', text: 'newer' }, { id: 'a', text: 'new' },
  ])
})
