import type { Attachment, Part, RichTextNode } from '../../contracts/index.ts'
import { parseRichText, toPlainText } from '../../rich-text/index.ts'
import { CUT, SHORTENED } from './limited-json.ts'

type Written = Exclude<Part, { kind: 'event' }>

export interface PartDraft {
  part: Part
  body: string | null
  attachments: Attachment[]
}

/** Characters of HTML to parse per response. */
const MAX_HTML = 300_000
const MAX_NODES = 6000

/** Bytes of all parts. The rest of a conversation takes less than 0.2 MB. */
const MAX_BYTES = 1_200_000

/** Bytes of complete parts, which leaves room for excerpts of older ones. */
const MAX_WHOLE_BYTES = 800_000
const EXCERPT_HTML = 500
const MAX_ATTACHMENTS = 50
const EXCERPT_ATTACHMENTS = 10

const encoder = new TextEncoder()
const getBytes = (part: Part) => encoder.encode(JSON.stringify(part)).length + 1

function countNodes(nodes: readonly RichTextNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + ('children' in node ? countNodes(node.children) : 0), 0)
}

function fill(part: Written, body: RichTextNode[], attachments: Attachment[], isTruncated: boolean): Written {
  return { ...part, body, attachments, ...(isTruncated && { truncated: true }) }
}

function toExcerpt({ part, body, attachments }: PartDraft): Part {
  if (part.kind === 'event') return part
  const html = body ?? ''
  const text = toPlainText(parseRichText(html.slice(0, EXCERPT_HTML), { maxNodes: 0 }))
  const isTruncated = html.length > EXCERPT_HTML || html.endsWith(CUT) || attachments.length > EXCERPT_ATTACHMENTS
  return fill(part, text ? [{ type: 'text', text: isTruncated ? `${text}…` : text }] : [], attachments.slice(0, EXCERPT_ATTACHMENTS), isTruncated)
}

/**
 * Converts the newest messages first, within shared limits. Older messages keep an excerpt, and the oldest are dropped, so that
 * a flood of messages can't make a thread unreadable. The opening message stays.
 */
export function readWithinBudget(opening: PartDraft | null, drafts: readonly PartDraft[]): { parts: Part[]; omitted: number } {
  let html = MAX_HTML
  let nodes = MAX_NODES
  let bytes = MAX_BYTES
  let wholeBytes = MAX_WHOLE_BYTES

  function readWhole({ part, body, attachments }: PartDraft): Part | null {
    if (part.kind === 'event') return part
    const length = body?.length ?? 0
    const wasShortened = length <= SHORTENED && body?.endsWith(CUT)
    if (length > html || wasShortened) return null
    html -= length
    const tree = parseRichText(body, { maxNodes: nodes })
    nodes -= countNodes(tree)
    return fill(part, tree, attachments.slice(0, MAX_ATTACHMENTS), Boolean(body?.endsWith(CUT)) || attachments.length > MAX_ATTACHMENTS)
  }

  function read(draft: PartDraft): Part | null {
    const whole = readWhole(draft)
    const size = whole && getBytes(whole)
    if (size !== null && size <= Math.min(wholeBytes, bytes)) {
      wholeBytes -= size
      bytes -= size
      return whole
    }
    const excerpt = toExcerpt(draft)
    bytes -= getBytes(excerpt)
    return bytes >= 0 ? excerpt : null
  }

  const first = opening && toExcerpt(opening)
  if (first) bytes -= getBytes(first)
  const parts: Part[] = []
  for (const draft of drafts.toReversed()) {
    const part = read(draft)
    if (!part) break
    parts.push(part)
  }
  const omitted = drafts.length - parts.length
  if (opening && first) parts.push((omitted === 0 && read(opening)) || first)
  return { parts: parts.toReversed(), omitted }
}
