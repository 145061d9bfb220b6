import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import addonThemes, { withThemeByClassName } from '@storybook/addon-themes'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import * as React from 'react'
import { configure } from 'storybook/test'
import { SWRConfig } from 'swr'
import { LocaleProvider } from '@/components/intercom/locale-provider'
import { setBus } from '@/lib/intercom/bus'
import { createMemoryBus } from '@/lib/intercom/bus-memory'
import { clearDrafts } from '@/lib/intercom/drafts'
import { setStore } from '@/lib/intercom/store'
import { createMemoryStore } from '@/lib/intercom/store-memory'
import { NOW } from '../mocks/data/clock.ts'
import { startClock } from './clock.ts'
import { DocsPage } from './docs/docs-page.tsx'
import { startWorker } from './worker.ts'
import { enterWorld, type WorldParameters } from './world.ts'
import './preview.css'

// What a Next.js app has in `.env.local`. The routes run in this page and read it at each request, as they do there.
globalThis.process ??= { env: {} } as typeof process
Object.assign(process.env, { INTERCOM_ACCESS_TOKEN: 'the-mocked-intercom-takes-any', NODE_ENV: 'development' })

// Play functions wait for what comes, in milliseconds: on a busy machine they are slow, never wrong.
configure({ asyncUtilTimeout: 15_000 })

const now = new Date(NOW * 1000)

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonThemes(), addonMsw(startWorker)],
  tags: ['autodocs'],
  beforeEach: ({ parameters }) => {
    // The routes count requests and remember answers: those of another story are none of this one's.
    setStore(createMemoryStore())
    clearDrafts()
    setBus(createMemoryBus())
    enterWorld(parameters.intercom as WorldParameters | undefined)
    return startClock()
  },
  decorators: [
    (Story, { globals, id }) => {
      React.useLayoutEffect(() => {
        document.documentElement.dir = globals.dir
        document.documentElement.lang = globals.locale
      }, [globals.dir, globals.locale])
      return (
        // A cache a story: nothing that one has fetched is there in the next.
        <SWRConfig key={id} value={{ provider: () => new Map() }}>
          <LocaleProvider locale={globals.locale} timeZone="UTC" now={now}>
            <Story />
          </LocaleProvider>
        </SWRConfig>
      )
    },
    withThemeByClassName({ themes: { light: 'light', dark: 'dark' }, defaultTheme: 'light' }),
  ],
  initialGlobals: { dir: 'ltr', locale: 'en-GB' },
  globalTypes: {
    dir: {
      description: 'Direction of the page',
      toolbar: {
        icon: 'paragraph',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: "The reader's language, for dates and numbers",
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en-GB', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية' },
          { value: 'ja', title: '日本語' },
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    // Stories of one docs page would share one page: each in its own frame has its own world.
    docs: { page: DocsPage, story: { inline: false, height: '560px' } },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '375px', height: '812px' }, type: 'mobile' },
        tablet: { name: 'Tablet', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    options: {
      storySort: { order: ['Start here', 'Messenger', 'Inbox', 'Account', 'Foundations'] },
    },
  },
})
