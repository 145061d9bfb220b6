/**
 * `npm run thumbnails`: adds small pictures to the built Storybook for the page "All states", in light, dark, on a
 * phone and right to left. Without them, the page lists names only.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildStateMatrix, type ShownStory } from '../../stories/all-states/required-states.ts'
import { readCommandLine } from '../command-line.ts'
import { capture } from './capture.ts'

const { values } = readCommandLine('npm run thumbnails -- [--build <folder>]', {
  options: { build: { type: 'string', default: 'storybook-static' } },
})
const { build } = values
const { entries } = JSON.parse(readFileSync(join(build, 'index.json'), 'utf8')) as { entries: Record<string, ShownStory & { type: string }> }
const stories = Object.values(entries).filter(({ type }) => type === 'story')
const ids = buildStateMatrix(stories).flatMap(({ rows }) => rows.flatMap(({ shown }) => shown.map(({ id }) => id)))

const folder = join(build, 'thumbnails')
const pictures: string[] = []
const desktop = { width: 1280, height: 800 }
const onStory = (_: string, names: string[]) => pictures.push(...names)
await capture({ build, out: folder, ids, modes: [{ theme: 'light', ...desktop }, { theme: 'dark', ...desktop }], scale: 0.25, onStory })
await capture({ build, out: folder, ids, modes: [{ theme: 'light', width: 375, height: 812 }], scale: 0.5, onStory })
await capture({
  build,
  out: join(folder, 'rtl'),
  ids,
  modes: [{ theme: 'light', ...desktop }],
  globals: 'dir:rtl;locale:ar',
  scale: 0.25,
  onStory: (id, names) => onStory(id, names.map((name) => `rtl/${name}`)),
})
writeFileSync(join(folder, 'index.json'), JSON.stringify(pictures.sort()))
console.log(`${pictures.length} pictures in ${folder}`)
