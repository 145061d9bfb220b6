'use client'

import { ChevronRight, ImageIcon, ImageOff } from 'lucide-react'
import * as React from 'react'
import { useImageOnDemand, useOverflow } from 'intercom-v0-kit/inbox'
import {
  type CheckedElement, type CheckedImage, type CheckedLink, type CheckedNode, checkRichText,
} from 'intercom-v0-kit/rich-text'
import { richTextStrings, type Translator, useStrings } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'
import type { RichTextNode } from 'intercom-v0-kit/contracts'

/** Settings for the images of messages. */
interface RichTextImageOptions {
  /**
   * Hosts whose images load at once, such as `downloads.intercomcdn.com`; `*.example.com` matches every host below
   * `example.com`. By default each image loads on request, since loading one tells its host who reads it.
   */
  imageHosts?: readonly string[] | undefined
  /** Called when an image fails to load. Intercom's addresses expire: fetch the conversation again to get a fresh one. */
  onImageError?: ((src: string) => void) | undefined
}

/** Props of {@link RichText}. */
interface RichTextProps extends React.ComponentProps<'div'>, RichTextImageOptions {
  /** Body of a message, as `parseRichText` returns it on the server. */
  nodes: readonly RichTextNode[]
  /**
   * Level of every heading in the message, so that messages do not disturb the page's outline.
   * @default 3
   */
  headingLevel?: 2 | 3 | 4 | 5 | 6
  /** Overrides for the default strings. */
  strings?: Partial<typeof richTextStrings> | undefined
}

const ImagesContext = React.createContext<RichTextImageOptions>({})

/** Sets `imageHosts` and `onImageError` for every {@link RichText} below that does not set its own. */
function RichTextImages({ imageHosts, onImageError, children }: React.PropsWithChildren<RichTextImageOptions>) {
  const value = React.useMemo(() => ({ imageHosts, onImageError }), [imageHosts, onImageError])
  return <ImagesContext value={value}>{children}</ImagesContext>
}

/**
 * Renders a message that someone else wrote, as React elements built from a closed tree. No string is parsed as HTML,
 * every address is checked again, links open in a new tab and show their target if their text names another, images
 * load on request, long quotes are folded, and wide tables and code scroll in a box of their own.
 */
function RichText({ nodes, headingLevel = 3, imageHosts, onImageError, strings, className, ...props }: RichTextProps) {
  const t = useStrings('richText', richTextStrings, strings)
  const images = React.use(ImagesContext)
  const hosts = imageHosts ?? images.imageHosts
  const onError = onImageError ?? images.onImageError
  const content = React.useMemo(
    () => renderNodes(checkRichText(nodes), { t, headingLevel, imageHosts: hosts, onImageError: onError }),
    [nodes, t, headingLevel, hosts, onError],
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

const heading = 'font-semibold not-first:mt-3 not-last:mb-1'
const block = 'not-first:mt-2 not-last:mb-2'
const classNames: Partial<Record<CheckedElement['tag'], string>> = {
  b: 'font-semibold',
  strong: 'font-semibold',
  code: 'rounded-sm bg-current/8 px-1 py-0.5 font-mono text-[0.9em]',
  p: block,
  ul: `list-disc space-y-0.5 ${block}`,
  ol: `list-decimal space-y-0.5 ${block}`,
  hr: 'my-3 border-current/20',
  h1: `text-base ${heading}`,
  h2: `text-[0.9375rem] ${heading}`,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  pre: 'w-max min-w-full px-3 py-2 font-mono text-xs leading-relaxed whitespace-pre',
  table: 'border-collapse whitespace-pre-line wrap-break-word',
  th: 'border border-current/20 bg-current/8 px-2 py-1 text-start align-top font-medium',
  td: 'border border-current/20 px-2 py-1 text-start align-top',
}

/** Strings and settings that every node of a message shares. */
interface View extends RichTextImageOptions {
  t: Translator<typeof richTextStrings>
  headingLevel: number
}

function renderNodes(nodes: readonly CheckedNode[], view: View): React.ReactNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    switch (node.type) {
      case 'element':
        return renderElement(node, view)
      case 'link':
        return <RichTextLink key={node.key} link={node}>{renderNodes(node.children, view)}</RichTextLink>
      case 'image':
        return <RichTextImage key={node.key} image={node} view={view} />
      default:
        return <React.Fragment key={node.key}>{renderNodes(node.children, view)}</React.Fragment>
    }
  })
}

