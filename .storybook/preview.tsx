import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import addonThemes, { withThemeByClassName } from '@storybook/addon-themes'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import * as React from 'react'
import { configure } from 'storybook/test'
import { SWRConfig } from 'swr'
import { LocaleProvider } from '@/kit/strings/locale-provider'
import { setBus } from '@/kit/server/live/live-bus'
import { createMemoryBus } from '@/kit/server/live/bus-memory'
import { clearDrafts } from '@/kit/inbox/composer/drafts'
import { setStore } from '@/kit/server/stores/kv-store'
import { createMemoryStore } from '@/kit/server/stores/store-memory'
import { NOW } from '../mocks/data/clock.ts'
import { startClock } from './clock.ts'
import { DocsPage } from './docs/docs-page.tsx'
import { startsDark, ThemedDocsContainer } from './docs-container.tsx'
import { languages } from './languages.ts'
import { chromaticModes } from './modes.ts'
import { applyToPage, conditions, globalTypes, initialGlobals, type ToolbarGlobals } from './toolbar.ts'
import { startWorker } from './worker.ts'
import { enterWorld, type WorldParameters } from './world.ts'
import './preview.css'

// What a Next.js app has in `.env.local`. The routes run in this page and read it at each request, as they do there.
globalThis.process ??= { env: {} } as typeof process
Object.assign(process.env, { INTERCOM_ACCESS_TOKEN: 'the-mocked-intercom-takes-any', NODE_ENV: 'development' })

// Play functions wait for what comes, in milliseconds: on a busy machine they are slow, never wrong.
configure({ asyncUtilTimeout: 15_000 })

// The decorator says so after the first picture is drawn: a frame in a dark page would be a flash of white.
if (startsDark()) document.documentElement.classList.add('dark')

const now = new Date(NOW * 1000)

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonThemes(), addonMsw(startWorker)],
  tags: ['autodocs'],
  beforeEach: ({ parameters, globals }) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('react-resizable-panels:')) localStorage.removeItem(key)
    // The routes count requests and remember answers: those of another story are none of this one's.
    setStore(createMemoryStore())
    clearDrafts()
    setBus(createMemoryBus())
    const { intercom } = globals as ToolbarGlobals
    enterWorld({ ...conditions[intercom], ...(parameters.intercom as WorldParameters | undefined) })
    return startClock()
  },
  decorators: [
    (Story, { globals, id }) => {
      const { locale, dir, density, intercom } = globals as ToolbarGlobals
      React.useLayoutEffect(() => applyToPage({ locale, dir, density, intercom }), [locale, dir, density, intercom])
      return (
        // A cache a story: nothing that one has fetched is there in the next, nor when Intercom is another.
        <SWRConfig key={`${id} ${intercom}`} value={{ provider: () => new Map() }}>
          <LocaleProvider locale={locale} timeZone="UTC" now={now} messages={languages[locale]?.messages}>
            <Story />
          </LocaleProvider>
        </SWRConfig>
      )
    },
    withThemeByClassName({ themes: { light: 'light', dark: 'dark' }, defaultTheme: 'light' }),
  ],
  initialGlobals: { ...initialGlobals },
  globalTypes,
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    // Stories of one docs page would share one page: each in its own frame has its own world.
    docs: { page: DocsPage, container: ThemedDocsContainer, story: { inline: false, height: '560px' } },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '375px', height: '812px' }, type: 'mobile' },
        tablet: { name: 'Tablet', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    // The clock, the fonts and the data stand still; so does what moves.
    chromatic: { modes: chromaticModes, pauseAnimationAtEnd: true, prefersReducedMotion: 'reduce' },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    options: {
      storySort: {
        order: [
          'Start', ['Start here', 'Copy into V0', 'Deployment on Vercel', 'Troubleshooting', 'Testing your app', 'Contributing', 'Pages'],
          'Messenger', ['Guide'],
          'Inbox', ['Guide', 'SupportInbox', 'ConversationList', 'ConversationThread', 'MessageComposer', 'ConversationActions', 'CustomerCard'],
          'Account', ['AppShell', 'AccountSettings'],
          'Foundations', ['Colours', 'Type', 'Space', 'Icons', 'Status', 'Motion', 'Theming', 'Languages', 'States'],
        ],
      },
    },
  },
})
