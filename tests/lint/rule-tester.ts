/**
 * Runs a rule over a table of good and bad code, each case a test of its own.
 */
import { fileURLToPath } from 'node:url'
import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import type { Rule } from './rule.ts'

RuleTester.describe = describe
RuleTester.it = it

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Code in a file: the path decides where in the house it stands. */
export interface Case {
  /** From the project's root. */
  path: string
  code: string
  /** The rule's option, where it takes one. */
  option?: unknown
}

/** Code that a rule refuses. */
export interface BadCase extends Case {
  /** The messages that it must give, in order: each a part of one. */
  says: string[]
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function toTest({ path, code, option }: Case) {
  const test = { name: `${path}: ${code}`, filename: `${root}${path}`, code }
  return option === undefined ? test : { ...test, options: [option] as RuleTester.ValidTestCase['options'] }
}

/**
 * Tests a rule.
 *
 * @param name its name in the plugin
 * @param rule the rule
 * @param good what it must let pass
 * @param bad what it must refuse, and what it must say
 */
export function testRule(name: string, rule: Rule, good: Case[], bad: BadCase[]): void {
  new RuleTester({ cwd: root, languageOptions: { sourceType: 'module' } }).run(name, rule, {
    valid: good.map(toTest),
    invalid: bad.map((test) => ({
      ...toTest(test),
      errors: test.says.map((text) => ({ message: new RegExp(escape(text)) })),
    })),
  })
}
