/** Opens live streams like browsers do, as a process: it reconnects with `Last-Event-ID`, and records what each page gets. */
import { connect, type Socket } from 'node:net'

/** Message to this process. */
export type Command =
  | { do: 'open'; ports: number[]; agents: number; customers: number }
  | { do: 'report'; sent: Sent[] }

/** A webhook: its conversation's id is the time of sending in microseconds. */
export interface Sent {
  id: number
  /** Customer of the conversation. */
  customer: string
}

/** Results of all pages. */
export interface PagesReport {
  streams: number
  delivered: number
  /** Changes that a page neither got nor was asked to load again. */
  missed: number
  /** Changes that a page got twice. */
  twice: number
  reconnects: number
  /** Streams that ended with a hint when to reconnect. */
  hinted: number
  resyncs: number
  /** Milliseconds from sending a webhook to its arrival in pages that were connected, sorted. */
  delays: number[]
}

interface Page {
  user: string
  ports: number[]
  got: Map<number, number>
  twice: number
  /** Microseconds since when the page misses nothing: its first `ready`. */
  since: number
  /** Latest `resync` in microseconds. */
  resyncedAt: number
  connectedAt: number
  lastId: string
  retry: number
  hasHint: boolean
  onReady: () => void
}

/** Users have ten pages each: the kit allows twenty. */
const PAGES_A_USER = 10
/** Connections that open at once. */
const AT_ONCE = 40

const pages: Page[] = []
let reconnects = 0
let hinted = 0
let resyncs = 0
const delays: number[] = []

/** Returns the time in microseconds, which all processes share. */
export const now = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000)

/** Reads a field such as `\nid: 7`, without regular expressions: tens of thousands of messages arrive each second. */
function readField(message: string, start: string, end: string): string | undefined {
  const at = message.indexOf(start)
  if (at < 0) return undefined
  const until = message.indexOf(end, at + start.length)
  return message.slice(at + start.length, until < 0 ? undefined : until)
}

function take(page: Page, message: string): void {
  const at = now()
  page.lastId = readField(message, '\nid: ', '\n') ?? page.lastId
  const sentAt = Number(readField(message, '"conversation_id":"', '"'))
  if (sentAt) {
    if (page.got.has(sentAt)) page.twice += 1
    page.got.set(sentAt, at)
    if (sentAt > page.connectedAt) delays.push((at - sentAt) / 1000)
    return
  }
  const retry = readField(message, 'retry: ', '\n')
  if (retry) page.retry = Number(retry)
  if (retry && !message.includes('event: ')) page.hasHint = true
  if (message.includes('event: resync')) {
    resyncs += 1
    page.resyncedAt = at
  }
  if (!message.includes('event: ready')) return
  page.connectedAt = at
  page.since ||= at
  page.onReady()
}

/** Opens a page's stream, and again when it ends. Resolves with the first `ready`. */
function open(page: Page, turn: number): Promise<void> {
  return new Promise((resolve) => {
    const port = page.ports[turn % page.ports.length]!
    const socket: Socket = connect(port, '127.0.0.1')
    let rest = ''
    page.hasHint = false
    page.onReady = resolve
    socket.setEncoding('latin1')
    socket.on('connect', () => {
      const again = page.lastId ? `last-event-id: ${page.lastId}\r\n` : ''
      socket.write(`GET /api/intercom/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-user: ${page.user}\r\n${again}\r\n`)
    })
    socket.on('data', (text: string) => {
      rest += text
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        const message = rest.slice(0, end)
        rest = rest.slice(end + 2)
        take(page, message)
      }
      // The last chunk of the response.
      if (rest.endsWith('0\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (page.hasHint) hinted += 1
      if (page.since) reconnects += 1
      page.connectedAt = Infinity
      setTimeout(() => void open(page, turn + 1).then(resolve), page.retry)
    })
  })
}

async function openAll({ ports, agents, customers }: Extract<Command, { do: 'open' }>): Promise<void> {
  const users = [
    ...Array.from({ length: agents }, (_, index) => `agent:${1 + Math.floor(index / PAGES_A_USER)}`),
    ...Array.from({ length: customers }, (_, index) => `customer:c${1 + Math.floor(index / PAGES_A_USER)}`),
  ]
  const waiting = users.map((user, index): Page => ({
    user, ports: [...ports.slice(index % ports.length), ...ports.slice(0, index % ports.length)],
    got: new Map(), twice: 0, since: 0, resyncedAt: 0, connectedAt: Infinity, lastId: '', retry: 1000, hasHint: false, onReady: () => {},
  }))
  pages.push(...waiting)
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let page = waiting.pop(); page; page = waiting.pop()) await open(page, 0)
  }))
}

function report(sent: readonly Sent[]): PagesReport {
  let missed = 0
  for (const { user, got, since, resyncedAt } of pages) {
    const [kind, own] = user.split(':')
    for (const { id, customer } of sent) {
      const isOwed = id > since && id > resyncedAt && (kind === 'agent' || customer === own)
      if (isOwed && !got.has(id)) missed += 1
    }
  }
  const sum = (read: (page: Page) => number) => pages.reduce((total, page) => total + read(page), 0)
  return {
    streams: pages.length, delivered: sum(({ got }) => got.size), missed, twice: sum(({ twice }) => twice),
    reconnects, hinted, resyncs, delays: delays.sort((a, b) => a - b),
  }
}

if (process.send) {
  process.on('message', (command: Command) => {
    if (command.do === 'open') void openAll(command).then(() => process.send!('opened'))
    else process.send!(report(command.sent))
  })
}
