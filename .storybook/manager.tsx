/** Gives Storybook's own interface the kit's colours, and runs axe only while its panel is open. Loads neighbours of a story last. */
import * as React from 'react'
import { DOCS_RENDERED, GLOBALS_UPDATED, PRELOAD_ENTRIES, SET_CURRENT_STORY, SET_GLOBALS, STORY_FINISHED } from 'storybook/internal/core-events'
import { addons, types, useStorybookApi, useStorybookState } from 'storybook/manager-api'
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

// Storybook preloads the neighbours of a story before it renders the story itself. Hold that back until it is rendered.
addons.register('kit/preload', (api) => {
  const channel = addons.getChannel()
  const { emit } = channel
  let isRendered = false
  const held: unknown[][] = []
  channel.emit = (event, ...args) => {
    if (event === PRELOAD_ENTRIES && !isRendered) held.push(args)
    else Reflect.apply(emit, channel, [event, ...args])
  }
  api.on(SET_CURRENT_STORY, () => {
    isRendered = false
  })
  const handleRendered = () => {
    isRendered = true
    for (const args of held.splice(0)) channel.emit(PRELOAD_ENTRIES, ...args)
  }
  api.on(STORY_FINISHED, handleRendered)
  api.on(DOCS_RENDERED, handleRendered)
})

/** Renders nothing. Checking accessibility takes as long as rendering the story, so stories wait for the open panel. */
function CheckWithOpenPanel() {
  const { selectedPanel, layout } = useStorybookState()
  const api = useStorybookApi()
  const isOpen = selectedPanel === 'storybook/a11y/panel' && (layout.panelPosition === 'bottom' ? layout.bottomPanelHeight : layout.rightPanelWidth) > 0
  React.useEffect(() => {
    // Every change of a global renders the story and the whole interface again.
    if (api.getGlobals().a11y?.manual === isOpen) api.updateGlobals({ a11y: { manual: !isOpen } })
  }, [api, isOpen])
  return null
}

addons.register('kit/a11y', () => {
  addons.add('kit/a11y/tool', { type: types.TOOL, title: 'Check with open panel', match: ({ viewMode }) => viewMode === 'story', render: CheckWithOpenPanel })
})
