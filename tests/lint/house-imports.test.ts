import { type BadCase, type Case, testRule } from './rule-tester.ts'
import { houseImports } from './house-imports.ts'

const view = 'src/components/intercom/x.tsx'
const part = 'src/components/intercom/x/part.tsx'
const primitive = 'src/components/ui/x.tsx'
const page = 'src/app/inbox/page.tsx'
const route = 'src/app/api/intercom/[...path]/route.ts'
const library = 'src/lib/intercom/x.ts'
const mock = 'mocks/api/x.ts'

const kit = (folder: string) => `src/kit/${folder}/x.ts`

/** Folders of the engine that each folder may import, like the table "Import rule" in the design. */
const mayImport: Record<string, string[]> = {
  contracts: [],
  shared: ['contracts'],
  strings: ['contracts', 'shared'],
  'rich-text': ['contracts', 'shared'],
  messenger: ['contracts', 'shared', 'strings'],
  inbox: ['contracts', 'shared', 'strings', 'rich-text'],
  account: ['contracts', 'shared', 'strings', 'messenger'],
  server: ['contracts', 'shared', 'rich-text'],
}
const folders = Object.keys(mayImport)

/** File that other folders may import: the index.ts, or any file of `shared`. */
const entry = (folder: string) => (folder === 'shared' ? '../shared/clean-text.ts' : `../${folder}/index.ts`)

const engineGood = folders.flatMap((from): Case[] => [
  { path: kit(from), code: "import { y } from './y.ts'; import { z } from './part/z.tsx'" },
  ...mayImport[from]!.map((to) => ({ path: kit(from), code: `import type { X } from '${entry(to)}'` })),
  ...mayImport[from]!.filter((to) => to !== 'contracts').map((to) => ({ path: kit(from), code: `import { x } from '${entry(to)}'` })),
])

const engineBad = folders.flatMap((from): BadCase[] =>
  folders.filter((to) => to !== from && !mayImport[from]!.includes(to)).map((to) => ({
    path: kit(from),
    code: `import type { X } from '${entry(to)}'`,
    says: [`kit/${from} may import ${mayImport[from]!.join(', ') || 'nothing of ours'}, not kit/${to}.`],
  })))

const browserFolders = folders.filter((folder) => !['contracts', 'server'].includes(folder))

