/**
 * Types and helpers for lint rules. They run inside oxlint as a plugin with ESLint's interface:
 * https://oxc.rs/docs/guide/usage/linter/writing-js-plugins
 */
import { relative, sep } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'

type OxlintRule = Parameters<RuleTester['run']>[1]

/** A rule with one visitor per file. */
export type Rule = Exclude<OxlintRule, { createOnce: unknown }>

/** Context of a rule: the file, and `report`. */
export type Context = Parameters<Rule['create']>[0]

/** Handlers by type of node. */
export type Visitor = ReturnType<Rule['create']>

/** Any node of the syntax tree. */
export type Node = NonNullable<ReturnType<Context['sourceCode']['getNodeByRangeIndex']>>

/** A node of one type, by its ESTree name. */
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>

/**
 * Defines a rule.
 * @param description of the rule, in one sentence
 * @param messages by id. `{{name}}` is replaced from the data of the report
 * @param create returns the visitor for one file
 * @param options JSON schema of the rule's option
 */
export function defineRule(
  description: string,
  messages: Record<string, string>,
  create: (context: Context) => Visitor,
  options?: Record<string, unknown>,
): Rule {
  return { meta: { type: 'problem', docs: { description }, messages, schema: options ? [options] : [] }, create }
}

/** Returns the path of the linted file from the project's root, with `/` on every system. */
export function getPath(context: Context): string {
  return relative(context.cwd, context.filename).split(sep).join('/')
}

/** Whether a path is a test file. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/**
 * Returns the literal name of a property or member access: `style` for `a.style`, `a['style']` and `{ style: … }`.
 * @returns `undefined` if the name is computed
 */
export function getName(key: Node, computed = false): string | undefined {
  if (key.type === 'Literal') return typeof key.value === 'string' ? key.value : undefined
  if (computed) return undefined
  return key.type === 'Identifier' || key.type === 'JSXIdentifier' ? key.name : undefined
}

/**
 * Returns the callee of a call or `new` as written, without a global object: `crypto.randomUUID` for
 * `globalThis.crypto.randomUUID()`.
 * @returns `undefined` if it is not a plain chain of names
 */
export function getCallee(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ChainExpression') return getCallee(node.expression)
  if (node.type !== 'MemberExpression') return undefined
  const object = getCallee(node.object)
  const property = getName(node.property, node.computed)
  if (object === undefined || property === undefined) return undefined
  return ['globalThis', 'window', 'self'].includes(object) ? property : `${object}.${property}`
}
