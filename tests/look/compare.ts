/** Compares two sets of pictures pixel by pixel. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** Result for one picture. */
export interface Difference {
  /** File name, the same in every folder. */
  name: string
  state: 'changed' | 'new' | 'removed'
  /** Number of pixels that differ. A picture of another size differs in all of them. */
  pixels: number
}

/** Pictures of a folder. */
export interface Pictures {
  folder: string
  names: string[]
}

function comparePictures(before: Buffer, after: Buffer): { pixels: number; image: PNG | null } {
  if (before.equals(after)) return { pixels: 0, image: null }
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)]
  if (a.width !== b.width || a.height !== b.height) return { pixels: b.width * b.height, image: null }
  const image = new PNG({ width: a.width, height: a.height })
  // No tolerance: the same browser on the same machine took both.
  const pixels = pixelmatch(a.data, b.data, image.data, a.width, a.height, { threshold: 0, includeAA: true })
  return { pixels, image }
}

/**
 * Compares pictures and draws the differences.
 * @param before pictures of the base
 * @param after current pictures
 * @param drawn output folder for the differences
 * @returns differences, sorted by name
 */
export function compare(before: Pictures, after: Pictures, drawn: string): Difference[] {
  mkdirSync(drawn, { recursive: true })
  const [old, now] = [new Set(before.names), new Set(after.names)]
  const differences: Difference[] = []
  for (const name of [...new Set([...old, ...now])].toSorted()) {
    if (!old.has(name)) differences.push({ name, state: 'new', pixels: 0 })
    else if (!now.has(name)) differences.push({ name, state: 'removed', pixels: 0 })
    else {
      const { pixels, image } = comparePictures(readFileSync(join(before.folder, name)), readFileSync(join(after.folder, name)))
      if (image) writeFileSync(join(drawn, name), PNG.sync.write(image))
      if (pixels > 0) differences.push({ name, state: 'changed', pixels })
    }
  }
  return differences
}
