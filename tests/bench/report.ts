/** Writes the results of the benchmarks as Markdown. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { benchFolder, root } from './places.ts'
import type { Sample } from './stats.ts'

/** A goal with its measured figure. */
export interface Goal {
  what: string
  /** Maximum that meets the goal. */
  limit: number
  figure: number
  unit: string
}

/** Results of one subject. */
export interface Findings {
  title: string
  /** Explains the measurement. */
  about: string
  head: string[]
  rows: string[][]
  goals: Goal[]
  /** Reason of a missed goal. */
  why?: string
}

/** Formats a figure with its quartiles: `12.3 (11.9–13.0)`. */
export function formatSpread({ median, low, high }: Sample, digits = 1): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** Renders a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

function goalRow({ what, limit, figure, unit }: Goal): string[] {
  const written = (value: number) => `${number(value)}${unit}`
  return [what, written(figure), `at most ${written(limit)}`, figure <= limit ? 'met' : '**missed**']
}

/** Renders a table of goals. */
export function formatGoals(goals: readonly Goal[]): string {
  return table(['goal', 'measured', 'wanted', ''], goals.map(goalRow))
}

function section({ title, about, head, rows, goals, why }: Findings): string {
  const parts = [`## ${title}`, about, table(head, rows)]
  if (goals.length > 0) parts.push(formatGoals(goals))
  if (why && goals.some(({ figure, limit }) => figure > limit)) parts.push(why)
  return parts.join('\n\n')
}

/** Rewrites `results.md`. @param seconds duration of the run */
export function writeResults(findings: readonly Findings[], versions: string, seconds: number): void {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${process.platform}`
  const intro = [
    '# Benchmarks',
    `\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, in ${Math.round(seconds / 60)} minutes, on ${machine}; ${versions}.`,
    'CPU is the CPU time of the page’s main thread (or of the server’s process), not wall-clock time. Subjects of one ' +
      'table were measured in turns in one run. Figures are medians with quartiles in brackets. A ratio is the median ' +
      'of each round’s ratio, so that other load on the machine affects both sides.',
  ]
  const goals = `## Goals\n\n${formatGoals(findings.flatMap((each) => each.goals))}`
  const path = `${benchFolder}/results.md`
  const { live } = splitResults(existsSync(path) ? readFileSync(path, 'utf8') : '')
  writeFileSync(path, joinResults([...intro, goals, ...findings.map(section)].join('\n\n'), live))
}

const LIVE = '<!-- npm run bench:live -->'

/** Splits `results.md`, because each command writes its own part and keeps the other. */
export function splitResults(text: string): { main: string; live: string } {
  const [main = '', live = ''] = text.split(LIVE)
  return { main: main.trim(), live: live.trim() }
}

/** Joins the parts of `results.md`. */
export function joinResults(main: string, live: string): string {
  return `${main}${live && `\n\n${LIVE}\n\n${live}`}\n`
}

/** Replaces the content between two markers of a text. @throws Error if a marker is missing */
export function replaceBetween(text: string, content: string, name = 'bench'): string {
  const markers = [`<!-- ${name} -->`, `<!-- /${name} -->`] as const
  const [start, end] = markers.map((marker) => text.indexOf(marker)) as [number, number]
  if (start < 0 || end < start) throw new Error(`The README lacks the markers ${markers.join(' and ')}.`)
  return text.slice(0, start + markers[0].length) + content + text.slice(end)
}

/** Updates the README's line with the number of goals met. */
export function writeReadme(findings: readonly Findings[]): void {
  const path = `${root}/README.md`
  if (!existsSync(path)) return
  const goals = findings.flatMap((each) => each.goals)
  const met = goals.filter(({ figure, limit }) => figure <= limit).length
  writeFileSync(path, replaceBetween(readFileSync(path, 'utf8'), `${met} of ${goals.length} goals met`))
}
