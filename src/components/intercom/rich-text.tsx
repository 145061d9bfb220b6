'use client'

import * as React from 'react'
import { richTextMessages, useMessages } from 'intercom-v0-kit/strings'
import { buildRichText } from '@/components/intercom/rich-text-elements'
import { cn } from '@/lib/utils'
import type { RichTextNode } from 'intercom-v0-kit/contracts'

/** Props of {@link RichText}. */
interface RichTextProps extends React.ComponentProps<'div'> {
  /** The body of a message, as `parseRichText` made it on the server. */
  nodes: readonly RichTextNode[]
  /** The level of every heading in the message, so that what a customer writes does not disturb the page's outline. Default 3. */
  headingLevel?: 2 | 3 | 4 | 5 | 6
  /**
   * Hosts whose images load at once, such as `downloads.intercomcdn.com`; `*.example.com` stands for every host below
   * that one. Default: none, each image loads when it is asked for, since loading one tells its host who reads it.
   */
  imageHosts?: readonly string[]
  /** Called when an image did not load. Intercom's addresses expire: fetch the conversation again to get a fresh one. */
  onImageError?: (src: string) => void
  /** Other words than the English ones. */
  messages?: Partial<typeof richTextMessages>
}

/**
 * Shows a message that somebody else wrote. Builds React elements from a closed tree and checks it once more on the
 * way: no string is ever parsed as HTML, links open in a new tab and show where they go when their text says otherwise,
 * images wait for a click, long quotes are folded, wide tables and code scroll in a box of their own.
 */
function RichText({ nodes, headingLevel = 3, imageHosts, onImageError, messages, className, ...props }: RichTextProps) {
  const t = useMessages('richText', richTextMessages, messages)
  const content = React.useMemo(
    () => buildRichText(nodes, { t, headingLevel, imageHosts, onImageError }),
    [nodes, t, headingLevel, imageHosts, onImageError],
  )
  return (
    <div
      data-slot="rich-text"
      className={cn('max-w-full min-w-0 text-sm leading-relaxed wrap-anywhere whitespace-pre-line', className)}
      {...props}
    >
      {content}
    </div>
  )
}

export { RichText, type RichTextProps }
