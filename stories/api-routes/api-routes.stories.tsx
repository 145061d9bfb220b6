import { expect } from 'storybook/test'
import { enterWorld } from '../../.storybook/world.ts'
import { onLog } from 'intercom-v0-kit/server'
import preview from '../../.storybook/preview'
import { env, makeCases, buildRefusals, runCases, type Door } from '../../tests/anywhere/cases.ts'
import { RouteReference, table } from './route-reference.tsx'

const meta = preview.meta({
  title: 'Developers/API routes/In the browser',
  component: RouteReference,
  tags: ['!autodocs'],
  parameters: { layout: 'padded' },
  // Style the table as on the docs page.
  decorators: [
    (Story) => (
      <div className="sbdocs sbdocs-content">
        <h1>API routes</h1>
        <Story />
      </div>
    ),
  ],
})

/** Calls the app's routes through MSW, which mocks Intercom too. */
const throughMsw: Door = {
  begin: (signedInAs, fault) => enterWorld({ signedInAs, ...(fault && { fault }) }),
  ask: (path, init) => fetch(path, init),
}

/** Runs the route test cases of Node and the edge runtime through the service worker. */
export const InTheBrowser = meta.story({
  name: 'In the browser',
  play: async ({ step }) => {
    const before = { ...process.env }
    Object.assign(process.env, env)
    // The cases cause failures on purpose, so don't log them.
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
