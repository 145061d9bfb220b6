/** Checks the benchmarks themselves: the arithmetic, and that the meter sees planted work. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Browser } from 'playwright'
import { launch, openProbe } from './bench/browser.ts'
import { joinResults, replaceBetween, splitResults } from './bench/report.ts'
import { computeRatio, toSample, takeTurns } from './bench/stats.ts'

describe('figures', () => {
  test('computes the median and the quartiles', () => {
    expect(toSample([5, 1, 3, 2, 4])).toMatchObject({ median: 3, low: 2, high: 4 })
    expect(toSample([1, 2])).toMatchObject({ median: 1.5, low: 1.25, high: 1.75 })
    expect(toSample([7])).toMatchObject({ median: 7, low: 7, high: 7 })
    expect(() => toSample([])).toThrow('no measurements')
  })

  test('computes a ratio per round, so that a slow round slows both sides', () => {
    expect(computeRatio(toSample([2, 20, 4]), toSample([1, 10, 2]))).toBe(2)
    expect(computeRatio(toSample([1, 20, 6]), toSample([1, 10, 2]))).toBe(2)
    expect(() => computeRatio(toSample([1]), toSample([1, 2]))).toThrow('same number of rounds')
  })

  test('measures every subject in every round, and starts each round with another', async () => {
    const order: string[] = []
    const found = await takeTurns(['a', 'b', 'c'], 2, async (name) => {
      order.push(name)
      return { length: order.length }
    })
    expect(order.join('')).toBe('abcbca')
    expect(found.get('a')!.length.values).toEqual([1, 6])
  })

  it('replaces the figure between its markers and nothing else', () => {
    const readme = replaceBetween('Before <!-- bench -->old<!-- /bench --> after', '3 of 4 goals met')
    expect(readme).toBe('Before <!-- bench -->3 of 4 goals met<!-- /bench --> after')
    expect(replaceBetween(readme, '3 of 4 goals met')).toBe(readme)
    expect(() => replaceBetween('No place', 'x')).toThrow('lacks the markers')
  })
})

describe('results.md', () => {
  it('keeps the part of the other command', () => {
    const first = joinResults('# Benchmarks', '')
    const second = joinResults(splitResults(first).main, '## Live updates')
    const third = joinResults('# Benchmarks, again', splitResults(second).live)
    expect([first, splitResults(third)]).toEqual(['# Benchmarks\n', { main: '# Benchmarks, again', live: '## Live updates' }])
  })
})

describe('the meter', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test('sees planted work and ignores waiting', async () => {
    const probe = await openProbe(browser)
    await probe.page.setContent('<p>Page</p>')
    await probe.page.evaluate(() => {
      const bench = {
        wait: () => new Promise((resolve) => setTimeout(resolve, 400)),
        // Counts work instead of time: a busy machine takes longer for the same work.
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
