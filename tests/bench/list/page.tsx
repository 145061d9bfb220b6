import '../page.css'
import { buildRows } from '../../../stories/conversation-list/rows.ts'
import { waitForFrame, waitForIdle } from '../frames.ts'
import type { List, ListState, Variant } from './variant.tsx'

const variants: Record<string, () => Promise<Variant>> = {
  floor: async () => (await import('./floor.ts')).variant,
  twenty: async () => (await import('./twenty.tsx')).variant,
  'twenty-kit': async () => (await import('./twenty.tsx')).kitRows,
  ours: async () => (await import('./ours.tsx')).variant,
  virtua: async () => (await import('./virtua.tsx')).variant,
  tanstack: async () => (await import('./tanstack.tsx')).variant,
  virtuoso: async () => (await import('./virtuoso.tsx')).variant,
  chatscope: async () => (await import('./chatscope.tsx')).variant,
}

const query = new URLSearchParams(location.search)
const variant = await variants[query.get('variant')!]!()
let state: ListState = { rows: buildRows(Number(query.get('rows'))), selectedId: null }
let list: List
let changes = 0

async function each(times: number, change: (index: number) => void) {
  for (let index = 0; index < times; index += 1) {
    change(index)
    await waitForFrame()
  }
}

function show(next: Partial<ListState>) {
  state = { ...state, ...next }
  list.show(state)
}

const bench = {
  nothing: (times: number) => each(times, () => {}),
  async mount() {
    list = variant(document.getElementById('root')!, state)
    await waitForIdle()
  },
  scroll: (frames: number) => each(frames, () => {
    list.scroller().scrollTop += 480
  }),
  async top() {
    list.scroller().scrollTop = 0
    await waitForIdle()
  },
  select: (times: number) => each(times, () => show({ selectedId: state.rows[(changes += 1) % 6]!.id })),
  update: (times: number) => each(times, () => {
    const index = (changes += 1) % 6
    show({ rows: state.rows.with(index, { ...state.rows[index]!, preview: `Changed ${changes} times.` }) })
  }),
  prepend: (times: number) => each(times, () => {
    const row = { ...state.rows[3]!, id: `new${(changes += 1)}`, preview: `New for the ${changes}th time.` }
    show({ rows: [row, ...state.rows] })
  }),
}

Object.assign(window, { bench })
