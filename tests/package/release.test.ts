import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Job {
  if?: string
  permissions?: Record<string, string>
  steps: { run?: string; uses?: string; with?: Record<string, string>; env?: Record<string, string> }[]
}

interface Workflow {
  permissions: Record<string, string>
  jobs: Record<string, Job>
}

const workflow = (name: string) => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('runs only public npm scripts in the workflow of pull requests', () => {
  const { jobs, permissions } = workflow('ci')
  expect(Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual(['.ci/run'])
  expect(permissions).toEqual({ contents: 'read' })
})

test('publishes nothing until a maintainer enables it, then with provenance', () => {
  const { jobs, permissions } = workflow('release')
  const { release } = jobs
  expect(permissions).toEqual({})
  expect(release?.if).toBe("vars.RELEASE == 'on'")
  expect(release?.permissions).toHaveProperty('id-token', 'write')
  const step = release?.steps.find(({ uses }) => uses?.startsWith('changesets/action@'))
  expect(step?.env).toHaveProperty('NPM_CONFIG_PROVENANCE', 'true')
  for (const command of [step?.with?.version, step?.with?.publish]) {
    expect(scripts).toHaveProperty(command!.replace('npm run ', ''))
  }
})

test('refuses to release outside CI', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '.storybook/package/release.ts'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/only in GitHub Actions/)
})
