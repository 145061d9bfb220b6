/** `npm run release`: publishes the current version to npm, in .github/workflows/release.yml only. */
import { spawnSync } from 'node:child_process'

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) {
  console.error('npm run release runs only in GitHub Actions, because npm provenance needs the workflow. Push to main to publish.')
  process.exit(1)
}

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

// npm provenance requires the repository URL of the workflow's repository.
run('npm', ['pkg', 'set', 'repository.type=git', `repository.url=git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`])
run('npm', ['run', 'build:package'])
run('npm', ['exec', '--no', 'changeset', 'publish'])
