import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import tailwindcss from '@tailwindcss/vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, ensureChromium } from './tests/chromium.ts'

const src = fileURLToPath(new URL('./src', import.meta.url))
const alias = { '@': src }

/** A real Chromium, one page at a time: a browser test on a small machine is slow, never wrong. */
const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: await ensureChromium(), args: chromiumArgs } }),
  instances: [{ browser: 'chromium' as const }],
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,mocks,tests,.storybook}/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.*', '**/node_modules/**', 'tests/bench/**', 'tests/copied-app/**'],
        },
      },
      {
        resolve: { alias },
        plugins: [tailwindcss()],
        test: {
          name: 'browser',
          include: ['{src,mocks,tests}/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'tests/bench/**', 'tests/copied-app/**'],
          browser,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', browser },
      },
    ],
  },
})
