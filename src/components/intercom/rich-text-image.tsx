'use client'

import { ImageIcon, ImageOff } from 'lucide-react'
import * as React from 'react'
import type { richTextMessages, Translate } from 'intercom-v0-kit/strings'
import { linkHost } from 'intercom-v0-kit/rich-text'
import { cn } from '@/lib/utils'

/** Pixels: the tallest that an image is shown in a message. */
const maxHeight = 384

/** Props of {@link RichTextImage}. */
interface RichTextImageProps {
  /** An address that `safeImage` gave. */
  src: string
  /** What the message says the image shows; may be empty. */
  alt: string
  /** The image's own width in pixels, where the message tells it. */
  width?: number
  /** The image's own height in pixels, where the message tells it. */
  height?: number
  /** Hosts whose images load at once; `*.example.com` is every host below that one. */
  trustedHosts?: readonly string[]
  /** Called when the image did not load. */
  onFailure?: (src: string) => void
  /** The words of `RichText`. */
  t: Translate<typeof richTextMessages>
}

function isTrusted(host: string, hosts: readonly string[] = []): boolean {
  return hosts.some((trusted) => host === trusted || (trusted.startsWith('*.') && host.endsWith(trusted.slice(1))))
}

/**
 * An image in a message, which loads when it is asked for: whoever sent it would learn from it when, and from where, it
 * is read. Its box has the image's size from the start, where that is known. Once loaded, it opens in full in a new tab.
 */
function RichTextImage({ src, alt, width, height, trustedHosts, onFailure, t }: RichTextImageProps) {
  const host = linkHost(src)
  // What was asked for stays when a fresh address comes for an image that is there already.
  const [asked, setAsked] = React.useState(isTrusted(host, trustedHosts) ? { src, times: 1 } : null)
  const [result, setResult] = React.useState<'loaded' | 'failed' | null>(null)
  const state = result ?? (asked ? 'loading' : 'waiting')
  const box = React.useRef<HTMLSpanElement>(null)
  const link = React.useRef<HTMLAnchorElement>(null)
  const id = React.useId()

  // An image of a trusted host, in a page made on the server, may be there before anybody listens.
  React.useEffect(() => {
    const image = link.current?.querySelector('img')
    if (image?.complete && image.naturalWidth > 0) setResult('loaded')
  }, [])

  const hadFocus = React.useRef(false)
  React.useEffect(() => {
    if (result === 'loaded' && hadFocus.current) link.current?.focus()
  }, [result])

  function load() {
    setResult(null)
    setAsked({ src, times: (asked?.times ?? 0) + 1 })
  }

  function showLoaded() {
    // The button goes away: who pressed it stays at the image.
    hadFocus.current = box.current?.contains(document.activeElement) ?? false
    setResult('loaded')
  }

  function showFailed() {
    setResult('failed')
    if (asked) onFailure?.(asked.src)
  }

  const size = width && height ? { width: Math.min(width, (maxHeight * width) / height), aspectRatio: width / height } : null
  const Icon = state === 'failed' ? ImageOff : ImageIcon

  return (
    // A column that may shrink to nothing: a bubble that fits its text does not grow with the image.
    <span
      data-slot="rich-text-image"
      data-state={state}
      aria-busy={state === 'loading'}
      className="my-1 inline-grid max-w-full grid-cols-[minmax(0,auto)] align-middle whitespace-normal"
    >
      <span
        ref={box}
        style={size ?? undefined}
        className={cn(
          'relative max-w-full min-h-6 min-w-6 overflow-hidden rounded-md border border-border bg-background text-foreground',
          (size || state !== 'loaded') && '[container-type:size]',
          !size && state !== 'loaded' && 'aspect-video w-64',
        )}
      >
        {asked && (
          <a
            ref={link}
            href={asked.src}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            title={t('openImage')}
            className={cn(
              'block -outline-offset-2 focus-visible:outline-2 focus-visible:outline-ring',
              (size || state !== 'loaded') && 'absolute inset-0',
              state !== 'loaded' && 'invisible',
            )}
          >
            <img
              key={asked.times}
              src={asked.src}
              alt={alt || t('imageFrom', { host })}
              width={width}
              height={height}
              referrerPolicy="no-referrer"
              loading="lazy"
              decoding="async"
              onLoad={showLoaded}
              onError={showFailed}
              className={cn('object-contain', size || state !== 'loaded' ? 'size-full' : 'h-auto max-h-96 max-w-full')}
            />
          </a>
        )}
        {state !== 'loaded' && (
          <span className="absolute inset-0 flex flex-col items-center justify-center gap-1 p-1 text-center text-xs [@container_(max-height:4.5rem)]:flex-row [@container_(max-width:7rem)]:gap-0">
            <Icon
              aria-hidden="true"
              className={cn('size-4 shrink-0 text-muted-foreground', state === 'loading' && 'motion-safe:animate-pulse')}
            />
            <span id={`${id}-what`} className="max-w-full min-w-0 [@container_(max-height:4.5rem)]:sr-only [@container_(max-width:6rem)]:sr-only">
              {state === 'failed' ? (
                <span role="alert" className="line-clamp-3">{t('imageFailed')}</span>
              ) : (
                <>
                  {alt && <bdi className="line-clamp-2 font-medium [@container_(max-height:7.5rem)]:line-clamp-1">{alt}</bdi>}{' '}
                  <span className={cn('line-clamp-1 text-muted-foreground', alt && '[@container_(max-height:7.5rem)]:sr-only')}>
                    {t('imageFrom', { host })}
                  </span>
                </>
              )}
            </span>
            <button
              type="button"
              id={`${id}-load`}
              aria-labelledby={`${id}-load ${id}-what`}
              aria-disabled={state === 'loading'}
              onClick={state === 'loading' ? undefined : load}
              className="rounded-sm leading-5 font-medium underline underline-offset-2 outline-none after:absolute after:inset-0 after:rounded-md after:-outline-offset-2 hover:decoration-2 focus-visible:after:outline-2 focus-visible:after:outline-ring"
            >
              <span className="px-1 [@container_(max-width:7rem)]:sr-only">
                {t(state === 'failed' ? 'retryImage' : state === 'loading' ? 'loadingImage' : 'loadImage')}
              </span>
            </button>
          </span>
        )}
      </span>
    </span>
  )
}

export { RichTextImage, type RichTextImageProps }
