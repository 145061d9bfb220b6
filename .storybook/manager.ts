/** Gives Storybook's own interface the kit's colours, in the toolbar's theme. */
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events'
import { addons } from 'storybook/manager-api'
import { createStorybookTheme, type ThemeName } from './theme.ts'

interface GlobalsPayload {
  globals?: { theme?: string }
  /** Globals of the toolbar, without the overrides of the current story. */
  userGlobals?: { theme?: string }
}

const css = process.env.STORYBOOK_THEME_CSS ?? ''
const themes = { light: createStorybookTheme(css, 'light'), dark: createStorybookTheme(css, 'dark') }

addons.setConfig({ theme: themes.light })

addons.register('kit/theme', (api) => {
  let shown: ThemeName = 'light'
  const handleGlobals = ({ globals, userGlobals }: GlobalsPayload) => {
    const name = (userGlobals ?? globals)?.theme === 'dark' ? 'dark' : 'light'
    if (name === shown) return
    shown = name
    api.setOptions({ theme: themes[name] })
  }
  api.on(SET_GLOBALS, handleGlobals)
  api.on(GLOBALS_UPDATED, handleGlobals)
})
