import { houseImports } from './house-imports.ts'
import { testRule } from './rule-tester.ts'

const component = 'src/components/intercom/x.tsx'
const primitive = 'src/components/ui/x.tsx'
const hook = 'src/hooks/use-x.ts'
const library = 'src/lib/intercom/x.ts'
const route = 'src/app/api/intercom/x/[id]/route.ts'
const mock = 'mocks/api/x.ts'

testRule(
  'house-imports',
  houseImports,
  [
    { path: component, code: "import { useX } from '@/hooks/use-x'" },
    { path: component, code: "import { Button } from '@/components/ui/button'" },
    { path: component, code: "import * as React from 'react'; import useSWR from 'swr/infinite'" },
    { path: component, code: "import * as Dialog from '@radix-ui/react-dialog'" },
    { path: component, code: "import type { Contact } from '@/lib/intercom/contracts'" },
    { path: component, code: "type Contact = import('@/kit/contracts/index').Contact" },
    { path: hook, code: "import type { z } from 'zod'" },
    { path: hook, code: "const events = await import('@/lib/intercom/events')" },
    { path: primitive, code: "import { cn } from '@/lib/utils'; import { Label } from '@/components/ui/label'" },
    { path: library, code: "import { z } from 'zod'; export { parse } from '@/lib/intercom/parse'" },
    { path: route, code: "import { handle } from '@/lib/intercom/handle'; import { after } from 'next/server'" },
    { path: route, code: "import { createHmac } from 'node:crypto'" },
    { path: mock, code: "import { NOW } from '../data/clock.ts'; import { http } from 'msw'" },
    { path: mock, code: "import type { Contact } from '../../src/lib/intercom/contracts.ts'" },
    { path: 'mocks/server.ts', code: "import { createServer } from 'node:http'" },
    { path: 'mocks/api/x.test.ts', code: "import { x } from './x.ts'; import { readFileSync } from 'node:fs'" },
    {
      path: 'src/lib/intercom/x.test.ts',
      code: "import { x } from '@/lib/intercom/x'; import { y } from '../../../mocks/index.ts'",
    },
    {
      path: 'stories/x/x.stories.tsx',
      code: "import preview from '../../.storybook/preview'; import { x } from '../../mocks'",
    },
    { path: 'tests/x.ts', code: "import { x } from '../src/lib/intercom/x'; import { y } from 'node:fs'" },
    {
      path: '.storybook/preview.tsx',
      code: "import '../src/styles/theme.css'; import { x } from '@/components/intercom/x'",
    },
  ],
  [
    { path: component, code: "import { x } from './y'", says: ['`./y` is relative: write `@/components/intercom/y`'] },
    { path: component, code: "import { x } from '../../lib/utils.ts'", says: ['write `@/lib/utils`'] },
    { path: component, code: "import { x } from '@/lib/utils.ts'", says: ['has an extension: write `@/lib/utils`'] },
    {
      path: component,
      code: "import { x } from '../../../mocks/index.ts'",
      says: ['is in mocks: nothing in src leaves src'],
    },
    { path: library, code: "import type { X } from '../../../stories/x'", says: ['is in stories'] },
    { path: library, code: "export * from '../../../tests/x'", says: ['is in tests'] },
    { path: library, code: "import { x } from '@/../.storybook/preview'", says: ['is in .storybook'] },
    { path: hook, code: "import { z } from 'zod'", says: ['`zod` is for the server'] },
    { path: hook, code: "import { type ZodType } from 'zod/mini'", says: ['`zod` is for the server'] },
    { path: component, code: "const x = await import('htmlparser2')", says: ['`htmlparser2` is for the server'] },
    {
      path: component,
      code: "import { contactSchema } from '@/lib/intercom/contracts'",
      says: ['brings zod into the browser'],
    },
    { path: hook, code: "import { type Contact } from '@/lib/intercom/contracts'", says: ['with `import type`'] },
    {
      path: hook,
      code: "export { errorCodes } from '@/lib/intercom/contracts'",
      says: ['brings zod into the browser'],
    },
    { path: library, code: "import { x } from 'node:crypto'", says: ['is of one platform'] },
    { path: library, code: "import { x } from 'crypto'", says: ['is of one platform'] },
    { path: component, code: "import Link from 'next/link'", says: ['`next/link` is of one platform'] },
    { path: library, code: "import { http } from 'msw'", says: ['`msw` is not among the dependencies'] },
    {
      path: library,
      code: "import { x } from '@/hooks/use-x'",
      says: ['`src/lib` holds what is neither React nor a route'],
    },
    {
      path: component,
      code: "import { GET } from '@/app/api/intercom/admins/route'",
      says: ['a component knows no route'],
    },
    {
      path: hook,
      code: "import { idSchema } from '@/lib/intercom/contracts/ids'",
      says: ['brings zod into the browser'],
    },
    { path: hook, code: "import { GET } from '@/app/api/intercom/admins/route'", says: ['a hook knows no route'] },
    {
      path: primitive,
      code: "import { useMessages } from '@/components/intercom/locale-provider'",
      says: ['a primitive stands on'],
    },
    { path: primitive, code: "import { time } from '@/lib/intercom/time'", says: ['a primitive stands on'] },
    {
      path: route,
      code: "import { X } from '@/components/intercom/x'",
      says: ['a route takes what it needs from `@/lib`'],
    },
    { path: mock, code: "import { x } from '../../src/lib/intercom/contracts.ts'", says: ['with `import type`'] },
    {
      path: mock,
      code: "import type { XProps } from '../../src/components/intercom/x.tsx'",
      says: ['mocks take types from src/lib'],
    },
    { path: mock, code: "import { x } from '../../stories/x.ts'", says: ['mocks take types from src/lib'] },
    { path: mock, code: "import type { Contact } from '@/lib/intercom/contracts'", says: ['is an alias'] },
    { path: mock, code: "import { NOW } from '../data/clock'", says: ['write `../data/clock.ts`'] },
    { path: mock, code: "import { readFileSync } from 'node:fs'", says: ['only mocks/server.ts uses it'] },
    { path: 'src/lib/intercom/x.test.ts', code: "import { x } from './x'", says: ['write `@/lib/intercom/x`'] },
  ],
)
