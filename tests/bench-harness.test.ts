/** Whether the benchmarks can be believed: their arithmetic, and that work which is known to be there is seen. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Browser } from 'playwright'
import { launch, openProbe } from './bench/browser.ts'
import { between } from './bench/report.ts'
import { ratioOf, sampleOf, takeTurns } from './bench/stats.ts'

describe('figures', () => {
  test('the middle and the quartiles', () => {
    expect(sampleOf([5, 1, 3, 2, 4])).toMatchObject({ median: 3, low: 2, high: 4 })
    expect(sampleOf([1, 2])).toMatchObject({ median: 1.5, low: 1.25, high: 1.75 })
    expect(sampleOf([7])).toMatchObject({ median: 7, low: 7, high: 7 })
    expect(() => sampleOf([])).toThrow('Nothing was measured')
  })

  test('a ratio is that of each round, so that a slow round counts for both', () => {
    expect(ratioOf(sampleOf([2, 20, 4]), sampleOf([1, 10, 2]))).toBe(2)
    expect(ratioOf(sampleOf([1, 20, 6]), sampleOf([1, 10, 2]))).toBe(2)
    expect(() => ratioOf(sampleOf([1]), sampleOf([1, 2]))).toThrow('same rounds')
  })

  test('everything is measured in every round, each round beginning with another', async () => {
    const order: string[] = []
    const found = await takeTurns(['a', 'b', 'c'], 2, async (name) => {
      order.push(name)
      return { length: order.length }
    })
    expect(order.join('')).toBe('abcbca')
    expect(found.get('a')!.length.values).toEqual([1, 6])
  })

  it('puts the figure between its markers, and nowhere else', () => {
    const readme = between('Before <!-- bench -->old<!-- /bench --> after', '3 of 4 goals met')
    expect(readme).toBe('Before <!-- bench -->3 of 4 goals met<!-- /bench --> after')
    expect(between(readme, '3 of 4 goals met')).toBe(readme)
    expect(() => between('No place', 'x')).toThrow('no place')
  })
})

describe('the meter', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test('sees work that was planted, and does not count waiting', async () => {
    const probe = await openProbe(browser)
    await probe.page.setContent('<p>Page</p>')
    await probe.page.evaluate(() => {
      const bench = {
        wait: () => new Promise((resolve) => setTimeout(resolve, 400)),
        // Work and not time on a clock: a machine that does something else meanwhile takes longer for as much.
        work: (turns: number) => {
          let sum = 0
          for (let turn = 0; turn < turns; turn += 1) sum = Math.imul(sum + turn, 31)
          return sum
        },
      }
      Object.assign(window, { bench })
    })
    for (let time = 0; time < 3; time += 1) await probe.run('work', 1e6)
    const [waiting, little, much] = [await probe.run('wait'), await probe.run('work', 2e7), await probe.run('work', 4e8)]
    expect(much).toBeGreaterThan(3 * little)
    expect(much).toBeGreaterThan(waiting)
    await probe.close()
  })
})
