/** What the benchmarks say, as Markdown. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { benchFolder, root } from './places.ts'
import type { Sample } from './stats.ts'

/** Something that is to be so. */
export interface Goal {
  what: string
  /** What it may be at most. */
  limit: number
  /** What it is. */
  figure: number
  unit: string
}

/** What a subject found. */
export interface Findings {
  title: string
  /** What was measured, and how to read it. */
  about: string
  head: string[]
  rows: string[][]
  goals: Goal[]
  /** Why a goal is missed, where one is. */
  why?: string
}

/** A figure with its quartiles: `12.3 (11.9–13.0)`. */
export function spread({ median, low, high }: Sample, digits = 1): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

function goalRow({ what, limit, figure, unit }: Goal): string[] {
  const written = (value: number) => `${number(value)}${unit}`
  return [what, written(figure), `at most ${written(limit)}`, figure <= limit ? 'met' : '**missed**']
}

const goalHead = ['goal', 'measured', 'wanted', '']

function section({ title, about, head, rows, goals, why }: Findings): string {
  const parts = [`## ${title}`, about, table(head, rows)]
  if (goals.length > 0) parts.push(table(goalHead, goals.map(goalRow)))
  if (why && goals.some(({ figure, limit }) => figure > limit)) parts.push(why)
  return parts.join('\n\n')
}

/** Writes `results.md` anew. @param seconds that the run took */
export function writeResults(findings: readonly Findings[], versions: string, seconds: number): void {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${process.platform}`
  const intro = [
    '# Benchmarks',
    `\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, in ${Math.round(seconds / 60)} minutes, on ${machine}; ${versions}.`,
    'CPU is that of the page’s main thread (or of the server’s process), never time on a clock. Everything of one table was ' +
      'measured in turns, in one run; figures are medians, with the quartiles in brackets. A ratio is the median of each ' +
      'round’s ratio, so that what else the machine did counts for both.',
  ]
  const goals = `## Goals\n\n${table(goalHead, findings.flatMap((each) => each.goals.map(goalRow)))}`
  writeFileSync(`${benchFolder}/results.md`, `${[...intro, goals, ...findings.map(section)].join('\n\n')}\n`)
}

const markers = ['<!-- bench -->', '<!-- /bench -->'] as const

/** Puts a text between the markers of another. @throws where they are not there */
export function between(text: string, content: string): string {
  const [start, end] = markers.map((marker) => text.indexOf(marker)) as [number, number]
  if (start < 0 || end < start) throw new Error(`The README has no place for the figure: ${markers.join(' and ')}.`)
  return text.slice(0, start + markers[0].length) + content + text.slice(end)
}

/** Updates the README's line: how many goals are met. */
export function writeReadme(findings: readonly Findings[]): void {
  const path = `${root}/README.md`
  if (!existsSync(path)) return
  const goals = findings.flatMap((each) => each.goals)
  const met = goals.filter(({ figure, limit }) => figure <= limit).length
  writeFileSync(path, between(readFileSync(path, 'utf8'), `${met} of ${goals.length} goals met`))
}