function renderElement({ key, tag, dir, children, isDeep, isInPre, isFolded }: CheckedElement, view: View) {
  const { t, headingLevel } = view
  const content = children.length > 0 ? renderNodes(children, view) : undefined
  const className = classNames[tag]
  switch (tag) {
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
      return React.createElement(`h${headingLevel}`, { key, dir, className }, content)
    case 'ul': case 'ol':
      return React.createElement(tag, { key, dir, className: isDeep ? cn(className, 'list-none') : `${className} ps-5.5` }, content)
    case 'code':
      return <code key={key} className={isInPre ? undefined : className}>{content}</code>
    case 'pre':
      return (
        <RichTextScroll key={key} dir={dir} label={t('code')} className="rounded-md border border-current/15 bg-current/5">
          <pre className={className}>{content}</pre>
        </RichTextScroll>
      )
    case 'table':
      return (
        <RichTextScroll key={key} dir={dir} label={t('table')}>
          <table className={className}>{content}</table>
        </RichTextScroll>
      )
    case 'blockquote': {
      const quote = (
        <blockquote
          key={key}
          data-slot="rich-text-quote"
          dir={dir}
          className={cn(`border-s-2 border-current/25 ps-3 ${block}`, isDeep && 'border-s-0 ps-0')}
        >
          {content}
        </blockquote>
      )
      return isFolded ? <FoldedQuote key={key} t={t}>{quote}</FoldedQuote> : quote
    }
    default:
      return React.createElement(tag, { key, dir, className }, content)
  }
}

/** Folds the history that an e-mail quotes: its answer is what people come to read. */
function FoldedQuote({ t, children }: Pick<View, 't'> & { children: React.ReactNode }) {
  return (
    <details data-slot="rich-text-folded" className="group/quote not-first:mt-2 not-last:mb-2">
      <summary className="inline-flex min-h-6 cursor-default items-center gap-1 rounded-md border border-border bg-background px-1.5 text-xs font-medium text-foreground focus-visible:outline-2 select-none hover:bg-accent hover:text-accent-foreground focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring pointer-coarse:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform group-open/quote:rotate-90 motion-reduce:transition-none rtl:-scale-x-100"
        />
        <span className="group-open/quote:hidden">{t('showQuote')}</span>
        <span className="hidden group-open/quote:inline">{t('hideQuote')}</span>
      </summary>
      {children}
    </details>
  )
}

/** Opens a page that learns nothing of ours, and shows where it leads: in the tooltip, or visibly if its text misleads. */
function RichTextLink({ link: { href, host, place }, children }: { link: CheckedLink; children: React.ReactNode }) {
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
      {children}
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

interface RichTextScrollProps extends React.ComponentProps<'div'> {
  /** Name of the box for users who reach it by keyboard. */
  label: string
}

/** A scrolling box for content that is wider than its message. */
function RichTextScroll({ label, className, children, ...props }: RichTextScrollProps) {
  const { ref, isOverflowing } = useOverflow()
  return (
    <div
      data-slot="rich-text-scroll"
      data-state={isOverflowing ? 'overflowing' : 'fitting'}
      // A column that may shrink to nothing: a bubble that fits its text does not grow with its scrolling content.
      className="grid grid-cols-[minmax(0,auto)] justify-items-start not-first:mt-2 not-last:mb-2"
      {...props}
    >
      <div
        ref={ref}
        {...(isOverflowing && { role: 'group', tabIndex: 0, 'aria-label': label })}
        className={cn(
          'max-w-full overflow-x-auto focus-visible:outline-2 focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring',
          className,
        )}
      >
        {children}
      </div>
    </div>
  )
}

/** Pixels. The tallest that an image is shown. */
const MAX_HEIGHT = 384

/** A plain element. `next/image` would fetch every image through the app's server, before anyone asks for it. */
const Img = 'img'

/** An image that loads on request, in a box that has its size from the start if known. Loaded, it links to the full image. */
function RichTextImage({ image: { src, host, alt, width, height }, view }: { image: CheckedImage; view: View }) {
  const { t, imageHosts, onImageError } = view
  const { state, src: address, attempts, boxRef, linkRef, load, onLoad, onError } = useImageOnDemand({
    src, host, imageHosts, onImageError,
  })
  const isLoaded = state === 'loaded'
  const id = React.useId()
  const size = width && height ? { width: Math.min(width, (MAX_HEIGHT * width) / height), aspectRatio: width / height } : null
  const isFilling = size !== null || !isLoaded
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
        ref={boxRef}
        style={size ?? undefined}
        className={cn(
          'relative max-w-full min-h-6 min-w-6 overflow-hidden rounded-md border border-border bg-background text-foreground',
          isFilling && '[container-type:size]',
          !size && !isLoaded && 'aspect-video w-64',
        )}
      >
        {address && (
          <a
            ref={linkRef}
            href={address}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            title={t('openImage')}
            className={cn(
              'block -outline-offset-2 focus-visible:outline-2 focus-visible:outline-ring',
              isFilling && 'absolute inset-0',
              !isLoaded && 'invisible',
            )}
          >
            <Img
              key={attempts}
              src={address}
              alt={alt || t('imageFrom', { host })}
              width={width}
              height={height}
              referrerPolicy="no-referrer"
              loading="lazy"
              decoding="async"
              onLoad={onLoad}
              onError={onError}
              className={cn('object-contain', isFilling ? 'size-full' : 'h-auto max-h-96 max-w-full')}
            />
          </a>
        )}
        {!isLoaded && (
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

export { RichText, RichTextImages, type RichTextImageOptions, type RichTextProps }
