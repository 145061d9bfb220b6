/**
 * `npm run shoot -- <story id or prefix> …`: takes screenshots of the built Storybook, by default of all stories.
 *
 * `--out <folder>`, `--build <folder>`, `--dark`, `--rtl` (in Arabic), `--locale <language>`, `--width <pixels>`,
 * `--height <pixels>`, `--text <percent>` (text size), `--forced-colors`, `--sheet` (adds contact sheets)
 */
import { parseNumber, runOrStop, readCommandLine, stop } from '../command-line.ts'
import { capture, describeMissingStory, listStoryIds } from './capture.ts'
import { makeSheets } from './sheet.ts'

const usage = `npm run shoot -- [story id or prefix …] [--out <folder>] [--build <folder>] [--dark] [--rtl]
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
const ids = runOrStop(() => listStoryIds(values.build, positionals))
if (ids.length === 0) stop(describeMissingStory(positionals))
const pictures: string[] = []
const width = parseNumber('width', values.width)
const count = await capture({
  build: values.build,
  out: values.out,
  ids,
  modes: [{ theme: values.dark ? 'dark' : 'light', width, height: parseNumber('height', values.height) }],
  globals: values.rtl ? 'dir:rtl;locale:ar' : values.locale && `locale:${values.locale}`,
  text: parseNumber('text', values.text),
  forcedColors: values['forced-colors'],
  onStory: (_, names) => pictures.push(...names),
})
console.log(`${count} pictures in ${values.out}`)
if (values.sheet) console.log((await makeSheets(values.out, pictures.sort(), width)).join('\n'))
