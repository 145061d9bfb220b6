import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
const script = join(folder, 'run.ts')
writeFileSync(script, `import { parseNumber, readCommandLine } from '${new URL('command-line.ts', import.meta.url)}'
const { values } = readCommandLine('npm run x [-- --rounds <number>]', { options: { rounds: { type: 'string' } } })
console.log('rounds', parseNumber('rounds', values.rounds, 2))`)
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, ...args], { encoding: 'utf8' })
  return { status, stdout: stdout.trim(), stderr: stderr.trim() }
}

test.each([
  [[], 0, 'rounds undefined', ''],
  [['--rounds', '7'], 0, 'rounds 7', ''],
  [['--help'], 0, 'npm run x [-- --rounds <number>]', ''],
  [['--round', '7'], 1, '', "Unknown option '--round'. npm run x [-- --rounds <number>]"],
  [['7'], 1, '', "Unexpected argument '7'. npm run x [-- --rounds <number>]"],
  [['--rounds', 'seven'], 1, '', '--rounds takes a whole number from 2 on, not "seven".'],
  [['--rounds', '1'], 1, '', '--rounds takes a whole number from 2 on, not "1".'],
] as [string[], number, string, string][])('responds to %j in one line, without a stack', (args, status, stdout, stderr) => {
  expect(run(...args)).toEqual({ status, stdout, stderr })
})
