/**
 * `npm test`: every check that runs by itself, one after the other, and one line with the count at the end.
 *
 * - Storybook is built, since some tests open the build.
 * - Vitest runs the unit tests, the browser tests and every story, in a real Chromium.
 * - The kit is copied into fresh apps, as a developer does it, and those are built and driven.
 * - The mocked Intercom is held against Intercom's OpenAPI description, where `INTERCOM_OPENAPI` names one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './chromium.ts'

const report = '.cache/tests/vitest.json'

interface Count {
  passed: number
  failed: number
  skipped: number
}

/** Runs a program of the project with this Node, so that nothing depends on what a shell would find. */
function run(title: string, script: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n> ${title}`)
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function oneCheck(passed: boolean): Count {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** A folder of the tests with packages of its own (peers to compare with), so that they stay out of the kit's. */
function installPeers(folder: string): void {
  if (!existsSync(`${folder}/package-lock.json`) || existsSync(`${folder}/node_modules`)) return
  console.log(`\n> npm ci in ${folder}`)
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed: see above.`)
}

function vitest(args: string[], chromium: string): Count {
  rmSync(report, { force: true })
  mkdirSync('.cache/tests', { recursive: true })
  const succeeded = run(
    'vitest',
    'node_modules/vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { CHROMIUM_PATH: chromium },
  )
  if (!existsSync(report)) throw new Error('Vitest ended before it could report: see above.')
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that cannot even be loaded has no tests that could fail, and an unhandled rejection belongs to none.
  const withoutTests = numFailedTests === 0 && (numFailedTestSuites > 0 || !succeeded) ? Math.max(1, numFailedTestSuites) : 0
  return {
    passed: numPassedTests,
    failed: numFailedTests + withoutTests,
    skipped: numPendingTests + numTodoTests,
  }
}

/** Each of its checks counts, and so does what kept it from reporting any. */
function copiedApp(chromium: string): Count {
  const result = '.cache/tests/copied-app.json'
  rmSync(result, { force: true })
  const succeeded = run('copied app', 'tests/copied-app/run.ts', [], { CHROMIUM_PATH: chromium })
  if (!existsSync(result)) return oneCheck(false)
  const { passed, failed } = JSON.parse(readFileSync(result, 'utf8'))
  return { passed, failed: Math.max(failed, succeeded ? 0 : 1), skipped: 0 }
}

function openapi(): Count {
  const description = process.env.INTERCOM_OPENAPI
  if (!description) {
    console.log("\nSkipped: the mocked Intercom was not held against Intercom's OpenAPI description (INTERCOM_OPENAPI names none).")
    return { passed: 0, failed: 0, skipped: 1 }
  }
  return oneCheck(run('check:openapi', 'tests/check-openapi.ts', [description]))
}

const chromium = await ensureChromium()
installPeers('tests/messenger-peers')
const counts = [
  oneCheck(run('build-storybook', 'node_modules/storybook/dist/bin/dispatcher.js', ['build', '--quiet'])),
  vitest(process.argv.slice(2), chromium),
  copiedApp(chromium),
  openapi(),
]
const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\ntests: ${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(total('failed') === 0 ? 0 : 1)
