import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import css from '../src/styles/theme.css?raw'
import { storybookTheme } from './theme.ts'

const themes = { light: storybookTheme(css, 'light'), dark: storybookTheme(css, 'dark') }

/** Dark where the address of the page says so: what the toolbar had when it was opened. */
const startsDark = () => /(?:^|;)theme:dark(?:;|$)/.test(new URLSearchParams(location.search).get('globals') ?? '')

// Storybook mounts a page of words anew when the toolbar changes: what it says has to outlive the page.
let latest: boolean | undefined

/** A page of words, light or dark as the toolbar says. */
export function ThemedDocsContainer({ children, ...props }: React.PropsWithChildren<DocsContainerProps>) {
  const [isDark, setIsDark] = React.useState(() => latest ?? startsDark())
  React.useEffect(() => {
    const channel = addons.getChannel()
    const follow = ({ userGlobals }: { userGlobals: { theme?: string } }) => {
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
    <DocsContainer {...props} theme={isDark ? themes.dark : themes.light}>
      {children}
    </DocsContainer>
  )
}
