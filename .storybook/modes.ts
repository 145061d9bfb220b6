/** How stories are looked at, by Chromatic and by `npm run visual`. */

/** How a story is looked at. */
export interface Mode {
  theme: 'light' | 'dark'
  /** Pixels. */
  width: number
  height: number
}

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 375, height: 812 },
  tablet: { width: 768, height: 1024 },
}

type Size = keyof typeof sizes

const modesOf = (size: Size): Mode[] => [{ theme: 'light', ...sizes[size] }, { theme: 'dark', ...sizes[size] }]

/** The name of a mode, as in the names of files. */
export const modeName = ({ theme, width }: Mode): string => `${theme}-${width}`

/** What Chromatic takes for a mode: its globals and its viewport. https://www.chromatic.com/docs/modes/ */
export interface ChromaticMode {
  theme: Mode['theme']
  viewport: { width: number; height: number }
  disable: boolean
}

/** The modes by name, as Chromatic takes them, those of some sizes alone. */
const only = (...shown: Size[]): Record<string, ChromaticMode> =>
  Object.fromEntries(
    (Object.keys(sizes) as Size[]).flatMap((size) =>
      modesOf(size).map(({ theme, ...viewport }) => [
        modeName({ theme, ...viewport }),
        { theme, viewport, disable: !shown.includes(size) },
      ]),
    ),
  )

/** Those of a story that does not say otherwise. */
export const chromaticModes = only('desktop', 'phone')

/** What makes a story one for a single size: it is shown in it, played in it, and has its pictures in it alone. */
const madeFor = (size: Size) => ({
  globals: { viewport: { value: size } },
  parameters: { chromatic: { modes: only(size) } },
})

export const onDesktop = madeFor('desktop')
export const onPhone = madeFor('phone')
export const onTablet = madeFor('tablet')
