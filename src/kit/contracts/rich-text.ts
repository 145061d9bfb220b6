/** A message's body: a closed tree of what may be shown. */
import { z } from 'zod'

/** The elements that may come out of a message that somebody else wrote. Anything else is dropped or unwrapped. */
export const richTextTags = [
  'p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span',
] as const

/** One of {@link richTextTags}. */
export type RichTextTag = (typeof richTextTags)[number]

/**
 * A node of a message's body: plain text, a plain element, a link, or an image that loads when it is asked for.
 * There is no place in it for an attribute, a style or a script.
 */
export type RichTextNode =
  | { type: 'text'; text: string }
  | { type: 'element'; tag: RichTextTag; children: RichTextNode[] }
  | { type: 'link'; href: string; children: RichTextNode[] }
  | { type: 'image'; src: string; alt: string; width?: number; height?: number }

/** A {@link RichTextNode}: anything else in its place is refused. */
export const richTextNodeSchema: z.ZodType<RichTextNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('element'), tag: z.enum(richTextTags), children: z.array(richTextNodeSchema) }),
    z.object({ type: z.literal('link'), href: z.string(), children: z.array(richTextNodeSchema) }),
    z.object({
      type: z.literal('image'),
      src: z.string(),
      alt: z.string(),
      width: z.number().int().positive().optional(),
      height: z.number().int().positive().optional(),
    }),
  ]),
)
