/** Subjects of `npm run bench`, by name. Each measures and returns its results. */
import { gzipSync } from 'node:zlib'
import { cases as lists, measureList } from './list/measure.ts'
import { buildPage, launch, openProbe } from './browser.ts'
import { startInboxApp } from './page/app.ts'
import { cases as pageCases, measurePage } from './page/measure.ts'
import { cases as messengers, measureMessenger, scriptWeight, SLOW_DOWN } from './messenger/measure.ts'
import { formatSpread, type Findings } from './report.ts'
import { writeApp } from './routes/app.ts'
import { buildApp, cases as routes, createRouteMeter, serveIntercom, startApp } from './routes/measure.ts'
import { buildIntercomPages } from './routes/page.ts'
import { measureSizes } from './sizes/measure.ts'
import { computeRatio, type Sample, toSample, takeTurns } from './stats.ts'
import { cases as threads, measureThread } from './thread/measure.ts'

const times = (ratio: number) => `${ratio.toFixed(2)}x`
const thousands = (digits: string) => Number(digits).toLocaleString('en')

/** Reasons of missed goals. */
const WHY = {
  list:
    'The goals are missed because of the rows, not the list: a row has twice the nodes of a plain one (labels for ' +
    'screen readers, tooltips, badges, icons) and formats several times and durations. Twenty of the kit’s rows ' +
    'without a list cost as much as ten thousand in one.',
  thread:
    'More than half does not grow with the thread, as the mount of 50 parts shows: the page’s first date formatter ' +
    '(about 10 ms in a new process), code that runs for the first time, the first layout.',
  routes:
    'Reading what Intercom sends costs more than the goal allows: two requests, because rows contain their customers’ ' +
    'attributes, and their JSON, as the handler that only parses both pages shows. The rest is the kit’s: it narrows ' +
    'the page, authorises the caller, validates the rows and builds a preview of each opening message. Nothing is ' +
    'cached. The sizes compare gzipped bytes, as hosts send them.',
  page:
    'The list loads and renders in the browser, without data from the server. The conversation’s and the composer’s scripts load ' +
    'while Intercom responds, so they count although the first row does not wait for them.',
}

/** Opens a page of this folder in a Chromium, and closes both after use. */
async function withPage<T>(name: string, work: (browser: Awaited<ReturnType<typeof launch>>, url: string) => Promise<T>): Promise<T> {
  const built = await buildPage(name)
  const browser = await launch()
  try {
    return await work(browser, built.url)
  } finally {
    await browser.close()
    built.close()
  }
}

const listNames: Record<string, string> = {
  floor: 'by hand, one screenful', twenty: 'React, 20 plain rows', 'twenty-kit': 'React, 20 rows of the kit', ours: 'the kit',
  virtua: 'virtua, plain rows', tanstack: '@tanstack/react-virtual, plain rows', virtuoso: 'react-virtuoso, plain rows', chatscope: 'chatscope',
}

