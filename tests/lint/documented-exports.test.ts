import { documentedExports } from './documented-exports.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/components/intercom/x.tsx'
const exported = 'src/kit/messenger/use-intercom.ts'

testRule(
  'documented-exports',
  documentedExports,
  [
    { path, code: '/** Adds. */\nexport function add() {}' },
    { path, code: '/** Adds. */\n// Twice, for the overloads.\nexport const add = 1' },
    {
      path,
      code: '/** One. */\nexport function f(a: 1): void\nexport function f(a: 2): void\nexport function f() {}',
    },
    { path, code: '/** A. */\nfunction A() {}\n/** B. */\ninterface B { b: string }\nexport { A, type B }' },
    { path, code: '/** Both. */\nexport const { a, b: [c] } = pair' },
    { path, code: "export { x } from '@/lib/y'\nexport type * from '@/lib/z'" },
    { path, code: "import { x } from '@/lib/y'\nexport { x }" },
    { path, code: 'function secret() {}\nconst hidden = 1\ninterface Own { own: string }' },
    { path, code: 'export type Contact = z.infer<typeof contactSchema>' },
    { path, code: '/** The page. */\nexport default function Page() {}' },
    {
      path,
      code: '/** Props. */\nexport interface XProps {\n  /** Id. */\n  id: string\n  /** Done. */\n  done(): void\n}',
    },
    {
      path,
      code: "/** Props. */\nexport type XProps = React.ComponentProps<'a'> & {\n  /** Which. */\n  id: string\n}",
    },
    { path, code: '/** Data. */\nexport interface Contact { id: string }' },
    { path: 'src/kit/messenger/types.ts', code: 'export function privateHelper() {}' },
    { path: 'src/kit/inbox/x.ts', code: 'export function add() {}\nexport interface XProps { id: string }' },
    { path: 'src/components/ui/x.tsx', code: 'export function Box() {}' },
    { path: 'src/components/intercom/x/row.tsx', code: 'export function Row() {}' },
    { path: 'mocks/api/x.ts', code: 'export function add() {}' },
  ],
  [
    { path, code: 'export function add() {}', says: ['`add` is a public export without a docstring'] },
    { path, code: '// Adds.\nexport const add = 1', says: ['`add`'] },
    { path, code: '/* Adds. */\nexport const add = 1', says: ['`add`'] },
    { path, code: '/** */\nexport class Adder {}', says: ['`Adder`'] },
    { path, code: '/** About the file. */\nimport x from "y"\nexport const add = x', says: ['`add`'] },
    { path, code: 'export interface Contact { id: string }', says: ['`Contact`'] },
    { path, code: 'export type Contact = { id: string }', says: ['`Contact`'] },
    { path, code: 'function A() {}\ninterface B { b: string }\nexport { A as C, type B }', says: ['`A`', '`B`'] },
    { path, code: 'export const { a, b } = pair', says: ['`a`', '`b`'] },
    { path, code: 'export default function Page() {}', says: ['`Page`'] },
    { path, code: 'export default { title: 1 }', says: ['`default`'] },
    { path, code: 'const page = 1\nexport default page', says: ['`page`'] },
    {
      path,
      code: '/** Props. */\nexport interface XProps {\n  id: string\n  /** D. */\n  done(): void\n  child: Node\n}',
      says: ['`id` of `XProps` has no docstring', '`child`'],
    },
    {
      path,
      code: '/** Props. */\ninterface XProps { id: string }\nexport { type XProps }',
      says: ['`id` of `XProps`'],
    },
    { path, code: '/** Props. */\nexport type XProps = Y & { id: string }', says: ['`id` of `XProps`'] },
    { path: exported, code: 'export function useIntercom() {}\nexport function help() {}', says: ['`useIntercom`'] },
    { path: 'src/kit/messenger/types.ts', code: 'export type LoadPolicy = 1', says: ['`LoadPolicy`'] },
    { path: 'src/kit/contracts/ids.ts', code: 'export const anyName = 1', says: ['`anyName`'] },
    { path: 'mocks/intercom.ts', code: 'export function createIntercom() {}', says: ['`createIntercom`'] },
    { path: 'mocks/server.ts', code: 'export function anyName() {}', says: ['`anyName`'] },
  ],
)
