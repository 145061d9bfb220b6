import { existsSync } from 'node:fs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messengerScript, WIDGET_ORIGIN } from '../../mocks/messenger/script.ts'
import { buildApp, launchChromium, serveApp, type AppServer } from '../messenger/app.ts'
import type { CaseName, WrapperName } from './page.tsx'

const names: WrapperName[] = ['intercom-v0-kit', 'react-use-intercom 5.8.0', '@intercom/messenger-js-sdk 0.0.20']

/**
 * Outcomes by wrapper, in the order of the names. The kit's column is the correct one. The others were measured with
 * React 19 and a Messenger that forgets its callbacks at shutdown. (The SDK boots through `window.intercomSettings`.)
 */
const table: [CaseName, unknown, unknown, unknown][] = [
  [
    'StrictMode',
    { boots: 1, updates: 0, listeners: 1 },
    { boots: 1, updates: 0, listeners: 1 },
    { boots: 0, updates: 1, listeners: 2 },
  ],
  [
    'three remounts',
    { boots: 1, updates: 0, heard: 1 },
    { boots: 4, updates: 3, heard: 4 },
    { boots: 0, updates: 3, heard: 4 },
  ],
  ['ten renders without a change', { updates: 0 }, { updates: 0 }, { updates: 10 }],
  [
    'log out, log in',
    { shutdowns: 1, user: 'bob', name: 'Bob', heard: 1 },
    { shutdowns: 1, user: 'bob', name: 'Bob', heard: 1 },
    { shutdowns: 1, user: 'bob', name: 'Bob', heard: 0 },
  ],
  [
    'an event of a first effect',
    { events: ['child_mounted of ann'] },
    { events: ['child_mounted of ann'] },
    { events: ['child_mounted of ann'] },
  ],
  [
    'an event before the provider is there',
    { events: ['early_bird of ann'], throws: false },
    { events: [], throws: true },
    { events: [], throws: false },
  ],
  ['a callback of the latest render', { heard: ['second'] }, { heard: ['first'] }, { heard: ['first'] }],
  [
    'two providers',
    { boots: 1, updates: 0, heard: ['one', 'two'] },
    { boots: 2, updates: 1, heard: ['one', 'two'] },
    { boots: 0, updates: 1, heard: ['one', 'two'] },
  ],
  ['renders of a component that only tracks', { renders: 0 }, { renders: 4 }, { renders: 0 }],
]

let browser: Browser
let server: AppServer
beforeAll(async () => {
  if (!existsSync(new URL('./node_modules', import.meta.url))) {
    throw new Error('The packages to compare with are not installed. Run npm ci in tests/messenger-peers.')
  }
  server = await serveApp(await buildApp('tests/messenger-peers/page.tsx'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function run(name: CaseName, wrapper: WrapperName): Promise<unknown> {
  const page = await browser.newPage()
  try {
    await page.route(`${WIDGET_ORIGIN}**`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: messengerScript() }),
    )
    await page.goto(server.url)
    await page.waitForFunction(() => 'runCase' in window)
    return await page.evaluate(([caseName, wrapperName]) => window.runCase(caseName, wrapperName), [name, wrapper] as const)
  } finally {
    await page.close()
  }
}

describe.each(table)('%s', (name, ...expected) => {
  test.each(names.map((wrapper, index) => [wrapper, expected[index]] as const))('%s', async (wrapper, outcome) => {
    expect(await run(name, wrapper)).toEqual(outcome)
  })
})