async function list(rounds: number): Promise<Findings> {
  const names = Object.entries(lists).flatMap(([variant, counts]) => counts.map((rows) => `${variant} ${rows}`))
  const found = await withPage('list', (browser, url) => takeTurns(names, rounds, (name) => measureList(browser, url, name)))
  const get = (name: string) => found.get(name)!
  const [floor, ours] = [get('floor 10000'), get('ours 10000')]
  const atLeast = (name: string, method: 'select' | 'update' | 'prepend') =>
    ({ what: `list of 10,000: ${name} one row`, limit: 5, figure: ours[method].median, unit: ' ms' })
  return {
    title: 'List of conversations',
    about:
      'Milliseconds of main-thread CPU in a new page: the first mount; a frame of scrolling by five rows; a change with the ' +
      `frame that shows it (a frame without a change: ${floor.nothing.median.toFixed(1)}). ` +
      'Plain rows show the same text as the kit’s, without labels, tooltips, icons and badges. The floor and the lists of 20 do ' +
      'not depend on the number of rows.',
    head: ['', 'rows', 'mount', 'ratio to the floor', 'scroll a frame', 'select', 'update', 'prepend', 'MB', 'nodes'],
    rows: names.map((name) => {
      const [variant = '', rows = ''] = name.split(' ')
      const one = get(name)
      return [
        listNames[variant] ?? variant, thousands(rows), formatSpread(one.mount), times(computeRatio(one.mount, floor.mount)), formatSpread(one.scroll),
        ...([one.select, one.update, one.prepend, one.heap] as const).map(({ median }) => median.toFixed(1)), one.nodes.median.toFixed(0),
      ]
    }),
    goals: [
      { what: 'list: mounting 10,000 against 20 of the kit’s rows without a list', limit: 1.4, figure: computeRatio(ours.mount, get('twenty-kit 10000').mount), unit: 'x' },
      { what: 'list: mounting 10,000 against 20 plain rows', limit: 1.4, figure: computeRatio(ours.mount, get('twenty 10000').mount), unit: 'x' },
      { what: 'list: mounting 50,000 against 1,000', limit: 1.2, figure: computeRatio(get('ours 50000').mount, get('ours 1000').mount), unit: 'x' },
      { what: 'list of 10,000: a frame of scrolling against the floor', limit: 1.6, figure: computeRatio(ours.scroll, floor.scroll), unit: 'x' },
      atLeast('selecting', 'select'), atLeast('updating', 'update'), atLeast('prepending', 'prepend'),
    ],
    why: WHY.list,
  }
}

const threadNames: Record<string, string> = {
  floor: 'by hand, the last 14 messages', ours: 'the kit', 'chatscope-raw': 'chatscope, raw HTML', 'chatscope-dompurify': 'chatscope, with DOMPurify',
}

async function thread(rounds: number): Promise<Findings> {
  const found = await withPage('thread', (browser, url) => takeTurns(threads, rounds, (name) => measureThread(browser, url, name)))
  const [ours, raw] = [found.get('ours 500')!, found.get('chatscope-raw 500')!]
  return {
    title: 'Thread',
    about: 'Milliseconds of main-thread CPU in a new page: the first mount of a conversation, and one more message with the frame that shows it.',
    head: ['', 'parts', 'mount', 'append one', 'MB', 'nodes'],
    rows: threads.map((name) => {
      const [variant = '', parts = ''] = name.split(' ')
      const one = found.get(name)!
      return [threadNames[variant] ?? variant, parts, formatSpread(one.mount), formatSpread(one.append), one.heap.median.toFixed(1), one.nodes.median.toFixed(0)]
    }),
    goals: [
      { what: 'thread: mounting 500 parts', limit: 100, figure: ours.mount.median, unit: ' ms' },
      { what: 'thread: mounting 500 parts against chatscope with raw HTML', limit: 1, figure: computeRatio(ours.mount, raw.mount), unit: 'x' },
      { what: 'thread of 500: appending one message, in a frame of 60 a second', limit: 16.7, figure: ours.append.median, unit: ' ms' },
    ],
    why: WHY.thread,
  }
}

interface TextPage {
  ways: () => string[]
  messages: () => { count: number; bytes: number }
}

async function text(rounds: number): Promise<Findings> {
  return withPage('text', async (browser, url) => {
    const probe = await openProbe(browser)
    await probe.page.goto(`${url}index.html`)
    await probe.page.waitForFunction(() => 'bench' in window)
    const about = await probe.page.evaluate(() => {
      const { bench } = window as unknown as { bench: TextPage }
      return { ways: bench.ways(), ...bench.messages() }
    })
    const REPEATS = 4
    for (const way of about.ways) await probe.run('take', way, 3)
    const found = await takeTurns(about.ways, rounds, async (way) => ({
      cpu: ((await probe.run('take', way, REPEATS)) / REPEATS / about.count) * 1000,
    }))
    const parsed = found.get('parse (server)')!.cpu
    return {
      title: 'Rich text',
      about:
        `Microseconds of CPU a message, over ${about.count} opening messages of ${Math.round(about.bytes)} bytes on average, in one page, warm. ` +
        'The kit parses on the server and sends a tree; “to the page” includes the nodes, not their layout.',
      head: ['', 'µs a message', 'ratio to the kit’s parser'],
      rows: about.ways.map((way) => [way, formatSpread(found.get(way)!.cpu), times(computeRatio(found.get(way)!.cpu, parsed))]),
      goals: [
        { what: 'rich text: the kit’s parser against DOMPurify', limit: 1, figure: computeRatio(parsed, found.get('DOMPurify')!.cpu), unit: 'x' },
        { what: 'rich text: the kit’s parser against sanitize-html', limit: 1, figure: computeRatio(parsed, found.get('sanitize-html')!.cpu), unit: 'x' },
      ],
    }
  })
}

