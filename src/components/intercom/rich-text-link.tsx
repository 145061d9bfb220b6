import type * as React from 'react'
import { linkHost, placeToShow } from 'intercom-v0-kit/rich-text'

/** Props of {@link RichTextLink}. */
interface RichTextLinkProps {
  /** An address that `safeLink` gave. */
  href: string
  /** What a reader sees of the link, as plain text. */
  text: string
  /** What the message shows as the link. Where it shows nothing, the host does. */
  children: React.ReactNode
}

/**
 * A link in a message that somebody else wrote. It opens a page that learns nothing of ours, and says where it goes: in
 * its tooltip, and visibly where its text names another place.
 */
function RichTextLink({ href, text, children }: RichTextLinkProps) {
  const host = linkHost(href)
  const place = text ? placeToShow(text, href) : null
  return (
    <a
      data-slot="rich-text-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      title={place ? undefined : host}
      dir="auto"
      className="rounded-xs underline underline-offset-2 focus-visible:outline-2 hover:decoration-2 focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring"
    >
      {text ? children : host}
      {place && (
        <>
          {' '}
          <span data-slot="rich-text-link-place" className="inline-block max-w-full font-medium">
            (<bdi>{place}</bdi>)
          </span>
        </>
      )}
    </a>
  )
}

export { RichTextLink, type RichTextLinkProps }
