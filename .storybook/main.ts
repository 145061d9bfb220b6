import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineMain } from '@storybook/react-vite/node'
import tailwindcss from '@tailwindcss/vite'
import { msw } from 'msw/vite'
import { registryPlugin } from './registry/build.ts'
import { storyListPlugin } from './story-list.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Packages to optimise before start. Vite reloads the page when it discovers one during a test. */
const dependencies = [
  '@storybook/addon-docs/blocks', '@storybook/react-dom-shim', 'storybook/internal/core-events', 'storybook/internal/csf', 'storybook/preview-api',
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
    // Their panels work in the development server only. Chromatic's is a tenth of the scripts of Storybook's interface.
    ...(process.env.NODE_ENV === 'production' ? [] : ['@storybook/addon-vitest', '@chromatic-com/storybook']),
    '@storybook/addon-mcp',
  ],
  // Hide stories that test behaviour from the sidebar, until its tag filter includes them.
  tags: { behaviour: { defaultFilterSelection: 'exclude' } },
  framework: { name: '@storybook/react-vite', options: {} },
  // Emits manifests/components.json: names and props of each component, for tools.
  features: { componentsManifest: true, sidebarOnboardingChecklist: false },
  // Use the kit's typeface and one accent colour for Storybook's own interface. A spinner of its own would cover a story until
  // the interface reads the story's messages: see manager.tsx. The frame has another one.
  staticDirs: [{ from: '../node_modules/@fontsource-variable/geist/files', to: 'geist' }],
  managerHead: (head) => `${head}<style>@font-face { font-family: 'Geist Variable'; font-weight: 100 900; font-display: swap;
    src: url('./geist/geist-latin-wght-normal.woff2') format('woff2') }
    #storybook-explorer-tree svg[type] { color: inherit; opacity: 0.6 }
    :has(> #preview-loader) { display: none }</style>`,
  // The manager is bundled separately, so it gets the stylesheet as a variable.
  env: (env) => ({ ...env, STORYBOOK_THEME_CSS: readFileSync(path('../src/styles/theme.css'), 'utf8') }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config, { configType }) => {
    // Serve the worker script of the installed MSW version, instead of a generated copy that goes out of date.
    config.plugins = [...(config.plugins ?? []), tailwindcss(), msw({ mode: 'worker-only' }), registryPlugin(), storyListPlugin(path('..'))]
    // Routes read their settings at run time from `process.env`, which Vite would replace with `{}`.
    if (configType === 'PRODUCTION') {
      config.define = {
        ...config.define,
        'process.env': 'globalThis.process.env',
        'globalThis.process.env': 'globalThis.process.env',
      }
    }
    // Packages for React start with 'use client', which has no meaning in Storybook.
    config.build = {
      ...config.build,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        // A story of the inbox would load 120 chunks otherwise, most of them one icon.
        output: {
          codeSplitting: {
            groups: [
              { name: 'icons', test: /lucide-react/, minShareCount: 2 },
              { name: 'radix', test: /@radix-ui|@floating-ui|react-remove-scroll/, minShareCount: 2 },
              { name: 'ui', test: /src\/(components\/ui|lib)\//, minShareCount: 2 },
              { name: 'kit', test: /src\/(components|kit\/inbox)\//, minShareCount: 2 },
            ],
          },
        },
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    }
    config.optimizeDeps = {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...dependencies],
    }
    config.resolve = {
      ...config.resolve,
      // Resolve the package's own name to its sources: see `exports` in package.json.
      conditions: ['source', 'module', 'browser', 'development|production'],
      alias: [
        // Files that each app writes itself. Storybook has its own.
        { find: '@/lib/intercom/authorize', replacement: path('./authorize.ts') },
        { find: '@/lib/intercom/account', replacement: path('./account.ts') },
        { find: '@/lib/intercom/checkout', replacement: path('./checkout.ts') },
        { find: /^@\//, replacement: `${path('../src')}/` },
      ],
    }
    return config
  },
})
