/**
 * `npm test`: runs every automatic check and prints one line with the counts.
 *
 * - Builds Storybook, since some tests open the build.
 * - Runs unit tests, browser tests and stories with Vitest, in a real Chromium.
 * - Copies the kit into fresh apps, builds them and drives them.
 * - Checks the mocked Intercom against Intercom's OpenAPI description, if `INTERCOM_OPENAPI` is set.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { ensureChromium } from './chromium.ts'

const report = '.cache/tests/vitest.json'

interface Count {
  passed: number
  failed: number
  skipped: number
}

/** Runs a script with this Node, independent of the shell. */
function run(title: string, script: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n> ${title}`)
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function toCount(passed: boolean): Count {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** Installs the packages of a test folder. Peers to compare with stay out of the kit's packages. */
function installPeers(folder: string): void {
  if (!existsSync(`${folder}/package-lock.json`) || existsSync(`${folder}/node_modules`)) return
  console.log(`\n> npm ci in ${folder}`)
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`The packages of ${folder} couldn't be installed. See the output above.`)
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  /** Files. A test that passed on its retry keeps the message of its failure. */
  testResults: { name: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

/** Lines printed above the totals. */
const remarks: string[] = []

function runVitest(args: string[], chromium: string): Count {
  rmSync(report, { force: true })
  mkdirSync('.cache/tests', { recursive: true })
  const succeeded = run(
    'vitest',
    'node_modules/vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { CHROMIUM_PATH: chromium },
  )
  if (!existsSync(report)) throw new Error('Vitest ended without a report. See the output above.')
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as VitestReport
  for (const { name, assertionResults } of testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (failureMessages.length > 0)
        remarks.push(`${status === 'failed' ? 'failed' : 'passed on its retry'}: ${relative(process.cwd(), name)}: ${fullName}`)
  // Vitest counts no test for a file that fails to load or for an unhandled rejection.
  const withoutTests = numFailedTests === 0 && (numFailedTestSuites > 0 || !succeeded) ? Math.max(1, numFailedTestSuites) : 0
  return {
    passed: numPassedTests,
    failed: numFailedTests + withoutTests,
    skipped: numPendingTests + numTodoTests,
  }
}

/** Counts each check, and a failure if the run ends without a report. */
function runCopiedApp(chromium: string): Count {
  const result = '.cache/tests/copied-app.json'
  rmSync(result, { force: true })
  const succeeded = run('copied app', 'tests/copied-app/run.ts', [], { CHROMIUM_PATH: chromium })
  if (!existsSync(result)) return toCount(false)
  const { passed, failed } = JSON.parse(readFileSync(result, 'utf8'))
  return { passed, failed: Math.max(failed, succeeded ? 0 : 1), skipped: 0 }
}

function runOpenapiCheck(): Count {
  const description = process.env.INTERCOM_OPENAPI
  if (!description) {
    console.log("\nSkipped: check:openapi. Set INTERCOM_OPENAPI to the path of Intercom's OpenAPI description to run it.")
    return { passed: 0, failed: 0, skipped: 1 }
  }
  return toCount(run('check:openapi', 'tests/check-openapi.ts', [description]))
}

const chromium = await ensureChromium()
installPeers('tests/messenger-peers')
const counts = [
  toCount(run('build-storybook', 'node_modules/storybook/dist/bin/dispatcher.js', ['build', '--quiet', '--stats-json'])),
  runVitest(process.argv.slice(2), chromium),
  runCopiedApp(chromium),
  runOpenapiCheck(),
]
const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
if (remarks.length > 0) console.log(`\n${remarks.join('\n')}`)
console.log(`\ntests: ${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(total('failed') === 0 ? 0 : 1)
