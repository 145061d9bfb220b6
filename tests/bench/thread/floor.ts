/** Lower bound: the last fourteen messages by hand, as trusted HTML. */
import type { RawPart } from './data.ts'
import type { ThreadVariant } from './variant.tsx'

const SHOWN = 14

function makePart(part: RawPart): HTMLElement {
  const element = document.createElement('div')
  element.className = 'm-2 rounded-md bg-muted p-2 text-sm'
  const [head, body] = [document.createElement('div'), document.createElement('div')]
  head.textContent = part.author.name
  body.innerHTML = part.body
  element.append(head, body)
  return element
}

export const variant: ThreadVariant = (root, first) => {
  const log = document.createElement('div')
  log.className = 'h-full overflow-y-auto'
  log.append(...first.raw.slice(-SHOWN).map(makePart))
  root.append(log)
  log.scrollTop = log.scrollHeight
  return ({ raw }) => {
    log.append(makePart(raw.at(-1)!))
    log.scrollTop = log.scrollHeight
  }
}
