import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import css from '../src/styles/theme.css?raw'
import { isInitiallyDark } from './initial-theme.ts'
import { createStorybookTheme } from './theme.ts'

const themes = { light: createStorybookTheme(css, 'light'), dark: createStorybookTheme(css, 'dark') }

interface GlobalsUpdated {
  userGlobals: Record<string, unknown>
}

/** Storybook builds the URL of each embedded story from this one, without the toolbar's globals. */
function getFrameUrl(theme: 'light' | 'dark'): string {
  return `iframe.html?globals=${encodeURIComponent(`theme:${theme}`)}`
}

// Storybook remounts the docs page when the toolbar changes, so the theme is kept outside the component.
let latest: boolean | undefined

/** Renders a docs page and its embedded stories in the toolbar's theme. */
export function ThemedDocsContainer({ children, ...props }: React.PropsWithChildren<DocsContainerProps>) {
  const [isDark, setIsDark] = React.useState(() => latest ?? isInitiallyDark())
  const theme = isDark ? 'dark' : 'light'
  Reflect.set(globalThis, 'PREVIEW_URL', getFrameUrl(theme))
  React.useEffect(() => {
    const channel = addons.getChannel()
    function handleGlobals(this: { source?: string }, { userGlobals }: GlobalsUpdated) {
      // Ignore changes from other windows: each embedded story reports its own globals.
      if (this.source) return
      latest = userGlobals.theme === 'dark'
      setIsDark(latest)
    }
    channel.on(GLOBALS_UPDATED, handleGlobals)
    return () => channel.off(GLOBALS_UPDATED, handleGlobals)
  }, [])
  React.useLayoutEffect(() => {
    document.documentElement.classList.toggle('dark', isDark)
    document.documentElement.classList.toggle('light', !isDark)
  }, [isDark])
  return (
    // A frame reads the theme from its URL once, so another theme needs new frames.
    <DocsContainer key={theme} {...props} theme={themes[theme]}>
      {children}
    </DocsContainer>
  )
}
