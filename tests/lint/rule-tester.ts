/** Tests a lint rule with tables of good and bad code. */
import { fileURLToPath } from 'node:url'
import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import type { Rule } from './rule.ts'

RuleTester.describe = describe
RuleTester.it = it

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Code in a file. Rules depend on the path. */
export interface Case {
  /** Path from the project's root. */
  path: string
  code: string
  /** Option of the rule, if it takes one. */
  option?: unknown
}

/** Code that the rule reports. */
export interface BadCase extends Case {
  /** Parts of the expected messages, in order. */
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
 * Tests a rule, with one test for each case.
 * @param name of the rule in the plugin
 * @param good code that passes
 * @param bad code that is reported
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
