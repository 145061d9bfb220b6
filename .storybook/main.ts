import { fileURLToPath } from 'node:url'
import { defineMain } from '@storybook/react-vite/node'
import tailwindcss from '@tailwindcss/vite'
import { msw } from 'msw/vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

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
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => {
    // MSW's plugin serves the worker script of the installed version, so that no generated copy can grow old.
    config.plugins = [...(config.plugins ?? []), tailwindcss(), msw({ mode: 'worker-only' })]
    config.resolve = {
      ...config.resolve,
      alias: [
        // Storybook is an app that uses the kit: like every app, it has its own word on who is signed in.
        { find: '@/lib/intercom/authorize', replacement: path('./authorize.ts') },
        { find: /^@\//, replacement: `${path('../src')}/` },
      ],
    }
    return config
  },
})
