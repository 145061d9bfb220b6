/**
 * `npm run bench:live`: opens thousands of live streams, sends signed webhooks, and writes a section of
 * `tests/bench/results.md` and the README's line. `-- --only 2000` measures one scenario and writes nothing. Needs a
 * `redis-server` for the scenario with two instances.
 */
import { readCommandLine, stop } from '../../command-line.ts'
import { table } from '../report.ts'
import { type LiveFindings, writeLive } from './report.ts'
import { scenarios } from './scenarios.ts'

const names = Object.keys(scenarios)
const { values } = readCommandLine(`npm run bench:live [-- --only <scenario,scenario>]; scenarios: ${names.join(', ')}`, {
  options: { only: { type: 'string' } },
})
const chosen = values.only?.split(',') ?? names
const unknown = chosen.filter((name) => !(name in scenarios))
if (unknown.length > 0) stop(`There is no scenario ${unknown.join(', ')}: there are ${names.join(', ')}.`)

const found: LiveFindings[] = []
for (const name of chosen) {
  console.log(`\n> ${name}`)
  const findings = await scenarios[name]!()
  found.push(findings)
  console.log(table(['', ''], Object.entries(findings).filter(([key]) => key !== 'goals').map(([key, value]) => [key, String(value)])))
  for (const { what, figure, limit, unit } of findings.goals) {
    console.log(`${figure <= limit ? 'met   ' : 'MISSED'} ${what}: ${figure.toFixed(1)}${unit}, wanted at most ${limit}${unit}`)
  }
}
if (!values.only) writeLive(found)
process.exit(0)
