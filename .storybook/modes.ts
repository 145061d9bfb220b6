/** The modes that every story is looked at in, by Chromatic and by `npm run visual`. */

/** How a story is looked at. */
export interface Mode {
  theme: 'light' | 'dark'
  /** Pixels. */
  width: number
  height: number
}

/** Those of one theme are beside each other: a page changes it as seldom as it can. */
export const modes: Mode[] = [
  { theme: 'light', width: 1280, height: 800 },
  { theme: 'light', width: 375, height: 812 },
  { theme: 'dark', width: 375, height: 812 },
  { theme: 'dark', width: 1280, height: 800 },
]

/** The name of a mode, as in the names of files. */
export const modeName = ({ theme, width }: Mode): string => `${theme}-${width}`

/** As Chromatic takes them: its globals and its viewport, by name. https://www.chromatic.com/docs/modes/ */
export const chromaticModes = Object.fromEntries(
  modes.map((mode) => [modeName(mode), { theme: mode.theme, viewport: { width: mode.width, height: mode.height } }]),
)
