import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingReaders } from '@/kit/server/settings'
import { buildRegistry, readSources } from '../../.storybook/registry/registry.ts'
import { variables } from '../../stories/deployment/variables.ts'

const named = variables.map(({ name }) => name)

/** Names of variables in a text; a name with the wrong prefix is one that is refused. */
function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\b(?:INTERCOM|REDIS|STRIPE|APP|NEXT_PUBLIC_INTERCOM)_[A-Z_]*[A-Z]\b/g)].map(([name]) => name))
}

test('the deployment page has every setting that the server reads', () => {
  expect(Object.keys(settingReaders).filter((name) => !named.includes(name))).toEqual([])
  const files = ['environment', 'settings', 'people/checkout-settings']
  const read = namesIn(files.map((name) => readFileSync(`src/kit/server/${name}.ts`, 'utf8')).join('\n'))
  const refused = /^NEXT_PUBLIC_INTERCOM_(?!APP_ID$)/
  const aPrice = 'STRIPE_PRICE_TEAM'
  expect([...read].filter((name) => !refused.test(name) && name !== aPrice && !named.includes(name))).toEqual([])
  expect(named.filter((name) => !read.has(name))).toEqual([])
})

test('and every variable that an item of the registry asks for', () => {
  const asked = buildRegistry(readSources('^0.1.0')).flatMap(({ envVars }) => Object.keys(envVars ?? {}))
  expect(asked.filter((name) => !named.includes(name))).toEqual([])
})

test('the README names no other ones', () => {
  const known = new Set([...named, 'INTERCOM_OPENAPI'])
  expect([...namesIn(readFileSync('README.md', 'utf8'))].filter((name) => !known.has(name))).toEqual([])
})
