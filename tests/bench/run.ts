/**
 * `npm run bench`: compares the kit with alternatives, and writes `tests/bench/results.md` and the README's line. `--
 * --only list,thread` measures some subjects and writes nothing. `--rounds 2` gives a quick impression.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseNumber, readCommandLine, stop } from '../command-line.ts'
import { launch } from './browser.ts'
import { benchFolder } from './places.ts'
import { table, writeReadme, writeResults, type Findings } from './report.ts'
import { subjects } from './subjects.ts'

const { values } = readCommandLine(`npm run bench [-- --only <subject,subject>] [--rounds <number>]; subjects: ${Object.keys(subjects).join(', ')}`, {
  options: { only: { type: 'string' }, rounds: { type: 'string' } },
})
const chosen = values.only?.split(',') ?? Object.keys(subjects)
const unknown = chosen.filter((name) => !(name in subjects))
if (unknown.length > 0) stop(`There is no subject ${unknown.join(', ')}: there are ${Object.keys(subjects).join(', ')}.`)
const wantedRounds = parseNumber('rounds', values.rounds)

if (!existsSync(`${benchFolder}/node_modules`)) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: benchFolder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error("The packages to compare with couldn't be installed. See the output above.")
}

const start = performance.now()
const findings: Findings[] = []
for (const name of chosen) {
  const { rounds, run } = subjects[name]!
  console.log(`\n> ${name}`)
  const found = await run(wantedRounds ?? rounds)
  findings.push(found)
  console.log(table(found.head, found.rows))
  for (const { what, figure, limit, unit } of found.goals) {
    console.log(`${figure <= limit ? 'met   ' : 'MISSED'} ${what}: ${figure.toFixed(2)}${unit}, wanted at most ${limit}${unit}`)
  }
}
const seconds = (performance.now() - start) / 1000
console.log(`\n${Math.round(seconds)} seconds`)

if (!values.only && wantedRounds === undefined) {
  const browser = await launch()
  const { version: react } = JSON.parse(readFileSync(new URL('../../node_modules/react/package.json', import.meta.url), 'utf8'))
  const { version: next } = JSON.parse(readFileSync(`${benchFolder}/node_modules/next/package.json`, 'utf8'))
  const versions = `Chromium ${browser.version().split('.')[0]}, Node ${process.versions.node}, React ${react}, Next.js ${next}`
  await browser.close()
  writeResults(findings, versions, seconds)
  writeReadme(findings)
}
process.exit(0)
