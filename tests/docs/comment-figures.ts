/**
 * Prints figures about the comments and pages of the project.
 *
 *   node tests/docs/comment-figures.ts [--json] [--list] [--sample 100 --seed 1]
 *
 * `--list` prints each fault with its place. `--sample` prints random docstrings; the same seed prints the same sample.
 */
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { blankMarkup, findWordingFaults } from '../lint/wording.ts'
import { findRepeated, listCode, readComments, readDocstrings } from './comments.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, list: { type: 'boolean' }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
})

/** "where" that may mean "if": any that follows no noun of a place and no verb such as "knows". The list has false alarms. */
const whereForIf = /(?<!\b(?:place|spot|point|position|file|folder|page|line|row|node|node's|element|from|of|to|is|knows?|sees?|finds?|says?|shows?|exactly|stays?|and|or) )\bwhere(?:ver)?\b(?! to\b)/gi

interface Text {
  place: string
  text: string
}

interface Figures {
  lines: number
  comments: number
  commentLinesPerThousand: number
  nounClauseOpenersPercent: number
  somebodyNobodyWhoeverWhom: number
  whereForIf: number
  otherFaults: number
}

const lists: Record<string, string[]> = { openers: [], persons: [], whereForIf: [], other: [] }

function countFaults(texts: readonly Text[]) {
  const counts = { openers: 0, persons: 0, wheres: 0, other: 0 }
  for (const { place, text } of texts) {
    const faults = findWordingFaults(text)
    const persons = text.match(/\b(?:somebody|nobody|whoever|whom)\b/gi) ?? []
    const wheres = text.replaceAll('\n', ' ').match(whereForIf) ?? []
    const openers = faults.filter(({ kind }) => kind === 'opener')
    const others = faults.filter(({ kind, found }) => kind === 'word' && !/^(?:somebody|nobody|whoever|whom)$|\bwhere\b/i.test(found))
    if (openers.length > 0) counts.openers++
    counts.persons += persons.length
    counts.wheres += wheres.length
    counts.other += others.length
    const line = `${place}  ${text.replaceAll('\n', ' ').slice(0, 160)}`
    if (openers.length > 0) lists.openers!.push(line)
    if (persons.length > 0) lists.persons!.push(line)
    if (wheres.length > 0) lists.whereForIf!.push(line)
    for (const { found } of others) lists.other!.push(`${place}  "${found}"  ${text.replaceAll('\n', ' ').slice(0, 140)}`)
  }
  return counts
}

const round = (value: number) => Math.round(value * 10) / 10

function toFigures(texts: readonly Text[], lines: number, commentLines: number): Figures {
  const { openers, persons, wheres, other } = countFaults(texts)
  return {
    lines,
    comments: texts.length,
    commentLinesPerThousand: round((commentLines * 1000) / Math.max(1, lines)),
    nounClauseOpenersPercent: round((openers * 100) / Math.max(1, texts.length)),
    somebodyNobodyWhoeverWhom: persons,
    whereForIf: wheres,
    otherFaults: other,
  }
}

const getLine = (text: string, index: number) => text.slice(0, index).split('\n').length

function measureCode(files: readonly string[]): Figures {
  const texts: Text[] = []
  let lines = 0
  let commentLines = 0
  for (const file of files) {
    const code = readFileSync(file, 'utf8')
    const comments = readComments(file, code)
    lines += code.split('\n').length - 1
    commentLines += new Set(comments.flatMap(({ start, end }) => {
      const first = getLine(code, start)
      return Array.from({ length: getLine(code, end) - first + 1 }, (_, index) => first + index)
    })).size
    texts.push(...comments.map(({ text, start }) => ({ place: `${file}:${getLine(code, start)}`, text })))
  }
  return toFigures(texts, lines, commentLines)
}

function measurePages(files: readonly string[]): Figures {
  const pages = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const texts = pages.flatMap(({ file, text }) => {
    const plain = blankMarkup(text)
    return [...plain.matchAll(/(?:\S.*\n?)+/g)].map(({ 0: paragraph, index }) => ({ place: `${file}:${getLine(text, index)}`, text: paragraph }))
  })
  return toFigures(texts, pages.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0), 0)
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const folders = ['src', 'mocks', '.storybook', 'stories', 'tests']
const code = Object.fromEntries(folders.map((folder) => [folder, listCode(folder)]))
const docstrings = readDocstrings(Object.values(code).flat())

if (options.sample) {
  const random = createRandom(Number(options.seed))
  const sample = docstrings.map((docstring) => ({ docstring, order: random() })).sort((a, b) => a.order - b.order)
  console.log(`seed ${options.seed}, ${options.sample} of ${docstrings.length} docstrings\n`)
  for (const { docstring: { place, text } } of sample.slice(0, Number(options.sample))) console.log(`${place}\n  ${text.replaceAll('\n', '\n  ')}`)
} else {
  const total = measureCode(Object.values(code).flat())
  for (const list of Object.values(lists)) list.length = 0
  const figures = {
    ...Object.fromEntries(folders.map((folder) => [folder, measureCode(code[folder]!)])),
    mdx: measurePages(globSync('stories/**/*.mdx').sort()),
    'README.md': measurePages(['README.md']),
  }
  const repeated = findRepeated(docstrings)
  const result = { figures, repeatedDocstrings: repeated.length, readmeWords: readFileSync('README.md', 'utf8').split(/\s+/).length, total }
  if (options.json) console.log(JSON.stringify({ ...result, ...(options.list && { lists, repeated }) }, null, 2))
  else {
    console.table({ ...figures, 'all code': total })
    console.log(`repeated docstrings: ${repeated.length}, words of the README: ${result.readmeWords}`)
    if (options.list) for (const [name, list] of Object.entries({ ...lists, repeated })) console.log(`\n${name}\n${list.join('\n')}`)
  }
}
