import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingReaders } from '@/kit/server/settings'
import { buildRegistry, readSources } from '../../.storybook/registry/registry.ts'
import { variables } from '../../stories/deployment/variables.ts'

const named = variables.map(({ name }) => name)

/** Finds names of environment variables in a text. */
function listNames(text: string): Set<string> {
  return new Set([...text.matchAll(/\b(?:INTERCOM|REDIS|STRIPE|APP|NEXT_PUBLIC_INTERCOM)_[A-Z_]*[A-Z]\b/g)].map(([name]) => name))
}

test('lists every setting of the server on the deployment page', () => {
  expect(Object.keys(settingReaders).filter((name) => !named.includes(name))).toEqual([])
  const files = ['environment', 'settings']
  const read = listNames(files.map((name) => readFileSync(`src/kit/server/${name}.ts`, 'utf8')).join('\n'))
  const refused = /^NEXT_PUBLIC_INTERCOM_(?!APP_ID$)/
  const aPrice = 'STRIPE_PRICE_TEAM'
  expect([...read].filter((name) => !refused.test(name) && name !== aPrice && !named.includes(name))).toEqual([])
  expect(named.filter((name) => !read.has(name))).toEqual([])
})

test('lists every variable of a registry item on the deployment page', () => {
  const asked = buildRegistry(readSources('^0.1.0')).flatMap(({ envVars }) => Object.keys(envVars ?? {}))
  expect(asked.filter((name) => !named.includes(name))).toEqual([])
})

test('names no unknown variable in the README', () => {
  const known = new Set([...named, 'INTERCOM_OPENAPI'])
  expect([...listNames(readFileSync('README.md', 'utf8'))].filter((name) => !known.has(name))).toEqual([])
})
