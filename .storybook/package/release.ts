/** `npm run release`: publishes a version that npm does not have yet. Run by .github/workflows/release.yml alone. */
import { spawnSync } from 'node:child_process'

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) {
  console.error('npm run release publishes from the workflow alone, where npm can see what the package was built from.')
  process.exit(1)
}

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

// npm compares the manifest's repository with the one that the workflow ran in, which is whoever's this is.
run('npm', ['pkg', 'set', 'repository.type=git', `repository.url=git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`])
run('npm', ['run', 'build:package'])
run('npm', ['exec', '--no', 'changeset', 'publish'])
