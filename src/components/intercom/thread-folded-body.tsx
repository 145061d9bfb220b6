'use client'

import * as React from 'react'
import { RichText, type RichTextProps } from '@/components/intercom/rich-text'
import { Button } from '@/components/ui/button'
import type { ThreadWords } from 'intercom-v0-kit/strings'

/** Props of {@link ThreadFoldedBody}. */
interface ThreadFoldedBodyProps extends RichTextProps {
  /** The thread's words. */
  t: ThreadWords
}

/** A very long text: its beginning, and all of it when that is asked for. */
function ThreadFoldedBody({ t, ...props }: ThreadFoldedBodyProps) {
  const [isFolded, setFolded] = React.useState(true)
  const id = React.useId()
  return (
    <div
      data-slot="thread-body"
      data-state={isFolded ? 'folded' : 'unfolded'}
      className="flex min-w-0 flex-col items-start gap-1"
    >
      <RichText id={id} className={isFolded ? 'max-h-96 overflow-hidden mask-b-from-80%' : undefined} {...props} />
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
    </div>
  )
}

export { ThreadFoldedBody, type ThreadFoldedBodyProps }
