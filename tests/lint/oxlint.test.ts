/** Runs oxlint with the project's configuration on a folder with planted faults. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import plugin from './plugin.ts'

interface Diagnostic {
  code: string
  filename: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

const conditionalHook = `import * as React from 'react'

function A({ on }: { on: boolean }) {
  if (on) React.useId()
  return null
}

void A
`

const missingDependency = `import * as React from 'react'

function useTitle(title: string) {
  React.useEffect(() => {
    document.title = title
  }, [])
}

void useTitle
`

const faults: [rule: string, path: string, code: string][] = [
  ['kit(button-type)', 'src/components/intercom/push.tsx', 'void (<Button onClick={close} />)\n'],
  ['kit(documented-exports)', 'src/components/intercom/words.tsx', 'export const words = 1\n'],
  ['kit(file-length)', 'mocks/long.ts', '//\n'.repeat(401)],
  ['kit(house-imports)', 'src/components/ui/box.tsx', "import '@/kit/inbox/words'\n"],
  ['kit(no-inner-html)', 'src/kit/rich-text/html.ts', "document.body.innerHTML = ''\n"],
  ['kit(no-physical-css)', 'src/components/ui/side.ts', "void 'ml-2'\n"],
  ['kit(no-raw-colors)', 'src/components/ui/color.ts', "void 'bg-blue-500'\n"],
  ['kit(no-unstable-render)', 'src/kit/inbox/use-dice.ts', 'void Math.random()\n'],
  ['kit(plain-comments)', 'tests/note.ts', '// What nobody reads.\nvoid 0\n'],
  ['kit(no-literal-strings)', 'src/components/intercom/hello.tsx', 'void (<p>Hello</p>)\n'],
  ['eslint(no-console)', 'src/kit/shared/print.ts', "console.log('here')\n"],
  ['import(no-cycle)', 'src/kit/shared/chicken.ts', "import './egg.ts'\n"],
  ['import(no-cycle)', 'src/kit/shared/egg.ts', "import './chicken.ts'\n"],
  ['import(no-cycle)', 'src/kit/shared/hen.ts', "import type { Chick } from './chick.ts'\n\nexport type Hen = Chick\n"],
  ['import(no-cycle)', 'src/kit/shared/chick.ts', "import type { Hen } from './hen.ts'\n\nexport type Chick = Hen\n"],
  ['jsx-a11y(alt-text)', 'stories/picture.tsx', 'void (<img src="a.png" />)\n'],
  ['typescript(no-explicit-any)', 'mocks/any.ts', 'void (null as any)\n'],
  ['unicorn(filename-case)', 'src/lib/CamelCase.ts', 'void 0\n'],
  ['vitest(no-focused-tests)', 'src/lib/x.test.ts', "import { it } from 'vitest'\n\nit.only('is alone', () => {})\n"],
  ['react-hooks(rules-of-hooks)', 'src/components/intercom/a.tsx', conditionalHook],
  ['react-hooks(exhaustive-deps)', 'src/kit/messenger/use-title.ts', missingDependency],
]

/** Files that the configuration exempts. */
const exceptions: [path: string, code: string][] = [
  ['src/kit/server/log.ts', "console.error('failed')\n"],
  ['src/kit/strings/locale-provider.tsx', 'void Date.now()\n'],
  ['src/lib/html.test.ts', "document.body.innerHTML = ''\nconsole.log(Math.random())\n"],
  ['stories/hello.tsx', 'void (<p>Hello</p>)\n'],
  ['src/kit/strings/locales/de.ts', '//\n'.repeat(401) + 'void 0\n'],
  ['tests/long.ts', '//\n'.repeat(401) + 'export const undocumented = 1\n'],
]

describe("oxlint with the project's configuration", () => {
  let house: string
  let found: Diagnostic[]
  let status: number | null

  beforeAll(() => {
    house = realpathSync(mkdtempSync(join(tmpdir(), 'lint-')))
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'tests/lint']) {
      cpSync(join(root, name), join(house, name), { recursive: true })
    }
    for (const [path, code] of [...faults.map(([, ...file]) => file), ...exceptions]) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), code)
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const run = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: house, encoding: 'utf8' })
    status = run.status
    found = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics
  })

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it('fails', () => {
    expect(status).toBe(1)
  })

  it.each(faults)('reports %s in %s', (rule, path) => {
    expect(found.filter(({ filename }) => filename === path).map(({ code }) => code)).toContain(rule)
  })

  it.each(exceptions)('accepts %s', (path) => {
    expect(found.filter(({ filename }) => filename === path)).toEqual([])
  })

  it('enables and tests each rule of the plugin', () => {
    const configuration = readFileSync(join(root, '.oxlintrc.json'), 'utf8')
    for (const name of Object.keys(plugin.rules)) {
      expect(configuration).toContain(`"kit/${name}"`)
      expect(faults.map(([rule]) => rule)).toContain(`kit(${name})`)
    }
  })
})
