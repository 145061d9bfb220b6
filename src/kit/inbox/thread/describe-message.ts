import type { Attachment, MessagePart, NotePart, RichTextNode } from '../../contracts/index.ts'
import { toPlainText, toSafeImageUrl, toSafeLink } from '../../rich-text/index.ts'
import {
  type AuthorRole, getAuthorName, getAuthorRole, getAuthorRoleKey, cleanText, type FileKind, getFileKind, formatFileSize, getFileType,
  formatTime, isolateDirection, isPicture, type ThreadTranslator, type TimeFormat,
} from '../../strings/index.ts'

/** Author, time and layout of a message. */
export interface MessageDescription {
  role: AuthorRole
  name: string
  roleName: string
  /** The customer is at the start. Customers see their own messages at the end. */
  side: 'start' | 'end'
  tone: 'customer' | 'teammate' | 'bot' | 'note'
  time: string
  label: string
}

/** Describes a message. `isOwn` is `undefined` for teammates. An `ordinal` above 1 is part of the label. */
export function describeMessage(
  { kind, author, created_at: at }: MessagePart | NotePart,
  isOwn: boolean | undefined,
  format: TimeFormat,
  t: ThreadTranslator,
  ordinal = 1,
): MessageDescription {
  const role = getAuthorRole(author)
  const name = getAuthorName(author, t)
  const roleName = t(getAuthorRoleKey(author))
  const isAtEnd = isOwn ?? role !== 'customer'
  const time = formatTime(at, format)
  const labelTime = ordinal > 1 ? `${time} (${ordinal.toLocaleString(format.locale)})` : time
  return {
    role,
    name,
    roleName,
    side: isAtEnd ? 'end' : 'start',
    tone: kind === 'note' ? 'note' : role === 'bot' ? 'bot' : isAtEnd ? 'teammate' : 'customer',
    time,
    label: t(kind === 'note' ? 'noteLabel' : 'messageLabel', { name: isolateDirection(name), role: roleName, time: labelTime }),
  }
}

/** Characters: about two screens of a narrow column. */
const LONG_BODY = 3000

/** Nodes and lines. Rendering more would block the browser. */
const MANY_NODES = 300

/** Nodes and lines of a large body while folded. */
const SHOWN_NODES = 80

/** Returns whether a body is long or empty, and the nodes to render while it is folded. */
export function measureBody(body: readonly RichTextNode[]): { isLong: boolean; isEmpty: boolean; folded: readonly RichTextNode[] } {
  const text = toPlainText(body)
  const isLarge = countNodes(body) > MANY_NODES
  return {
    isLong: isLarge || text.length > LONG_BODY,
    isEmpty: cleanText(text, 1) === '' && !hasImage(body),
    folded: isLarge ? sliceNodes(body, { left: SHOWN_NODES }) : body,
  }
}

const countLines = (text: unknown) => (typeof text === 'string' ? text.split('\n').length + text.length / 100 : 1)

function countNodes(nodes: unknown, depth = 0): number {
  if (depth > 60 || !Array.isArray(nodes)) return 0
  return nodes.reduce((sum, node) => sum + countLines(node?.text) + countNodes(node?.children, depth + 1), 0)
}

/** Trusts nothing in a tree from the network. */
function sliceNodes(nodes: unknown, room: { left: number }): RichTextNode[] {
  const shown: RichTextNode[] = []
  if (!Array.isArray(nodes)) return shown
  for (const node of nodes) {
    if (room.left <= 0) break
    const text = typeof node?.text === 'string' ? node.text.split('\n', SHOWN_NODES).join('\n').slice(0, LONG_BODY) : undefined
    room.left -= countLines(text)
    shown.push({ ...node, ...(text !== undefined && { text }), ...(node?.children && { children: sliceNodes(node.children, room) }) })
  }
  return shown
}

/** Limits the depth, because the tree is from the network. */
function hasImage(nodes: unknown, depth = 0): boolean {
  if (depth > 60 || !Array.isArray(nodes)) return false
  return nodes.some((node: Partial<Record<string, unknown>> | null) =>
    node?.['type'] === 'image' || hasImage(node?.['children'], depth + 1),
  )
}

/** Attachment of a message, described for its link. */
export interface AttachmentDescription {
  key: string
  name: string
  href: string | null
  facts: string
  /** Kind that the name and the content type agree on. */
  kind: FileKind | null
  contentType: string | null
  image: RichTextNode | null
}

/** Describes the files of a message. */
export function describeAttachments(attachments: readonly Attachment[], locale: string): AttachmentDescription[] {
  return attachments.map((attachment, index) => {
    const { name, url, content_type: contentType, filesize, width, height } = attachment
    const href = toSafeLink(url)
    const src = isPicture(attachment) ? toSafeImageUrl(url) : null
    const size = filesize === null ? null : formatFileSize(filesize, locale)
    return {
      key: `${index} ${name}`,
      name,
      href: href?.startsWith('http') ? href : null,
      facts: [getFileType(attachment), size].filter(Boolean).join(' · '),
      kind: getFileKind(attachment),
      contentType,
      image: src ? { type: 'image', src, alt: name, ...(width && { width }), ...(height && { height }) } : null,
    }
  })
}
