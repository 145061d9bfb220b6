/** Prints what the routes are and what a preview shows, as JSON: in a process of its own, because it takes `fetch` over. */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const { module } = await runnerImport<typeof import('./recorder.ts')>(path('./recorder.ts'), {
  configFile: false,
  root: path('../../..'),
  logLevel: 'error',
  resolve: {
    alias: [
      { find: '@/lib/intercom/authorize', replacement: path('../../package/authorize.ts') },
      { find: '@/lib/intercom/webhook-handlers', replacement: path('../../package/webhook-handlers.ts') },
      { find: /^@\//, replacement: `${path('../../../src')}/` },
    ],
  },
})
process.stdout.write(JSON.stringify(await module.record()))
