/**
 * What the kit's own lint rules are written with. They run inside oxlint as a plugin, whose interface is ESLint's:
 * https://oxc.rs/docs/guide/usage/linter/writing-js-plugins
 */
import { relative, sep } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'

type OxlintRule = Parameters<RuleTester['run']>[1]

/** A rule with one visitor per file. */
export type Rule = Exclude<OxlintRule, { createOnce: unknown }>

/** What a rule is told about the file, and where it reports to. */
export type Context = Parameters<Rule['create']>[0]

/** What a rule does at each kind of node. */
export type Visitor = ReturnType<Rule['create']>

/** Any node of a file's syntax tree. */
export type Node = NonNullable<ReturnType<Context['sourceCode']['getNodeByRangeIndex']>>

/** A node of one type, by its ESTree name. */
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>

/**
 * Says what a rule is for, beside what it does.
 *
 * @param description what the rule asks for, in one sentence
 * @param messages what it reports, by id; `{{name}}` is filled from the report's data
 * @param create gives the visitor for one file
 * @param options the JSON schema of the rule's one option, where it takes one
 */
export function defineRule(
  description: string,
  messages: Record<string, string>,
  create: (context: Context) => Visitor,
  options?: Record<string, unknown>,
): Rule {
  return { meta: { type: 'problem', docs: { description }, messages, schema: options ? [options] : [] }, create }
}

/** The path of the file that is linted, from the project's root, with `/` everywhere. */
export function pathOf(context: Context): string {
  return relative(context.cwd, context.filename).split(sep).join('/')
}

/** Whether a path is a test's, which is never copied into an app. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/**
 * The name that a property or a member access spells out: `style` for `a.style`, `a['style']` and `{ style: … }`.
 *
 * @returns undefined where the name is computed
 */
export function nameOf(key: Node, computed = false): string | undefined {
  if (key.type === 'Literal') return typeof key.value === 'string' ? key.value : undefined
  if (computed) return undefined
  return key.type === 'Identifier' || key.type === 'JSXIdentifier' ? key.name : undefined
}

/**
 * The callee of a call or a `new`, as it is written, without a global object before it: `crypto.randomUUID` for
 * `globalThis.crypto.randomUUID()`.
 *
 * @returns undefined where it is not a plain chain of names
 */
export function calleeOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return calleeOf(node.expression)
  if (node.type !== 'MemberExpression') return undefined
  const object = calleeOf(node.object)
  const property = nameOf(node.property, node.computed)
  if (object === undefined || property === undefined) return undefined
  return ['globalThis', 'window', 'self'].includes(object) ? property : `${object}.${property}`
}
