/** Lower bound: one screen of rows by hand, with reused nodes. */
import type { ConversationSummary } from '@/kit/contracts/index'
import { classes, ROW_HEIGHT, getRowText } from './plain-row.tsx'
import type { ListState, Variant } from './variant.tsx'

const AHEAD = 4

function element(className: string, tag = 'span'): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

function makeRow() {
  const row = element(classes.row, 'div')
  const parts = {
    letters: element(classes.avatar), name: element(classes.name, 'button'), age: element(classes.age, 'time'),
    title: element(classes.line), preview: element(classes.line), status: element(classes.status),
  }
  const [body, head] = [element(classes.body, 'div'), element(classes.head, 'div')]
  head.append(parts.name, parts.age)
  body.append(head, parts.title, parts.preview, parts.status)
  row.append(parts.letters, body)
  row.style.cssText = 'position: absolute; inset-inline: 0; top: 0'
  let shown: ConversationSummary | undefined
  return {
    row,
    fill(data: ConversationSummary, index: number, isSelected: boolean) {
      row.style.transform = `translateY(${index * ROW_HEIGHT}px)`
      row.dataset.selected = String(isSelected)
      if (shown === data) return
      shown = data
      const words = getRowText(data)
      for (const key of Object.keys(parts) as (keyof typeof parts)[]) parts[key].textContent = words[key]
    },
  }
}

export const variant: Variant = (root, first) => {
  const scroller = element('scroller h-full overflow-y-auto', 'div')
  const sizer = element('relative', 'div')
  scroller.append(sizer)
  root.append(scroller)
  const made: ReturnType<typeof makeRow>[] = []
  let state: ListState = first
  function draw() {
    const start = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - AHEAD)
    const end = Math.min(state.rows.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW_HEIGHT) + AHEAD)
    // Keeps each row on its own node while others scroll in and out.
    const pool = 40
    for (let index = start; index < end; index += 1) {
      let row = made[index % pool]
      if (!row) sizer.append((row = made[index % pool] = makeRow()).row)
      const data = state.rows[index]!
      row.fill(data, index, data.id === state.selectedId)
    }
  }
  function show(next: ListState) {
    state = next
    sizer.style.height = `${next.rows.length * ROW_HEIGHT}px`
    draw()
  }
  scroller.addEventListener('scroll', draw)
  show(first)
  return { show, scroller: () => scroller }
}
