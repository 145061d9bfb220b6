import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import css from '../src/styles/theme.css?raw'
import { storybookTheme } from './theme.ts'

const themes = { light: storybookTheme(css, 'light'), dark: storybookTheme(css, 'dark') }

interface GlobalsUpdated {
  userGlobals: Record<string, unknown>
}

/** Dark where the address of the page says so: what the toolbar had when it was opened. */
export const startsDark = (): boolean => /(?:^|;)theme:dark(?:;|$)/.test(new URLSearchParams(location.search).get('globals') ?? '')

/** The address that the frames of a page's stories are made from: Storybook gives them no word of the toolbar. */
function frameAddress(theme: 'light' | 'dark'): string {
  return `iframe.html?globals=${encodeURIComponent(`theme:${theme}`)}`
}

// Storybook mounts a page of words anew when the toolbar changes: what it says has to outlive the page.
let latest: boolean | undefined

/** A page of words, light or dark as the toolbar says, and the stories in it with it. */
export function ThemedDocsContainer({ children, ...props }: React.PropsWithChildren<DocsContainerProps>) {
  const [isDark, setIsDark] = React.useState(() => latest ?? startsDark())
  const theme = isDark ? 'dark' : 'light'
  Reflect.set(globalThis, 'PREVIEW_URL', frameAddress(theme))
  React.useEffect(() => {
    const channel = addons.getChannel()
    function follow(this: { source?: string }, { userGlobals }: GlobalsUpdated) {
      // What has come from another window is the word of a story's frame, and of that frame alone.
      if (this.source) return
      latest = userGlobals.theme === 'dark'
      setIsDark(latest)
    }
    channel.on(GLOBALS_UPDATED, follow)
    return () => channel.off(GLOBALS_UPDATED, follow)
  }, [])
  React.useLayoutEffect(() => {
    document.documentElement.classList.toggle('dark', isDark)
    document.documentElement.classList.toggle('light', !isDark)
  }, [isDark])
  return (
    // A frame is made once, with its address: another theme is another set of frames.
    <DocsContainer key={theme} {...props} theme={themes[theme]}>
      {children}
    </DocsContainer>
  )
}
