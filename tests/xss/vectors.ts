/**
 * Hostile messages, built from the rules of HTML, URLs and CSS. A payload that runs calls `__xss` with the number of its
 * vector.
 */
import type { Family } from './family.ts'
import { egress, urls } from './loading.ts'
import { clobbering, excess, forms, spoofing, styles } from './misleading.ts'
import { comments, entities, mutations } from './reparsing.ts'
import { handlers, scripts, spellings } from './running.ts'

/** A message with its family. `id` is its number. */
export interface Vector {
  id: number
  family: string
  html: string
}

const families: Record<string, Family> = {
  scripts, handlers, spellings, urls, egress, mutations, comments, entities, styles, forms, clobbering, spoofing, excess,
}

/** Vectors, numbered from 1. */
export const vectors: Vector[] = []

for (const [family, make] of Object.entries(families)) {
  const count = make('').length
  for (let index = 0; index < count; index += 1) {
    const id = vectors.length + 1
    // In a nested frame, `__xss` is on the parent.
    vectors.push({ id, family, html: make(`(self.__xss||parent.__xss)(${id})`)[index]! })
  }
}
