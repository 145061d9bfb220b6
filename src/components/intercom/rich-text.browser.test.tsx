import * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RichText } from '@/components/intercom/rich-text'
import type { RichTextNode } from '@/kit/contracts/index'
import { parseRichText } from '@/kit/rich-text/parse-rich-text'
import { Arena, type Findings } from '../../../tests/xss/arena.ts'
import { audit } from '../../../tests/xss/audit.ts'
import { hostileTrees } from '../../../tests/xss/trees.ts'
import { vectors, type Vector } from '../../../tests/xss/vectors.ts'

/** A message with the way to render it. */
interface Case {
  name: string
  /** HTML of the page at load. */
  html?: string
  /**
   * Renders the message into a loaded page.
   * @returns a function that unmounts it
   */
  show?: (place: HTMLElement) => (() => void) | void
}

/** Findings after rendering, and after touching every element. */
interface Outcome {
  names: string[]
  shown: Findings
  touched: Findings
  faults: string[]
}

const inThisWindow: string[] = []
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function chunks<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}

async function openPage(cases: Case[]) {
  const arena = await Arena.open(cases.map(({ html }) => html ?? ''))
  const removals = cases.map(({ show }, index) => show?.(arena.places[index]!))
  const auditAll = () =>
    arena.findings().navigated
      ? ['navigated']
      : arena.places.flatMap((place, index) => audit(place).map((fault) => `${fault}: ${cases[index]?.name}`))
  const close = () => {
    for (const remove of removals) remove?.()
    arena.close()
  }
  return { names: cases.map(({ name }) => name), arena, auditAll, close }
}

/** Renders messages, some per page, on several pages at a time. */
async function run(cases: Case[], messagesToPage: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const batch of chunks(chunks(cases, messagesToPage), 60)) {
    const pages = await Promise.all(batch.map(openPage))
    await pause(250)
    const shown = pages.map(({ arena, auditAll }) => ({ findings: arena.findings(), faults: auditAll() }))
    for (const { arena } of pages) arena.touch()
    await pause(150)
    for (const [index, { names, arena, auditAll, close }] of pages.entries()) {
      const { findings, faults } = shown[index]!
      outcomes.push({ names, shown: findings, touched: arena.findings(), faults: [...faults, ...auditAll()] })
      close()
    }
  }
  return outcomes
}

const executed = (outcomes: Outcome[]) => outcomes.filter(({ touched }) => touched.executed.length > 0)
const moved = (outcomes: Outcome[]) => outcomes.filter(({ touched }) => touched.navigated)
const loadedUnasked = (outcomes: Outcome[]) => outcomes.filter(({ shown }) => shown.loaded.length > 0)
const faulty = (outcomes: Outcome[]) => outcomes.filter(({ faults }) => faults.length > 0)

function report(title: string, outcomes: Outcome[]): void {
  const strings = outcomes.flatMap(({ names }) => names).length
  console.info(
    `${title}: ${strings} strings in ${outcomes.length} pages. Pages that ran something: ${executed(outcomes).length}, ` +
      `went elsewhere: ${moved(outcomes).length}, loaded something unasked: ${loadedUnasked(outcomes).length}, ` +
      `held what they may not: ${faulty(outcomes).length}.`,
  )
}

