import '../page.css'
import { waitForFrame, waitForIdle } from '../frames.ts'
import { buildLongThread, withAnother } from './data.ts'
import type { ThreadVariant } from './variant.tsx'

const variants: Record<string, () => Promise<ThreadVariant>> = {
  floor: async () => (await import('./floor.ts')).variant,
  ours: async () => (await import('./ours.tsx')).variant,
  'chatscope-raw': async () => (await import('./chatscope.tsx')).rawHtml,
  'chatscope-dompurify': async () => (await import('./chatscope.tsx')).purified,
}

const query = new URLSearchParams(location.search)
const variant = await variants[query.get('variant')!]!()
let state = await buildLongThread(Number(query.get('parts')))
let show: (next: typeof state) => void
let added = 0

const bench = {
  async nothing(times: number) {
    for (let index = 0; index < times; index += 1) await waitForFrame()
  },
  async mount() {
    show = variant(document.getElementById('root')!, state)
    await waitForIdle()
  },
  async append(times: number) {
    for (let index = 0; index < times; index += 1) {
      state = withAnother(state, (added += 1))
      show(state)
      await waitForFrame()
    }
  },
}

Object.assign(window, { bench })