async function messenger(rounds: number): Promise<Findings> {
  const found = await withPage('messenger', (browser, url) => takeTurns(messengers, rounds, (name) => measureMessenger(browser, url, name)))
  const none = found.get('none')!
  const add = (name: string, figure: 'cpu' | 'tbt' | 'requests' | 'bytes') =>
    toSample(found.get(name)![figure].values.map((value, round) => value - none[figure].values[round]!))
  const added = (name: string) => add(name, 'cpu')
  return {
    title: 'The Messenger’s cost for a page',
    about:
      `Costs of the Messenger in the first seconds of a page, without a click: milliseconds of main-thread CPU, total blocking time on a ` +
      `processor slowed down ${SLOW_DOWN} times, requests, and kilobytes after gzip, with a replacement for Intercom’s script of ` +
      `${scriptWeight.toFixed(0)} kB. Idle is the default. On intent, nothing of Intercom shows before the first sign of intent. All ` +
      'variants run in the same page, whose bundle contains all of them.',
    head: ['', 'CPU', 'blocking time', 'requests', 'kB'],
    rows: messengers.slice(1).map((name) => [
      name, formatSpread(added(name)), formatSpread(add(name, 'tbt'), 0), add(name, 'requests').median.toFixed(0), add(name, 'bytes').median.toFixed(1),
    ]),
    goals: [
      { what: 'Messenger when idle: CPU of a page against react-use-intercom', limit: 1.2, figure: added('ours, idle').median / added('react-use-intercom').median, unit: 'x' },
      { what: 'Messenger on intent: CPU of a page against react-use-intercom', limit: 0.5, figure: added('ours, on intent').median / added('react-use-intercom').median, unit: 'x' },
      { what: 'Messenger at once: CPU of a page against react-use-intercom', limit: 1.2, figure: added('ours, at once').median / added('react-use-intercom').median, unit: 'x' },
    ],
  }
}

async function sizes(): Promise<Findings> {
  const found = await measureSizes()
  return {
    title: 'Bundle sizes',
    about: 'Kilobytes of the first load, minified and gzipped, without React.',
    head: ['', 'kB'],
    rows: [...found].map(([name, size]) => [name, size.toFixed(2)]),
    goals: [
      { what: 'size: provider and hook', limit: 2, figure: found.get('kit: IntercomProvider, useIntercom')!, unit: ' kB' },
    ],
  }
}

const routeNames: Record<string, string> = {
  empty: 'an empty handler', ours: 'the kit’s route', both: 'both pages parsed, nothing else', guide: 'all of it parsed and written again, as in the guide', through: 'passed through unread',
}

