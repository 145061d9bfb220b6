/**
 * `npm run shoot -- <story id, or the start of one> …`: pictures of stories of the built Storybook, to look at. Without an
 * id it takes all of them.
 *
 * `--out <folder>`, `--build <folder>`, `--dark`, `--rtl` (in Arabic), `--locale <language>`, `--width <pixels>`,
 * `--height <pixels>`, `--text <percent>` (how large words are), `--forced-colors`, `--sheet` (contact sheets beside them)
 */
import { numberOf, orStop, readCommandLine, stop } from '../command-line.ts'
import { capture, noSuchStory, storyIds } from './capture.ts'
import { makeSheets } from './sheet.ts'

const usage = `npm run shoot -- [story id, or the start of one …] [--out <folder>] [--build <folder>] [--dark] [--rtl]
  [--locale <language>] [--width <pixels>] [--height <pixels>] [--text <percent>] [--forced-colors] [--sheet]`
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.cache/shots' },
    build: { type: 'string', default: 'storybook-static' },
    dark: { type: 'boolean', default: false },
    rtl: { type: 'boolean', default: false },
    locale: { type: 'string' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    text: { type: 'string' },
    'forced-colors': { type: 'boolean', default: false },
    sheet: { type: 'boolean', default: false },
  },
})
const ids = orStop(() => storyIds(values.build, positionals))
if (ids.length === 0) stop(noSuchStory(positionals))
const pictures: string[] = []
const width = numberOf('width', values.width)
const count = await capture({
  build: values.build,
  out: values.out,
  ids,
  modes: [{ theme: values.dark ? 'dark' : 'light', width, height: numberOf('height', values.height) }],
  globals: values.rtl ? 'dir:rtl;locale:ar' : values.locale && `locale:${values.locale}`,
  text: numberOf('text', values.text),
  forcedColors: values['forced-colors'],
  onStory: (_, names) => pictures.push(...names),
})
console.log(`${count} pictures in ${values.out}`)
if (values.sheet) console.log((await makeSheets(values.out, pictures.sort(), width)).join('\n'))
