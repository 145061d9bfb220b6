/** The frame around the stories: in the kit's look, light or dark as the toolbar says. */
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events'
import { addons } from 'storybook/manager-api'
import { storybookTheme, type ThemeName } from './theme.ts'

/** What the preview says of its globals. */
interface GlobalsPayload {
  globals?: { theme?: string }
  /** Those of the toolbar, without what the story on the page says for itself. */
  userGlobals?: { theme?: string }
}

const css = process.env.STORYBOOK_THEME_CSS ?? ''
const themes = { light: storybookTheme(css, 'light'), dark: storybookTheme(css, 'dark') }

addons.setConfig({ theme: themes.light })

addons.register('kit/theme', (api) => {
  let shown: ThemeName = 'light'
  const follow = ({ globals, userGlobals }: GlobalsPayload) => {
    const name = (userGlobals ?? globals)?.theme === 'dark' ? 'dark' : 'light'
    if (name === shown) return
    shown = name
    api.setOptions({ theme: themes[name] })
  }
  api.on(SET_GLOBALS, follow)
  api.on(GLOBALS_UPDATED, follow)
})