function expectHarmless(outcomes: Outcome[]): void {
  expect(executed(outcomes)).toEqual([])
  expect(moved(outcomes)).toEqual([])
  expect(loadedUnasked(outcomes)).toEqual([])
  expect(faulty(outcomes)).toEqual([])
  // A click may load only the image that the user asked for.
  for (const { touched } of outcomes) for (const address of touched.loaded) expect(address).toMatch(/^https:\/\//)
  expect(inThisWindow).toEqual([])
}

/** Parses and serialises a message like the server does. */
const received = (html: string): RichTextNode[] => JSON.parse(JSON.stringify(parseRichText(html)))

function showNodes(nodes: unknown) {
  return (place: HTMLElement) => {
    const reactRoot = createRoot(place)
    flushSync(() => reactRoot.render(<React.StrictMode><RichText nodes={nodes as RichTextNode[]} /></React.StrictMode>))
    return () => reactRoot.unmount()
  }
}

/** Builds a tree with everything in the HTML, like a parser without a filter. */
function unfiltered(html: string): unknown[] {
  const convert = (node: Node): unknown[] => {
    const children = [...node.childNodes].flatMap(convert)
    if (node instanceof Text) return [{ type: 'text', text: node.data }]
    if (!(node instanceof Element)) return []
    const { getAttribute, getAttributeNames } = Element.prototype
    const attributes = Object.fromEntries(getAttributeNames.call(node).map((name) => [name, getAttribute.call(node, name)]))
    const address = attributes.href ?? attributes['xlink:href'] ?? attributes.src ?? attributes.action ?? attributes.data
    const element = { ...attributes, attributes, type: 'element', tag: node.localName, children }
    if (address === undefined) return [element]
    return [element, { type: 'link', href: address, children }, { type: 'image', src: address, alt: attributes.alt ?? '' }]
  }
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(convert)
}

beforeEach(() => {
  inThisWindow.length = 0
  Object.assign(window, { __xss: (id: unknown) => inThisWindow.push(`call ${id}`) })
  for (const dialog of ['alert', 'confirm', 'prompt'] as const) {
    vi.spyOn(window, dialog).mockImplementation(() => void inThisWindow.push(dialog) as never)
  }
})

afterEach(() => vi.restoreAllMocks())

/** Harmless messages share a page, in groups of this size. */
const together = 10

const named = ({ id, family, html }: Vector) => `${family} ${id} ${html.slice(0, 120)}`

test('sees what the vectors do without a filter', { timeout: 240_000 }, async () => {
  const assigned = await run(
    vectors.map((vector) => ({ name: named(vector), show: (place) => void (place.innerHTML = vector.html) })),
    1,
  )
  report('Unfiltered, assigned to innerHTML', assigned)
  expect(executed(assigned).length).toBeGreaterThan(110)
  expect(loadedUnasked(assigned).length).toBeGreaterThan(150)
  expect(moved(assigned).length).toBeGreaterThan(5)
  expect(faulty(assigned).length).toBeGreaterThan(400)

  const scripts = vectors.filter(({ family }) => family === 'scripts')
  const parsed = await run(scripts.map((vector) => ({ name: named(vector), html: vector.html })), 1)
  report('Unfiltered, parsed with the page', parsed)
  expect(executed(parsed).length).toBeGreaterThan(8)
})

test('runs no vector after parsing and rendering', { timeout: 240_000 }, async () => {
  const complaints = vi.spyOn(console, 'error')
  const outcomes = await run(vectors.map((vector) => ({ name: named(vector), show: showNodes(received(vector.html)) })), together)
  report('Parsed and shown', outcomes)
  expectHarmless(outcomes)
  // React reports invalid nesting of elements.
  expect(complaints.mock.calls).toEqual([])
})

test('runs no vector in a server-rendered page', { timeout: 240_000 }, async () => {
  const rendered = (vector: Vector) => renderToString(<RichText nodes={received(vector.html)} />)
  const outcomes = await run(vectors.map((vector) => ({ name: named(vector), html: rendered(vector) })), together)
  report('Rendered on the server', outcomes)
  expectHarmless(outcomes)
})

test('runs no vector from a server that filters nothing', { timeout: 240_000 }, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const outcomes = await run(vectors.map((vector) => ({ name: named(vector), show: showNodes(unfiltered(vector.html)) })), together)
  report('Sent unfiltered', outcomes)
  expectHarmless(outcomes)
})

test('runs no malformed tree', { timeout: 240_000 }, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const outcomes = await run(hostileTrees.map((nodes, index) => ({ name: `tree ${index}`, show: showNodes(nodes) })), together)
  report('Malformed trees', outcomes)
  expectHarmless(outcomes)
})
