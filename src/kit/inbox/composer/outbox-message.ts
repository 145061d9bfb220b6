import type {
  AttachmentFile, Author, MessageBody, MessagePart, NotePart, Part, RichTextNode,
} from '../../contracts/index.ts'
import type { Draft, MessageMode } from './drafts.ts'
import { normalizeMessageText } from '../../shared/message-html.ts'
import { toPlainText } from '../../rich-text/index.ts'

/** Message to send. `at` is in Unix seconds. */
export interface OutgoingMessage extends Draft {
  mode: MessageMode
  at: number
}

function getContentType(file: File): string {
  const type = file.type.split(';')[0]?.trim() ?? ''
  return /^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i.test(type) && type.length <= 100 ? type : 'application/octet-stream'
}

/** Removes path, control and direction characters. A long name keeps its ending. */
function getFileName({ name }: File): string {
  const clean = name.replace(/[/\\\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  if (/^[.\s]*$/.test(clean)) return 'file'
  return clean.length <= 255 ? clean : `${clean.slice(0, 200)}${clean.slice(-55)}`
}

async function readAttachment(file: File): Promise<AttachmentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { name: getFileName(file), content_type: getContentType(file), data: btoa(binary) }
}

/** Rejects if a file no longer exists. */
export async function toMessageBody({ mode, text, files }: Draft & { mode: MessageMode }): Promise<MessageBody> {
  const attached = files.length > 0 && { attachment_files: await Promise.all(files.map(readAttachment)) }
  const content = { body: normalizeMessageText(text), ...attached }
  return mode === 'note' ? { message_type: 'note', ...content } : { message_type: 'comment', ...content }
}

export function getMessagePath({ message_type: type }: Pick<MessageBody, 'message_type'>): 'notes' | 'reply' {
  return type === 'note' ? 'notes' : 'reply'
}

function toRichTextNodes(text: string): RichTextNode[] {
  const paragraphs = normalizeMessageText(text).split(/\n(?:[^\S\n]*\n)+/).filter(Boolean)
  return paragraphs.map((paragraph) => ({
    type: 'element',
    tag: 'p',
    children: paragraph.split('\n').flatMap((line, index): RichTextNode[] => {
      const node: RichTextNode = { type: 'text', text: line }
      return index === 0 ? [node] : [{ type: 'element', tag: 'br', children: [] }, node]
    }),
  }))
}

export function toOptimisticPart(id: string, message: OutgoingMessage, author: Author): MessagePart | NotePart {
  const { mode, text, files, at } = message
  const attachments = files.map((file) => {
    return { name: file.name, url: '', content_type: file.type || null, filesize: file.size, width: null, height: null }
  })
  const fields = { id, created_at: at, author, body: toRichTextNodes(text), attachments, redacted: false }
  return mode === 'note' ? { kind: 'note', part_type: 'note', ...fields } : { kind: 'message', part_type: 'comment', ...fields }
}

const collapseWhitespace = (text: string) => text.replace(/\s+/g, '')

/** Whether a thread has a message whose response was lost. `knownIds` are the parts from before it was sent. */
export function includesMessage(message: OutgoingMessage, parts: readonly Part[], knownIds: ReadonlySet<string>): boolean {
  const kind = message.mode === 'note' ? 'note' : 'message'
  return parts.some(
    (part) =>
      part.kind === kind &&
      !knownIds.has(part.id) &&
      part.author.type !== 'bot' &&
      part.attachments.length === message.files.length &&
      collapseWhitespace(toPlainText(part.body)) === collapseWhitespace(normalizeMessageText(message.text)),
  )
}