async function routing(rounds: number): Promise<Findings> {
  const pages = await buildIntercomPages()
  const folder = writeApp()
  await buildApp(folder)
  const intercom = await serveIntercom(pages)
  const app = await startApp(folder, intercom.origin)
  try {
    const meter = createRouteMeter(app.origin)
    for (const name of routes) await meter.warmUp(name)
    const found = await takeTurns(routes, rounds, (name) => meter.measure(name))
    const empty = found.get('empty')!.cpu
    const both = pages.conversations + pages.contacts
    const upstream = { bytes: Buffer.byteLength(both), gzipped: gzipSync(both).byteLength }
    const added = (name: string) => toSample(found.get(name)!.cpu.values.map((value, round) => value - empty.values[round]!))
    return {
      title: 'The list’s route in Next.js',
      about:
        `Milliseconds of CPU a request in the process of a Next.js server in production, for a page of 50 conversations and their customers, ` +
        `which Intercom sends as ${upstream.bytes.toLocaleString('en')} bytes of JSON from the same machine, uncompressed ` +
        `(${upstream.gzipped.toLocaleString('en')} gzipped). Only the kit’s route and the handler that parses both pages request the customers.`,
      head: ['', 'server CPU', 'more than an empty handler', 'bytes', 'gzipped', 'of Intercom’s, gzipped'],
      rows: routes.map((name) => {
        const { cpu, bytes, gzipped } = found.get(name)!
        return [
          routeNames[name] ?? name, formatSpread(cpu, 2), formatSpread(added(name), 2), bytes.median.toLocaleString('en'),
          gzipped.median.toLocaleString('en'), `${((gzipped.median / upstream.gzipped) * 100).toFixed(1)} %`,
        ]
      }),
      goals: [
        { what: 'list route: server CPU on top of an empty handler', limit: 1.2, figure: added('ours').median, unit: ' ms' },
        { what: 'list route: bytes of the response, gzipped, of Intercom’s', limit: 40, figure: (found.get('ours')!.gzipped.median / upstream.gzipped) * 100, unit: ' %' },
      ],
      why: WHY.routes,
    }
  } finally {
    app.stop()
    intercom.stop()
  }
}

async function page(rounds: number): Promise<Findings> {
  const app = await startInboxApp()
  const browser = await launch()
  try {
    for (const name of pageCases.slice(0, 2)) await measurePage(browser, app.origin, name)
    const found = await takeTurns(pageCases, rounds, (name) => measurePage(browser, app.origin, name))
    const [empty, inbox, slowEmpty, slowInbox] = pageCases.map((name) => found.get(name)!) as [Measured, Measured, Measured, Measured]
    return {
      title: 'The inbox in a page',
      about:
        'Loads of a Next.js app in production with the copied inbox, at 1440 × 900 with an empty cache, beside an empty page of the ' +
        'same app; the processor at full speed, and slowed down four times. Milliseconds until the first contentful paint (FCP), the ' +
        'largest one (LCP) and the first row; cumulative layout shift (CLS); total blocking time (TBT); kilobytes of scripts, ' +
        'compressed, until the first row.',
      head: ['', 'slowed down', 'FCP', 'LCP', 'first row', 'CLS', 'TBT', 'scripts kB'],
      rows: pageCases.map((name) => {
        const [which = '', slowDown = ''] = name.split(' ')
        const { fcp, lcp, ready, cls, tbt, bytes } = found.get(name)!
        const first = which === 'inbox' ? formatSpread(ready, 0) : '–'
        return [which, `${slowDown}x`, formatSpread(fcp, 0), formatSpread(lcp, 0), first, cls.median.toFixed(4), formatSpread(tbt, 0), bytes.median.toFixed(0)]
      }),
      goals: [
        { what: 'page: layout shift of the inbox', limit: 0.01, figure: Math.max(inbox.cls.high, slowInbox.cls.high), unit: '' },
        { what: 'page: blocking time that the inbox adds, slowed down 4 times', limit: 400, figure: slowInbox.tbt.median - slowEmpty.tbt.median, unit: ' ms' },
        { what: 'page: scripts that the inbox adds until the first row', limit: 70, figure: inbox.bytes.median - empty.bytes.median, unit: ' kB' },
      ],
      why: WHY.page,
    }
  } finally {
    await browser.close()
    await app.stop()
  }
}

type Measured = Record<keyof Awaited<ReturnType<typeof measurePage>>, Sample>

/** Subjects with their default number of rounds. */
export const subjects: Record<string, { rounds: number; run: (rounds: number) => Promise<Findings> }> = {
  list: { rounds: 5, run: list },
  thread: { rounds: 5, run: thread },
  text: { rounds: 7, run: text },
  messenger: { rounds: 5, run: messenger },
  sizes: { rounds: 1, run: sizes },
  routes: { rounds: 9, run: routing },
  page: { rounds: 5, run: page },
}
