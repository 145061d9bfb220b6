import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { durations, layers, radii, shadows, sizes } from '../../stories/foundations/surfaces.ts'

const code = globSync('src/components/**/*.tsx').filter((file) => !file.includes('.test.')).map((file) => readFileSync(file, 'utf8')).join('\n')

/** Lists the classes of the components that match a pattern, without their variants. */
const listClasses = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name]) => name!))].sort()

describe('the pages of foundations', () => {
  it.each([
    ['radius', radii, /(?<=[\s'"`:])(rounded-(?:xs|sm|md|lg|\d?xl|full))\b/g],
    ['shadow', shadows, /(?<=[\s'"`:])(shadow-(?:2?xs|sm|md|lg|2?xl))\b/g],
    ['layer', layers, /(?<=[\s'"`:])(z-\d+)\b/g],
    ['text size', sizes, /(?<=[\s'"`:])(text-(?:xs|sm|base|lg|\d?xl))\b/g],
    ['duration', durations, /(?<=[\s'"`:])(duration-\d+)\b/g],
  ])('list every %s that components use, and no other', (_, list, pattern) => {
    expect(list.map(({ name }) => name).toSorted()).toEqual(listClasses(pattern))
  })
})
