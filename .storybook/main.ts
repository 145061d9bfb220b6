import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineMain } from '@storybook/react-vite/node'
import tailwindcss from '@tailwindcss/vite'
import { msw } from 'msw/vite'
import { registryPlugin } from './registry/build.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What `src/` and the stories import from packages. */
const dependencies = [
  '@storybook/addon-docs/blocks', 'storybook/internal/core-events', 'storybook/internal/csf', 'storybook/preview-api',
  'storybook/theming/create',
  '@hookform/resolvers/standard-schema', '@radix-ui/react-dialog', '@radix-ui/react-dropdown-menu',
  '@radix-ui/react-slot', '@radix-ui/react-switch', '@radix-ui/react-use-controllable-state', '@radix-ui/react-tabs', 'react-hook-form', 'class-variance-authority',
  'clsx', 'eventsource-parser', 'htmlparser2', 'lucide-react', 'react-dom', 'swr', 'swr/infinite', 'tailwind-merge', 'virtua', 'zod',
]

export default defineMain({
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
    '@chromatic-com/storybook',
    'msw-storybook-addon',
  ],
  framework: { name: '@storybook/react-vite', options: {} },
  // manifests/components.json: what each component is and takes, for programs. Nobody comes here to learn Storybook.
  features: { componentsManifest: true, sidebarOnboardingChecklist: false },
  // The frame is set in the typeface of the stories, and has one accent, as they have: its icons are not to be looked at.
  staticDirs: [{ from: '../node_modules/@fontsource-variable/geist/files', to: 'geist' }],
  managerHead: (head) => `${head}<style>@font-face { font-family: 'Geist Variable'; font-weight: 100 900; font-display: swap;
    src: url('./geist/geist-latin-wght-normal.woff2') format('woff2') }
    #storybook-explorer-tree svg[type] { color: inherit; opacity: 0.6 }</style>`,
  // The frame around the stories is bundled by itself, and has the stories' theme.
  env: (env) => ({ ...env, STORYBOOK_THEME_CSS: readFileSync(path('../src/styles/theme.css'), 'utf8') }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config, { configType }) => {
    // MSW's plugin serves the worker script of the installed version, so that no generated copy can grow old.
    config.plugins = [...(config.plugins ?? []), tailwindcss(), msw({ mode: 'worker-only' }), registryPlugin()]
    // The routes read their settings when they run, and the preview sets them: a build of Vite's would put `{}` there.
    if (configType === 'PRODUCTION') {
      config.define = {
        ...config.define,
        'process.env': 'globalThis.process.env',
        'globalThis.process.env': 'globalThis.process.env',
      }
    }
    // Every package for React begins with 'use client', which means nothing in Storybook.
    config.build = {
      ...config.build,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    }
    // What Vite finds only while tests run makes it load the page again, in the midst of one.
    config.optimizeDeps = {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...dependencies],
    }
    config.resolve = {
      ...config.resolve,
      // Resolves the package's own name to its sources: see `exports` in package.json.
      conditions: ['source', 'module', 'browser', 'development|production'],
      alias: [
        // Storybook is an app that uses the kit: like every app, it has its own word on who is signed in,
        // keeps its own accounts, and is paid in its own way.
        { find: '@/lib/intercom/authorize', replacement: path('./authorize.ts') },
        { find: '@/lib/intercom/account', replacement: path('./account.ts') },
        { find: '@/lib/intercom/checkout', replacement: path('./checkout.ts') },
        { find: /^@\//, replacement: `${path('../src')}/` },
      ],
    }
    return config
  },
})
