import { describe, expect, it } from 'vitest'
import { parseUtility } from './class-names.ts'

describe('parseUtility', () => {
  it.each([
    ['ml-2', [], 'ml-2'],
    ['-ml-2', [], 'ml-2'],
    ['md:hover:-ml-2!', ['md', 'hover'], 'ml-2'],
    ['!ml-2', [], 'ml-2'],
    ['group-data-[state=a:b]/row:bg-muted', ['group-data-[state=a:b]/row'], 'bg-muted'],
    ["[&_svg:not([class*='size-'])]:size-4", ["[&_svg:not([class*='size-'])]"], 'size-4'],
    ['[color:#fff]', [], '[color:#fff]'],
    ['supports-(--x:1):bg-(--accent)', ['supports-(--x:1)'], 'bg-(--accent)'],
  ])('%s', (text, variants, name) => {
    expect(parseUtility(text)).toEqual({ text, variants, name })
  })
})
