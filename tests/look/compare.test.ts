import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import { report } from './report.ts'

let root: string
const folder = (name: string) => join(root, name)

/** Draws a grey picture with some darker pixels. */
function draw(path: string, darker = 0, height = 10): void {
  const png = new PNG({ width: 20, height })
  png.data.fill(200)
  for (let pixel = 0; pixel < darker; pixel++) png.data[pixel * 4] = 199
  writeFileSync(path, PNG.sync.write(png))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'look-'))
  for (const name of ['before', 'after']) mkdirSync(folder(name))
})

const differences = (before: string[], after: string[]) =>
  compare({ folder: folder('before'), names: before }, { folder: folder('after'), names: after }, folder('difference'))

describe('comparison', () => {
  it('leaves equal pictures out', () => {
    for (const name of ['before', 'after']) draw(join(folder(name), 'a.png'))
    expect(differences(['a.png'], ['a.png'])).toEqual([])
  })

  it('counts each pixel that is a shade darker', () => {
    draw(join(folder('before'), 'a.png'))
    draw(join(folder('after'), 'a.png'), 3)
    expect(differences(['a.png'], ['a.png'])).toEqual([{ name: 'a.png', state: 'changed', pixels: 3 }])
    expect(existsSync(join(folder('difference'), 'a.png'))).toBe(true)
  })

  it('counts every pixel of a picture with another size', () => {
    draw(join(folder('before'), 'a.png'))
    draw(join(folder('after'), 'a.png'), 0, 11)
    expect(differences(['a.png'], ['a.png'])).toEqual([{ name: 'a.png', state: 'changed', pixels: 220 }])
  })

  it('reports added and removed pictures', () => {
    draw(join(folder('before'), 'gone.png'))
    draw(join(folder('after'), 'come.png'))
    expect(differences(['gone.png'], ['come.png'])).toEqual([
      { name: 'come.png', state: 'new', pixels: 0 },
      { name: 'gone.png', state: 'removed', pixels: 0 },
    ])
  })
})

it('shows changed, added and removed pictures in the report', () => {
  const page = report(
    [
      { name: 'a.png', state: 'changed', pixels: 3 },
      { name: 'b.png', state: 'new', pixels: 0 },
      { name: 'c.png', state: 'removed', pixels: 0 },
    ],
    'HEAD',
    10,
  )
  expect(page).toContain('3 of 10 pictures differ from HEAD')
  for (const source of ['before/a.png', 'after/a.png', 'difference/a.png', 'after/b.png', 'before/c.png']) expect(page).toContain(source)
  expect(page.match(/type="range"/g)).toHaveLength(1)
  for (const source of ['before/b.png', 'difference/b.png', 'after/c.png']) expect(page).not.toContain(source)
})
