import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import tailwindcss from '@tailwindcss/vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, ensureChromium } from './tests/chromium.ts'

const src = fileURLToPath(new URL('./src', import.meta.url))
const alias = { '@': src }

/** Resolves the package's own name to its sources: see `exports` in package.json. */
const conditions = ['source', 'module', 'browser', 'development|production']
const nodeConditions = ['source', 'module', 'node', 'development|production']

/** Packages to optimise before the tests. Vite reloads the page when it discovers one during a test. */
const dependencies = [
  '@radix-ui/react-dialog', '@radix-ui/react-slot', '@radix-ui/react-use-controllable-state', 'class-variance-authority', 'clsx', 'eventsource-parser', 'htmlparser2', 'lucide-react', 'react',
  'react-dom', 'react-dom/client', 'react-dom/server', 'react/jsx-dev-runtime', 'swr', 'swr/infinite', 'tailwind-merge',
  'virtua', 'zod',
]

const executablePath = await ensureChromium()

/** Returns a new object per project, because Vitest modifies it. */
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: chromiumArgs } }),
  instances: [{ browser: 'chromium' as const }],
})

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Browsers miss their time-outs on busy machines. The report lists the tests that passed on their retry.
    retry: 1,
    projects: [
      {
        resolve: { alias, conditions: nodeConditions },
        ssr: { resolve: { conditions: nodeConditions } },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,mocks,tests,.storybook}/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.*', '**/node_modules/**', 'tests/bench/**', 'tests/copied-app/**'],
        },
      },
      {
        resolve: { alias, conditions },
        plugins: [tailwindcss()],
        optimizeDeps: { include: dependencies },
        test: {
          name: 'browser',
          include: ['{src,mocks,tests}/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'tests/bench/**', 'tests/copied-app/**'],
          browser: chromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', browser: chromium() },
      },
    ],
  },
})
