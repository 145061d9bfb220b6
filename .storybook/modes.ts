/** Themes, viewports, directions and pointers for visual tests, in Chromatic and `npm run visual`. */

/** Look of a screenshot. */
export interface Mode {
  theme: 'light' | 'dark'
  /** Width in CSS pixels. */
  width: number
  height: number
  /** Language of the toolbar. Its direction follows. */
  locale?: 'ar'
  /** Pointer of the toolbar. */
  pointer?: 'touch'
}

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 375, height: 812 },
  tablet: { width: 768, height: 1024 },
}

type Size = keyof typeof sizes

/** Modes that a story asks for, because its look differs in them. */
const special = {
  rightToLeft: { size: 'desktop', mode: { theme: 'light', ...sizes.desktop, locale: 'ar' } },
  touch: { size: 'phone', mode: { theme: 'light', ...sizes.phone, pointer: 'touch' } },
} satisfies Record<string, { size: Size; mode: Mode }>

const getModes = (size: Size): Mode[] => [{ theme: 'light', ...sizes[size] }, { theme: 'dark', ...sizes[size] }]

/** Returns the name of a mode for file names, such as `dark-375` or `touch-375`. */
export const getModeName = ({ theme, width, locale, pointer }: Mode): string => `${pointer ?? (locale ? 'rtl' : theme)}-${width}`

/** A mode in Chromatic's format: the viewport and the toolbar's globals. https://www.chromatic.com/docs/modes/ */
export interface ChromaticMode extends Omit<Mode, 'width' | 'height'> {
  viewport: { width: number; height: number }
  disable: boolean
}

const toEntry = ({ width, height, ...globals }: Mode, disable: boolean): [string, ChromaticMode] => [
  getModeName({ width, height, ...globals }),
  { ...globals, viewport: { width, height }, disable },
]

/** Enables the modes of the given sizes and disables the others. Special modes of these sizes stay as they are. */
const toChromaticModes = (...shown: Size[]): Record<string, ChromaticMode> =>
  Object.fromEntries([
    ...(Object.keys(sizes) as Size[]).flatMap((size) => getModes(size).map((mode) => toEntry(mode, !shown.includes(size)))),
    ...Object.values(special).flatMap(({ size, mode }) => (shown.includes(size) ? [] : [toEntry(mode, true)])),
  ])

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

/** Parameters of stories that test a behaviour, which others show the look of. */
export const notPictured = { chromatic: { disableSnapshot: true } }

/** Parameters of a look in a file of behaviour stories. */
export const pictured = { chromatic: { disableSnapshot: false } }

/**
 * Adds special modes to a story or to all stories of a file. Stories of one size get those of this size.
 * A play function of such a story must not look for English words.
 */
export const alsoIn = (...names: (keyof typeof special)[]) => ({
  chromatic: { modes: Object.fromEntries(names.map((name) => toEntry(special[name].mode, false))) },
})
