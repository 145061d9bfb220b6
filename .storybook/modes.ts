/** Themes and viewports for visual tests, in Chromatic and `npm run visual`. */

/** Theme and viewport of a screenshot. */
export interface Mode {
  theme: 'light' | 'dark'
  /** Width in CSS pixels. */
  width: number
  height: number
}

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 375, height: 812 },
  tablet: { width: 768, height: 1024 },
}

type Size = keyof typeof sizes

const getModes = (size: Size): Mode[] => [{ theme: 'light', ...sizes[size] }, { theme: 'dark', ...sizes[size] }]

/** Returns the name of a mode for file names, such as `dark-375`. */
export const getModeName = ({ theme, width }: Mode): string => `${theme}-${width}`

/** A mode in Chromatic's format: https://www.chromatic.com/docs/modes/ */
export interface ChromaticMode {
  theme: Mode['theme']
  viewport: { width: number; height: number }
  disable: boolean
}

/** Enables the modes of the given sizes and disables the others. */
const toChromaticModes = (...shown: Size[]): Record<string, ChromaticMode> =>
  Object.fromEntries(
    (Object.keys(sizes) as Size[]).flatMap((size) =>
      getModes(size).map(({ theme, ...viewport }) => [
        getModeName({ theme, ...viewport }),
        { theme, viewport, disable: !shown.includes(size) },
      ]),
    ),
  )

/** Default modes of a story. */
export const chromaticModes = toChromaticModes('desktop', 'phone')

/** Limits a story to one size: its viewport and its screenshots. */
const createSizeAnnotations = (size: Size) => ({
  globals: { viewport: { value: size } },
  parameters: { chromatic: { modes: toChromaticModes(size) } },
})

export const onDesktop = createSizeAnnotations('desktop')
export const onPhone = createSizeAnnotations('phone')
export const onTablet = createSizeAnnotations('tablet')
