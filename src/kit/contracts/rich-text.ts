import { z } from 'zod'

/** Elements that a message can contain. Others are dropped or unwrapped. */
export const richTextTags = [
  'p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span',
] as const

/** Element of a message, one of {@link richTextTags}. */
export type RichTextTag = (typeof richTextTags)[number]

/** Node of a message body. It can't hold an attribute, a style or a script, and images load on demand. */
export type RichTextNode =
  | { type: 'text'; text: string }
  | { type: 'element'; tag: RichTextTag; children: RichTextNode[] }
  | { type: 'link'; href: string; children: RichTextNode[] }
  | { type: 'image'; src: string; alt: string; width?: number; height?: number }

/** Schema of a {@link RichTextNode}. */
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
