'use client'

import { Trash2 } from 'lucide-react'
import { RichText } from '@/components/intercom/rich-text'
import { ThreadFoldedBody } from '@/components/intercom/thread-folded-body'
import type { MessagePart, NotePart, RichTextNode } from 'intercom-v0-kit/contracts'
import { cleanText, type ThreadWords } from 'intercom-v0-kit/strings'
import { plainText } from 'intercom-v0-kit/rich-text'

/** Characters of a body from which it is folded: about two screens of a narrow column. */
const LONG_BODY = 3000

/** Where the images of a thread come from. */
export interface ThreadImages {
  /** Hosts whose images load without a click. See `RichText`. */
  imageHosts?: readonly string[]
  /** Called when an image did not load. See `RichText`. */
  onImageError?: (src: string) => void
}

/** Props of {@link ThreadBody}. */
interface ThreadBodyProps extends ThreadImages {
  /** The message or note whose text it is. */
  message: MessagePart | NotePart
  /** The thread's words. */
  t: ThreadWords
}

/** What somebody wrote: folded where it is very long, a line in its place where it was deleted or is empty. */
function ThreadBody({ message, imageHosts, onImageError, t }: ThreadBodyProps) {
  const { kind, body, attachments, redacted } = message
  if (redacted) {
    return (
      <p data-slot="thread-body" data-state="deleted" className="flex items-center gap-1.5 text-muted-foreground italic">
        <Trash2 aria-hidden="true" className="size-3.5 shrink-0" />
        {t(kind === 'note' ? 'deletedNote' : 'deleted')}
      </p>
    )
  }
  const { isLong, isEmpty } = measure(body)
  if (isEmpty) {
    return attachments.length > 0 ? null : (
      <p data-slot="thread-body" data-state="empty" className="text-muted-foreground italic">
        {t('noText')}
      </p>
    )
  }
  const text = { nodes: body, headingLevel: 4, imageHosts, onImageError } as const
  return isLong ? <ThreadFoldedBody t={t} {...text} /> : <RichText {...text} />
}

/** Whether a body is one to fold, and whether there is nothing in it to be seen. */
function measure(body: readonly RichTextNode[]): { isLong: boolean; isEmpty: boolean } {
  const text = plainText(body)
  return { isLong: text.length > LONG_BODY, isEmpty: cleanText(text, 1) === '' && !hasImage(body) }
}

/** As `RichText` does, it believes nothing of a tree that came over the network, and looks only so deep. */
function hasImage(nodes: readonly RichTextNode[], depth = 0): boolean {
  if (depth > 60 || !Array.isArray(nodes)) return false
  return nodes.some((node) => {
    if (node?.type === 'image') return true
    return node && 'children' in node && hasImage(node.children, depth + 1)
  })
}

export { ThreadBody, type ThreadBodyProps }