testRule(
  'house-imports',
  houseImports,
  [
    ...engineGood,
    { path: kit('contracts'), code: "import { z } from 'zod'" },
    { path: kit('server'), code: "import { z } from 'zod'; import { contactSchema } from '../contracts/index.ts'" },
    { path: 'src/kit/server/http/x.ts', code: "import { x } from '../../shared/clean-text.ts'; import { y } from '../live/y.ts'" },
    { path: kit('inbox'), code: "import type { z } from 'zod'; import useSWR from 'swr'; import * as React from 'react'" },
    { path: kit('inbox'), code: "export { MAX_FILES } from '../contracts/attachment-limits.ts'" },
    { path: kit('inbox'), code: "const tables = await import('../strings/index.ts')" },
    { path: 'src/kit/inbox/x.test.ts', code: "import { z } from 'zod'; import { createIntercom } from '../../../mocks/index.ts'" },

    { path: view, code: "import { useConversations } from 'intercom-v0-kit/inbox'; import { de } from 'intercom-v0-kit/strings/de'" },
    { path: view, code: "import type { Contact } from 'intercom-v0-kit/contracts'" },
    { path: view, code: "type Contact = import('intercom-v0-kit/contracts').Contact" },
    { path: view, code: "import { Part } from '@/components/intercom/x/part'; import { Button } from '@/components/ui/button'" },
    { path: view, code: "import * as React from 'react'; import * as Dialog from '@radix-ui/react-dialog'" },
    { path: part, code: "import { cn } from '@/lib/utils'" },
    { path: primitive, code: "import { cn } from '@/lib/utils'; import { Label } from '@/components/ui/label'" },
    { path: page, code: "import { SupportInbox } from '@/components/intercom/support-inbox'; import Link from 'next/link'" },
    { path: route, code: "import { createIntercomRoutes } from 'intercom-v0-kit/server'; import { authorize } from '@/lib/intercom/authorize'" },
    { path: route, code: "import { createHmac } from 'node:crypto'; import { contactSchema } from 'intercom-v0-kit/contracts'" },
    { path: library, code: "import type { Authorize } from 'intercom-v0-kit/server'; export { parse } from '@/lib/intercom/parse'" },
    { path: 'src/lib/intercom/x.test.ts', code: "import { x } from './x'; import { y } from '@/kit/server/y'" },

    { path: mock, code: "import { NOW } from '../data/clock.ts'; import { http } from 'msw'" },
    { path: mock, code: "import type { Contact } from '../../src/kit/contracts/index.ts'" },
    { path: 'mocks/server.ts', code: "import { createServer } from 'node:http'" },
    { path: 'mocks/api/x.test.ts', code: "import { readFileSync } from 'node:fs'; import { x } from '@/kit/server/x'" },

    { path: 'stories/x/x.stories.tsx', code: "import preview from '../../.storybook/preview'; import { x } from '../../src/kit/inbox/x'" },
    { path: 'tests/x.ts', code: "import { x } from '../src/kit/inbox/x'; import { y } from 'node:fs'" },
    { path: '.storybook/preview.tsx', code: "import '../src/styles/theme.css'; import { x } from '@/components/intercom/x'" },
  ],
  [
    ...engineBad,
    ...browserFolders.flatMap((folder): BadCase[] => [
      { path: kit(folder), code: "import { z } from 'zod'", says: ['`zod` belongs on the server'] },
      { path: kit(folder), code: "import { type ZodType } from 'zod/mini'", says: ['`zod` belongs on the server'] },
      { path: kit(folder), code: "import { idSchema } from '../contracts/index.ts'", says: ['brings zod into the browser'] },
      { path: kit(folder), code: "import { type Contact } from '../contracts/index.ts'", says: ['use `import type`'] },
    ]),
    ...['react', 'react-dom/server', 'swr/infinite', 'lucide-react'].map((name): BadCase => ({
      path: kit('server'), code: `import '${name}'`, says: ['belongs in the browser: src/kit/server runs without it'],
    })),
    ...folders.flatMap((folder): BadCase[] => [
      { path: kit(folder), code: "import { x } from 'intercom-v0-kit/strings'", says: ['is the engine itself'] },
      { path: kit(folder), code: "import { cn } from '@/lib/utils'", says: ['is an alias: inside src/kit write a relative path'] },
      { path: kit(folder), code: "import { y } from './y'", says: ['has no extension: Node runs the engine'] },
      { path: kit(folder), code: "import { cn } from '../../lib/utils.ts'", says: ['leaves src/kit'] },
      { path: kit(folder), code: "import type { X } from '../../../mocks/index.ts'", says: ['leaves src/kit'] },
      { path: kit(folder), code: "import { x } from 'node:crypto'", says: ['exists on one platform only'] },
      { path: kit(folder), code: "import { after } from 'next/server'", says: ['exists on one platform only'] },
      { path: kit(folder), code: "import { http } from 'left-pad'", says: ['`left-pad` is not among the dependencies'] },
    ]),
    { path: kit('inbox'), code: "import { initials } from '../strings/initials.ts'", says: ['is private to kit/strings: import its index.ts'] },
    { path: kit('account'), code: "export * from '../messenger/engine.ts'", says: ['is private to kit/messenger'] },
    { path: 'src/kit/server/http/x.ts', code: "import { idSchema } from '../../contracts/ids.ts'", says: ['is private to kit/contracts'] },
    { path: 'src/kit/inbox/list/x.ts', code: "const x = await import('../../rich-text/safe-url.ts')", says: ['is private to kit/rich-text'] },

    { path: view, code: "import { x } from '@/kit/inbox/x'", says: ['is inside the engine: import from `intercom-v0-kit/<folder>`'] },
    { path: view, code: "type Contact = import('@/kit/contracts/index').Contact", says: ['is inside the engine'] },
    { path: library, code: "export * from '@/kit/server/index'", says: ['is inside the engine'] },
    { path: route, code: "import { x } from '@/kit/server/x'", says: ['is inside the engine'] },
    { path: view, code: "import { x } from 'intercom-v0-kit'", says: ['is not an import path of the package'] },
    { path: view, code: "import { x } from 'intercom-v0-kit/shared'", says: ['is not an import path of the package'] },
    { path: page, code: "import { x } from 'intercom-v0-kit/inbox/data/use-admins'", says: ['is not an import path of the package'] },
    { path: view, code: "import { createRoute } from 'intercom-v0-kit/server'", says: ['`intercom-v0-kit/server` belongs on the server'] },
    { path: view, code: "import { contactSchema } from 'intercom-v0-kit/contracts'", says: ['brings zod into the browser'] },
    { path: view, code: "import { type Contact } from 'intercom-v0-kit/contracts'", says: ['use `import type`'] },
    { path: view, code: "import { z } from 'zod'", says: ['`zod` belongs on the server'] },
    { path: view, code: "const x = await import('htmlparser2')", says: ['`htmlparser2` belongs on the server'] },
    { path: view, code: "import Link from 'next/link'", says: ['`next/link` exists on one platform only'] },
    { path: view, code: "import { x } from './y'", says: ['`./y` is relative: write `@/components/intercom/y`'] },
    { path: part, code: "import { x } from '../../../lib/utils.ts'", says: ['write `@/lib/utils`'] },
    { path: view, code: "import { x } from '@/lib/utils.ts'", says: ['has an extension: write `@/lib/utils`'] },
    { path: view, code: "import { authorize } from '@/lib/intercom/authorize'", says: ['a view uses `@/components`, `@/lib/utils` and'] },
    { path: view, code: "import { GET } from '@/app/api/intercom/[...path]/route'", says: ['a view uses'] },
    { path: view, code: "import { x } from '../../../mocks/index.ts'", says: ['is in mocks: nothing in src leaves src'] },
    { path: library, code: "import type { X } from '../../../stories/x'", says: ['is in stories'] },
    { path: library, code: "export * from '../../../tests/x'", says: ['is in tests'] },
    { path: library, code: "import { x } from '@/../.storybook/preview'", says: ['is in .storybook'] },
    { path: primitive, code: "import { X } from '@/components/intercom/x'", says: ['a primitive uses `@/lib/utils` and other primitives'] },
    { path: primitive, code: "import { x } from '@/lib/intercom/x'", says: ['a primitive uses'] },
    { path: page, code: "import { GET } from '@/app/api/account/route'", says: ['a route or a page uses `@/lib` and `@/components`'] },
    { path: library, code: "import { X } from '@/components/intercom/x'", says: ['`src/lib` holds neither React nor routes'] },
    { path: library, code: "import { GET } from '@/app/api/account/route'", says: ['`src/lib` holds neither'] },
    { path: library, code: "import { x } from 'crypto'", says: ['exists on one platform only'] },

    { path: mock, code: "import { idSchema } from '../../src/kit/contracts/index.ts'", says: ['mocks import types of src/kit/contracts'] },
    { path: mock, code: "import type { X } from '../../src/kit/server/index.ts'", says: ['mocks import types of src/kit/contracts'] },
    { path: mock, code: "import type { XProps } from '../../src/components/intercom/x.tsx'", says: ['mocks import types of'] },
    { path: mock, code: "import { x } from '../../stories/x.ts'", says: ['mocks import types of'] },
    { path: mock, code: "import type { Contact } from '@/kit/contracts/index'", says: ['is an alias'] },
    { path: mock, code: "import { NOW } from '../data/clock'", says: ['write `../data/clock.ts`'] },
    { path: mock, code: "import { readFileSync } from 'node:fs'", says: ['only mocks/server.ts uses it'] },
  ],
)
