/** Gives Storybook's own interface the kit's colours, runs axe only while its panel is open, and lets a story render before it. */
import * as React from 'react'
import { DOCS_RENDERED, GLOBALS_UPDATED, PRELOAD_ENTRIES, SET_CURRENT_STORY, SET_GLOBALS, STORY_FINISHED } from 'storybook/internal/core-events'
import { addons, types, useStorybookApi, useStorybookState } from 'storybook/manager-api'
import { isInitiallyDark } from './initial-theme.ts'
import { createStorybookTheme, type ThemeName } from './theme.ts'

interface GlobalsPayload {
  globals?: { theme?: string }
  /** Globals of the toolbar, without the overrides of the current story. */
  userGlobals?: { theme?: string }
}

const css = process.env.STORYBOOK_THEME_CSS ?? ''
const themes = { light: createStorybookTheme(css, 'light'), dark: createStorybookTheme(css, 'dark') }

let shown: ThemeName = isInitiallyDark() ? 'dark' : 'light'

addons.setConfig({ theme: themes[shown] })

addons.register('kit/theme', (api) => {
  const handleGlobals = ({ globals, userGlobals }: GlobalsPayload) => {
    const name = (userGlobals ?? globals)?.theme === 'dark' ? 'dark' : 'light'
    if (name === shown) return
    shown = name
    api.setOptions({ theme: themes[name] })
  }
  api.on(SET_GLOBALS, handleGlobals)
  api.on(GLOBALS_UPDATED, handleGlobals)
})

interface Message {
  type: string
  /** Address of the frame that sent it. Storybook's interface itself has none. */
  source?: string
}

/** A channel with the method that takes the messages of all sides, which is private in its type. */
interface WritableChannel {
  emit: (event: string, ...args: unknown[]) => void
  handleEvent: (message: Message) => void
}

/** Longest time that messages of a frame wait for its story, in milliseconds. */
const STORY_WAIT = 3000
/** Time that a story gets for its data once it has rendered, in milliseconds. */
const DATA_WAIT = 500

// A story and this interface share a thread, and Storybook renders its whole interface for most of the 20 messages that a
// story sends until it has finished. They wait for the story here, and are rendered together. Neighbours of a story are
// not preloaded, only what the pointer is over.
addons.register('kit/story-first', (api) => {
  const channel = addons.getChannel() as unknown as WritableChannel
  const { emit, handleEvent } = channel
  const messages: Message[] = []
  let isLoading = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const handleMessages = () => {
    timer = undefined
    for (const message of messages.splice(0)) Reflect.apply(handleEvent, channel, [message])
    isLoading = false
  }
  channel.handleEvent = (message) => {
    if (!isLoading || !message.source) {
      Reflect.apply(handleEvent, channel, [message])
      return
    }
    messages.push(message)
    if (message.type === STORY_FINISHED || message.type === DOCS_RENDERED) {
      clearTimeout(timer)
      timer = setTimeout(handleMessages, DATA_WAIT)
    } else timer ??= setTimeout(handleMessages, STORY_WAIT)
  }
  channel.emit = (event, ...args) => {
    if (event !== PRELOAD_ENTRIES || !isLoading) Reflect.apply(emit, channel, [event, ...args])
  }
  api.on(SET_CURRENT_STORY, () => {
    isLoading = true
  })
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
