/**
 * `npm run shoot -- <story id, or the start of one> …`: pictures of stories of the built Storybook, to look at. Without an
 * id it takes all of them.
 *
 * `--out <folder>`, `--build <folder>`, `--dark`, `--rtl` (in Arabic), `--width <pixels>`, `--height <pixels>`
 */
import { parseArgs } from 'node:util'
import { capture } from './capture.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '.cache/shots' },
    build: { type: 'string', default: 'storybook-static' },
    dark: { type: 'boolean', default: false },
    rtl: { type: 'boolean', default: false },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
  },
})
const count = await capture({
  build: values.build,
  out: values.out,
  only: positionals,
  modes: [{ theme: values.dark ? 'dark' : 'light', width: Number(values.width), height: Number(values.height) }],
  globals: values.rtl ? 'dir:rtl;locale:ar' : undefined,
})
console.log(`${count} pictures in ${values.out}`)
