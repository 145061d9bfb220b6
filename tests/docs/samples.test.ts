/** Compiles every TypeScript sample of the README and the docs with the strictest flags of an app. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Reads the samples of a file, each with its line. */
function readSamples(file: string): { name: string; code: string }[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^```tsx?\n([\s\S]*?)^```/gm)].map(({ index, 1: code }) => ({
    name: `${file}:${text.slice(0, index).split('\n').length + 1}`,
    code: code!,
  }))
}

const files = ['README.md', ...globSync('stories/**/*.mdx').map((file) => file.replaceAll('\\', '/')).sort()]
const samples = files.flatMap(readSamples)

/** @returns compiler errors, with the places of the samples */
function compile(codes: readonly { name: string; code: string }[]): string[] {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.cache/samples-'))
  try {
    for (const [index, { code }] of codes.entries()) writeFileSync(join(folder, `sample-${index}.tsx`), `${code}\nexport {}\n`)
    const compilerOptions = { exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, noUnusedLocals: false, paths: { '@/*': ['../../src/*'] } }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['*.tsx', '../../tests/docs/app.d.ts'] }))
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' })
    return stdout.split('\n').flatMap((line) => {
      const [, index, row, message] = /sample-(\d+)\.tsx\((\d+),\d+\): (.*)/.exec(line) ?? []
      return index ? [`${codes[Number(index)]!.name} +${row}: ${message}`] : []
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('compiles every sample', () => {
  expect(samples.length).toBeGreaterThan(8)
  expect(compile(samples)).toEqual([])
})

test('reports a sample that does not compile', () => {
  const wrong = { name: 'here', code: "import { HelpButton } from 'intercom-v0-kit/messenger'\nexport const button = <HelpButton />" }
  expect(compile([wrong])).toEqual([expect.stringMatching(/^here \+1: .*no exported member 'HelpButton'/)])
})
