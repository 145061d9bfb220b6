import addonA11y from '@storybook/addon-a11y'
import type addonDocs from '@storybook/addon-docs'
// The package's own entry would load the parts of docs pages with every story.
import * as docsPreview from '@storybook/addon-docs/preview'
import { definePreview } from '@storybook/react-vite'
import * as React from 'react'
import { definePreviewAddon } from 'storybook/internal/csf'
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
import { DocsPage, ThemedDocsContainer } from './lazy-docs.tsx'
import { keepEmbeddedStoryStill } from './embedded.ts'
import { isInitiallyDark } from './initial-theme.ts'
import { languages } from './languages.ts'
import { chromaticModes } from './modes.ts'
import { findNameProblems } from './names.ts'
import { applyToPage, conditions, globalTypes, initialGlobals, type ToolbarGlobals } from './toolbar.ts'
import { enterWorld, type WorldParameters } from './world.ts'
import './preview.css'

// Stands in for `.env.local`. Routes run in this page and read `process.env` on each request.
globalThis.process ??= { env: {} } as typeof process
Object.assign(process.env, { INTERCOM_ACCESS_TOKEN: 'the-mocked-intercom-takes-any', NODE_ENV: 'development' })

// Timeout of play functions in milliseconds, for slow machines.
configure({ asyncUtilTimeout: 15_000 })

keepEmbeddedStoryStill()

// Set the class before the first paint. The decorator would set it later, after a white flash.
if (isInitiallyDark()) document.documentElement.classList.add('dark')

const now = new Date(NOW * 1000)

// Frames of a docs page have users of their own: they are no tabs of one browser, and don't sign each other out.
const Channel = BroadcastChannel
window.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(`${name} ${performance.timeOrigin} ${location.href}`)
  }
}

/** Whether a story has no data, so that it renders without the mocked network. */
const isStatic = (id: string) => id.startsWith('all-states-')

// Load what the story needs while Storybook reads its index, instead of afterwards.
const address = new URLSearchParams(location.search)
if (address.get('viewMode') === 'story') {
  void import('@storybook/react-dom-shim')
  const id = address.get('id') ?? ''
  if (!isStatic(id)) void import('./worker.ts').then(({ startWorker }) => startWorker())
  if (/^(pages|inbox|account)-/.test(id)) void import('./routes.ts').then(({ loadRoutes }) => loadRoutes())
}

export default definePreview({
  addons: [definePreviewAddon(docsPreview) as ReturnType<typeof addonDocs>, addonA11y()],
  tags: ['autodocs'],
  beforeEach: async ({ id, parameters, globals }) => {
    if (!isStatic(id)) await (await import('./worker.ts')).startWorker()
    // Reset column widths, rate limits, cached responses and drafts between stories.
    for (const key of Object.keys(localStorage)) if (key.startsWith('react-resizable-panels:')) localStorage.removeItem(key)
    // Forget the user of the last story, who would end the session of the next one.
    sessionStorage.clear()
    setStore(createMemoryStore())
    clearDrafts()
    setBus(createMemoryBus())
    const { intercom } = globals as ToolbarGlobals
    enterWorld({ ...conditions[intercom], ...(parameters.intercom as WorldParameters | undefined) })
    return startClock()
  },
  afterEach: () => {
    const problems = findNameProblems(document.body)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  },
  decorators: [
    (Story, { globals, id }) => {
      const { theme, locale, dir, density, pointer, text, contrast, intercom } = globals as ToolbarGlobals
      React.useLayoutEffect(
        () => applyToPage({ theme, locale, dir, density, pointer, text, contrast }),
        [theme, locale, dir, density, pointer, text, contrast],
      )
      return (
        // Use a new SWR cache for each story and each state of Intercom.
        <SWRConfig key={`${id} ${intercom}`} value={{ provider: () => new Map() }}>
          <LocaleProvider locale={locale} timeZone="UTC" now={now} strings={languages[locale]?.strings}>
            <Story />
          </LocaleProvider>
        </SWRConfig>
      )
    },
  ],
  // Tests check accessibility after every story. A page does while the panel of the addon is open: see manager.tsx.
  initialGlobals: { ...initialGlobals, a11y: { manual: import.meta.env.MODE !== 'test' } },
  globalTypes,
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    // Render each story in its own frame, because stories in one page would share a world.
    docs: {
      page: DocsPage,
      container: ThemedDocsContainer,
      story: { inline: false, height: '560px' },
      stories: { filter: ({ tags }: { tags?: string[] }) => !tags?.includes('behaviour') },
    },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '375px', height: '812px' }, type: 'mobile' },
        tablet: { name: 'Tablet', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    // The clock, fonts and data are fixed. Stop animations as well.
    chromatic: { modes: chromaticModes, pauseAnimationAtEnd: true, prefersReducedMotion: 'reduce' },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    options: {
      storySort: {
        order: [
          'Start', 'All states', 'Pages',
          'Inbox', ['Guide', 'SupportInbox', 'ConversationList', 'ConversationThread', 'MessageComposer', 'ConversationActions', 'CustomerCard'],
          'Messenger', ['Guide', 'HelpLauncher', 'HelpButton', 'ChatBanner'],
          'Account', ['AppShell', 'AccountSettings'],
          'Foundations', ['Colours', 'Type', 'Space', 'Surfaces', 'Icons', 'Status', 'Motion', 'Theming', 'Theme playground', 'Interaction states', 'Languages'],
          'Developers', ['Copy into V0', 'API routes', 'Authorisation', 'Webhooks', 'Live updates', 'Deployment on Vercel', 'Operating it', 'Testing your app', 'Troubleshooting', 'Toolbar', 'Changelog', 'Contributing'],
        ],
      },
    },
  },
})
