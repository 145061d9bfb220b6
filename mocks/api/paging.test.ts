import { describe, expect, it } from 'vitest'
import { type Order, type PageRequest, paginate } from './paging.ts'

interface Item { id: string; at: number | null }
const size = { default: 2, max: 5 }
const newest: Order<Item> = { value: ({ at }) => at, descending: true }
const items: Item[] = [1, 2, 3, 3, 5].map((at, index) => ({ id: String(index + 1), at }))
const ids = (page: { items: Item[] }) => page.items.map(({ id }) => id)

function everyPage(all: Item[], order: Order<Item>, per_page: number): string[][] {
  const pages: string[][] = []
  let request: PageRequest = { per_page }
  for (;;) {
    const page = paginate(all, order, request, size)
    pages.push(ids(page))
    if (!page.pages.next) return pages
    request = { per_page, starting_after: page.pages.next.starting_after }
  }
}

describe('paginate', () => {
  it('returns every item once, in order', () => {
    expect(everyPage(items, newest, 2)).toEqual([['5', '4'], ['3', '2'], ['1']])
    expect(everyPage(items, { ...newest, descending: false }, 3)).toEqual([['1', '2', '3'], ['4', '5']])
  })

  it('counts items and pages, and omits `next` on the last page', () => {
    const page = paginate(items, newest, {}, size)
    expect(page).toMatchObject({
      total_count: 5,
      pages: { type: 'pages', page: 1, per_page: 2, total_pages: 3, next: { page: 2 } },
    })
    expect(paginate(items, newest, { per_page: 5 }, size).pages).not.toHaveProperty('next')
    expect(paginate([], newest, {}, size)).toMatchObject({ items: [], total_count: 0, pages: { total_pages: 0 } })
  })

  it('neither repeats nor skips an item when the list changes between two pages', () => {
    const { pages } = paginate(items, newest, {}, size)
    const changed = [{ id: '9', at: 9 }, ...items.filter(({ id }) => id !== '4')]
    expect(ids(paginate(changed, newest, { starting_after: pages.next?.starting_after }, size))).toEqual(['3', '2'])
  })

  it('sorts items without a value last in both directions', () => {
    const some: Item[] = [{ id: '1', at: null }, { id: '2', at: 7 }, { id: '3', at: 8 }]
    expect(everyPage(some, newest, 2)).toEqual([['3', '2'], ['1']])
    expect(everyPage(some, { ...newest, descending: false }, 2)).toEqual([['2', '3'], ['1']])
  })

  it('returns a page by its number', () => {
    expect(ids(paginate(items, newest, { page: '3' }, size))).toEqual(['1'])
    expect(ids(paginate(items, newest, { page: 4 }, size))).toEqual([])
  })

  it.each([
    [{ per_page: 0 }, 'per_page'],
    [{ per_page: 6 }, 'per_page'],
    [{ per_page: '2.5' }, 'per_page'],
    [{ per_page: 'x' }, 'per_page'],
    [{ page: 0 }, 'page'],
    [{ starting_after: 'x' }, 'starting_after'],
    [{ starting_after: 7 }, 'starting_after'],
    [{ starting_after: btoa('{}') }, 'starting_after'],
    [{ starting_after: btoa('[1]') }, 'starting_after'],
  ])('rejects %j', (request, field) => {
    expect(() => paginate(items, newest, request, size)).toThrow(expect.objectContaining({ status: 400, field }))
  })
})
