/**
 * Checks that every regular expression of `src/` takes linear time. Many of them read untrusted text, and one that
 * backtracks blocks the server for all users.
 */
import { globSync, readFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { parseAst } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

interface Found {
  file: string
  source: string
  flags: string
}

const files = globSync('src/**/*.{ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .sort()

type Node = { type?: string; regex?: { pattern: string; flags: string }; callee?: { name?: string } }

function walk(value: unknown, visit: (node: Node) => void): void {
  if (!value || typeof value !== 'object') return
  visit(value)
  for (const child of Object.values(value)) walk(child, visit)
}

const literals: Found[] = []
/** Paths of files that call `RegExp`, once per call. */
const constructing: string[] = []

for (const file of files) {
  walk(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }), ({ type, regex, callee }) => {
    if (regex) literals.push({ file, source: regex.pattern, flags: regex.flags })
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') constructing.push(file)
  })
}

/** Describes the fault of a pattern. `undefined` if its time is linear. */
function findProblem(source: string, flags: string): string | undefined {
  const found = checkSync(source, flags, { timeout: 60_000, randomSeed: 1 })
  if (found.status === 'safe') return undefined
  return found.status === 'vulnerable' ? `${found.complexity.summary}: ${found.attack.pattern}` : `unknown: ${found.error.kind}`
}

describe('the checker', () => {
  test.each([
    ['^(a+)+$', ''], ['^(?:a|ab|b)*c$', ''], ['(x*)*y', ''], ['a.*b.*c$', ''], ['^[^\\p{L}]+|[^\\p{L}]+$', 'gu'],
    ['^(?:[\\p{Extended_Pictographic}\\p{Regional_Indicator}][\\p{Emoji_Component}\\p{Extended_Pictographic}]*)+$', 'u'],
  ])('finds /%s/%s', (source, flags) => {
    expect(findProblem(source, flags)).toMatch(/exponential|polynomial/)
  })
})

const distinct = [...new Map(literals.map((one) => [`/${one.source}/${one.flags}`, one])).values()]

test('reads the sources', () => {
  expect(distinct.length).toBeGreaterThan(100)
  expect(literals.some(({ file }) => file === 'src/kit/rich-text/media.ts')).toBe(true)
})

test.each(distinct)('takes linear time for /$source/$flags of $file', ({ source, flags }) => {
  expect(findProblem(source, flags)).toBeUndefined()
})

describe('patterns built at run time', () => {
  const made: Found[] = []
  const RealRegExp = RegExp

  beforeAll(async () => {
    let file = ''
    class Recorder extends RealRegExp {
      constructor(source: string | RegExp, flags?: string) {
        super(source, flags)
        made.push({ file, source: this.source, flags: this.flags })
      }
    }
    vi.resetModules()
    for (file of new Set(constructing)) {
      vi.stubGlobal('RegExp', Recorder)
      await import(`../../${file}`)
      vi.unstubAllGlobals()
    }
  })
  afterAll(() => void vi.resetModules())

  test('compiles them when their module loads, so that the check sees all', () => {
    expect(made.map(({ file }) => file)).toEqual(constructing)
  })

  test('takes linear time', () => {
    for (const { source, flags } of made) expect([source, findProblem(source, flags)]).toEqual([source, undefined])
  })
})
