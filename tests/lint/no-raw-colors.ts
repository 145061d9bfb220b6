import { visitClassLists, type Utility } from './class-names.ts'
import { defineRule, getName, getPath, type Node } from './rule.ts'

function joinWords(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}

const palette = joinWords(`
  slate gray zinc neutral stone mauve olive mist taupe red orange amber yellow lime green emerald teal cyan sky blue
  indigo violet purple fuchsia pink rose
`)

const colored = joinWords(`
  bg text decoration border(?:-[xytblrse])? divide outline ring ring-offset inset-ring shadow inset-shadow drop-shadow
  text-shadow accent caret fill stroke placeholder from via to
`)

const names = joinWords(`
  white black gray grey silver red maroon orange yellow gold olive lime green teal aqua cyan blue navy indigo violet
  purple fuchsia magenta pink brown
`)

const functions = joinWords('rgba? hsla? hwb lab lch oklab oklch color')

const paletteUtility = new RegExp(`^(?:[a-z-]+-${palette}-(?:50|[1-9]00|950)|${colored}-(?:white|black))(?:/.+)?$`)
const colorUtility = new RegExp(`^${colored}-`)
const fadedText = /^text-(?!shadow|(?:xs|sm|base|lg|xl)\/)[a-z-]+\//

const spelledOut = new RegExp(`#[0-9a-f]{3,8}\\b|\\b${functions}\\(`, 'i')
const named = new RegExp(`(?:^|[\\s,_(:])${names}(?=$|[\\s,_)])`, 'i')

/** A string that is a color. `#added` may be the end of a link. */
const wholeColor = new RegExp(`^(?:#(?:[0-9a-f]{6}|[0-9a-f]{8})|${functions}\\(.*\\))$`, 'i')

/** Presentation attributes of SVG that hold a color. */
const colorAttributes = new Set(['fill', 'stroke', 'color', 'stopColor', 'floodColor', 'lightingColor'])

/** Whether a CSS value contains a literal color. `url(#id)` and `var(--x)` contain none. */
function containsColor(value: string): boolean {
  const rest = value.replace(/(?:url|var)\([^)]*\)/g, '')
  return spelledOut.test(rest) || named.test(rest)
}

function isArbitraryColor(name: string): boolean {
  const value = /\[(.*)\]/.exec(name)?.[1]
  if (value === undefined) return false
  return name.startsWith('[') || colorUtility.test(name) ? containsColor(value) : spelledOut.test(value)
}

function isForDarkMode(variant: string): boolean {
  return variant === 'dark' || variant === 'not-dark' || variant.includes('.dark')
}

function wrongWith({ variants, name }: Utility): string | undefined {
  if (variants.some(isForDarkMode)) return 'dark'
  if (paletteUtility.test(name)) return 'palette'
  if (isArbitraryColor(name)) return 'arbitrary'
  return fadedText.test(name) ? 'faded' : undefined
}

/** Whether a string is in the value of `style`, `fill` and the like. */
function isColorValue(node: Node): boolean {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (at.type === 'JSXAttribute') {
      const name = getName(at.name) ?? ''
      return name === 'style' || colorAttributes.has(name)
    }
    if (at.type === 'CallExpression') return false
  }
  return false
}

const remedy = 'use a token, as in `bg-muted` or `text-status-waiting`'

/** Requires the theme's color tokens, so that copied components match their app. */
export const noRawColors = defineRule(
  "Colors are the theme's tokens.",
  {
    palette: `\`{{text}}\` is a color of the palette, which ignores the theme: ${remedy}.`,
    arbitrary: `\`{{text}}\` is a literal color, which ignores the theme: ${remedy}.`,
    dark: '`{{text}}` is a variant for dark mode: use a token, which has a value for each.',
    faded: '`{{text}}` fades text below a safe contrast: use `text-muted-foreground`.',
    value: '`{{text}}` is a literal color, which ignores the theme: use a token, as in `var(--muted)`.',
  },
  (context) => {
    const inComponents = getPath(context).startsWith('src/components/')
    const lists = visitClassLists(context, ({ node, utilities }) => {
      for (const utility of utilities) {
        const messageId = wrongWith(utility)
        if (messageId) context.report({ node, messageId, data: { text: utility.text } })
      }
    })
    return {
      ...lists,
      Literal(node) {
        lists.Literal?.(node)
        if (typeof node.value !== 'string') return
        const text = node.value
        const isColor = isColorValue(node) ? containsColor(text) : inComponents && wholeColor.test(text)
        if (isColor) {
          context.report({ node, messageId: 'value', data: { text } })
        }
      },
    }
  },
)
