import { expect } from 'storybook/test'
import { enterWorld } from '../../.storybook/world.ts'
import { onLog } from 'intercom-v0-kit/server'
import preview from '../../.storybook/preview'
import { env, makeCases, buildRefusals, runCases, type Door } from '../../tests/anywhere/cases.ts'
import { RouteReference, table } from './route-reference.tsx'

const meta = preview.meta({
  title: 'Foundations/API routes/In the browser',
  component: RouteReference,
  tags: ['!autodocs'],
  parameters: { layout: 'padded' },
  // The table has the look that it has on its page.
  decorators: [
    (Story) => (
      <div className="sbdocs sbdocs-content">
        <h1>API routes</h1>
        <Story />
      </div>
    ),
  ],
})

/** The app as it is here: its routes and Intercom are both played by MSW. */
const throughMsw: Door = {
  begin: (signedInAs, fault) => enterWorld({ signedInAs, ...(fault && { fault }) }),
  ask: (path, init) => fetch(path, init),
}

/** The same table of cases that runs in Node and in an edge runtime, through the service worker. */
export const InTheBrowser = meta.story({
  play: async ({ step }) => {
    const before = { ...process.env }
    Object.assign(process.env, env)
    // Failures that are meant are no news.
    onLog(() => {})
    try {
      await step('Every case of tests/anywhere/cases.ts', async () => {
        await expect(await runCases([...makeCases(), ...buildRefusals(table)], throughMsw)).toEqual([])
      })
    } finally {
      for (const name of Object.keys(env)) process.env[name] = before[name] ?? ''
      onLog(null)
      enterWorld()
    }
  },
})
