'use client'

import { Trash2 } from 'lucide-react'
import * as React from 'react'
import { RichText } from '@/components/intercom/rich-text'
import { Button } from '@/components/ui/button'
import { classNames } from '@/lib/intercom/class-names'
import type { MessagePart, NotePart, RichTextNode } from '@/lib/intercom/contracts'
import type { ThreadWords } from '@/lib/intercom/messages/conversation-thread'
import { cleanText } from '@/lib/intercom/plain-text'
import { plainText } from '@/lib/intercom/rich-text-plain'

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
interface ThreadBodyProps extends React.ComponentProps<'div'>, ThreadImages {
  /** The message or note whose text it is. */
  message: MessagePart | NotePart
  /** The thread's words. */
  t: ThreadWords
}

/** What somebody wrote: folded where it is very long, a line in its place where it was deleted or is empty. */
function ThreadBody({ message, imageHosts, onImageError, t, className, ...props }: ThreadBodyProps) {
  const { kind, body, attachments, redacted } = message
  const { isLong, isEmpty } = React.useMemo(() => measure(body), [body])
  const [isFolded, setFolded] = React.useState(true)
  const id = React.useId()

  if (redacted) {
    return (
      <p data-slot="thread-body" data-state="deleted" className="flex items-center gap-1.5 text-muted-foreground italic">
        <Trash2 aria-hidden="true" className="size-3.5 shrink-0" />
        {t(kind === 'note' ? 'deletedNote' : 'deleted')}
      </p>
    )
  }
  if (isEmpty) {
    return attachments.length > 0 ? null : (
      <p data-slot="thread-body" data-state="empty" className="text-muted-foreground italic">
        {t('noText')}
      </p>
    )
  }
  return (
    <div
      data-slot="thread-body"
      data-state={isLong ? (isFolded ? 'folded' : 'unfolded') : undefined}
      className={classNames('flex min-w-0 flex-col items-start gap-1', className)}
      {...props}
    >
      <RichText
        id={isLong ? id : undefined}
        nodes={body}
        headingLevel={4}
        imageHosts={imageHosts}
        onImageError={onImageError}
        className={isLong && isFolded ? 'max-h-96 overflow-hidden mask-b-from-80%' : undefined}
      />
      {isLong ? (
        <Button
          type="button"
          variant="link"
          size="sm"
          aria-expanded={!isFolded}
          aria-controls={id}
          onClick={() => setFolded(!isFolded)}
          className="-mx-1 h-6 px-1 text-foreground underline"
        >
          {t(isFolded ? 'showAll' : 'showLess')}
        </Button>
      ) : null}
    </div>
  )
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
