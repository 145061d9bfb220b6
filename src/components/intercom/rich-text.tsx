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

/** Options for images in messages. */
interface RichTextImageOptions {
  /** Hosts whose images load at once, such as `*.intercomcdn.com`. Others load on click, so that they can't track the user. */
  imageHosts?: readonly string[] | undefined
  /** Called when an image fails to load. Intercom's URLs expire, so load the conversation again. */
  onImageError?: ((src: string) => void) | undefined
}

/** Props of {@link RichText}. */
interface RichTextProps extends React.ComponentProps<'div'>, RichTextImageOptions {
  /** Body of a message, returned by `parseRichText` on the server. */
  nodes: readonly RichTextNode[]
  /** Level of every heading in the message, to fit the page's outline. @default 3 */
  headingLevel?: 2 | 3 | 4 | 5 | 6
  /** Overrides for the default strings of `richTextStrings`. */
  strings?: Partial<typeof richTextStrings> | undefined
}

const ImagesContext = React.createContext<RichTextImageOptions>({})

/** Sets default image options for every {@link RichText} inside. */
function RichTextImages({ imageHosts, onImageError, children }: React.PropsWithChildren<RichTextImageOptions>) {
  const value = React.useMemo(() => ({ imageHosts, onImageError }), [imageHosts, onImageError])
  return <ImagesContext value={value}>{children}</ImagesContext>
}

/**
 * Renders an untrusted message as React elements, never as HTML. Checks every URL again, shows the target of misleading links,
 * and loads images on click.
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

interface RenderContext extends RichTextImageOptions {
  t: Translator<typeof richTextStrings>
  headingLevel: number
}

function renderNodes(nodes: readonly CheckedNode[], context: RenderContext): React.ReactNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    switch (node.type) {
      case 'element':
        return renderElement(node, context)
      case 'link':
        return <RichTextLink key={node.key} link={node}>{renderNodes(node.children, context)}</RichTextLink>
      case 'image':
        return <RichTextImage key={node.key} image={node} context={context} />
      default:
        return <React.Fragment key={node.key}>{renderNodes(node.children, context)}</React.Fragment>
    }
  })
}

function renderElement({ key, tag, dir, children, isDeep, isInPre, isFolded }: CheckedElement, context: RenderContext) {
  const { t, headingLevel } = context
  const content = children.length > 0 ? renderNodes(children, context) : undefined
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

function FoldedQuote({ t, children }: Pick<RenderContext, 't'> & { children: React.ReactNode }) {
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

// Shows the host in the tooltip, or beside the text if the text is misleading.
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
  label: string
}

function RichTextScroll({ label, className, children, ...props }: RichTextScrollProps) {
  const { ref, isOverflowing } = useOverflow()
  return (
    <div
      data-slot="rich-text-scroll"
      data-state={isOverflowing ? 'overflowing' : 'fitting'}
      // A column that can shrink to 0 keeps wide content from stretching the bubble.
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

/** Maximum height of an image in pixels. */
const MAX_HEIGHT = 384

/** Height in pixels of the chip in the place of a larger image. */
const CHIP_HEIGHT = 56

// Not `next/image`, which would load images through the app's server before the user clicks.
const Img = 'img'

function RichTextImage({ image: { src, host, alt, width, height }, context }: { image: CheckedImage; context: RenderContext }) {
  const { t, imageHosts, onImageError } = context
  const { state, src: address, attempts, boxRef, linkRef, load, onLoad, onError } = useImageOnDemand({
    src, host, imageHosts, onImageError,
  })
  const isLoaded = state === 'loaded'
  const id = React.useId()
  const size = width && height ? { width: Math.min(width, (MAX_HEIGHT * width) / height), aspectRatio: width / height } : null
  const isFilling = size !== null || !isLoaded
  const isChip = state === 'waiting' && (!height || height > CHIP_HEIGHT)
  const Icon = state === 'failed' ? ImageOff : ImageIcon

  return (
    // A column that can shrink to 0 keeps a large image from stretching the bubble.
    <span
      data-slot="rich-text-image"
      data-state={state}
      aria-busy={state === 'loading'}
      className="my-1 inline-grid max-w-full grid-cols-[minmax(0,auto)] align-middle whitespace-normal"
    >
      <span
        ref={boxRef}
        style={(isChip ? null : size) ?? undefined}
        className={cn(
          'relative max-w-full min-h-6 min-w-6 overflow-hidden rounded-md border border-border bg-background text-foreground',
          isFilling && '[container-type:size]',
          isChip ? 'h-14 w-80' : !size && !isLoaded && 'aspect-video w-64',
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
          <span
            className={cn(
              'absolute inset-0 flex items-center gap-1 p-1 text-xs',
              isChip ? 'gap-2.5 px-3 text-start' : 'flex-col justify-center text-center [@container_(max-height:4.5rem)]:flex-row [@container_(max-width:7rem)]:gap-0',
            )}
          >
            <Icon
              aria-hidden="true"
              className={cn('size-4 shrink-0 text-muted-foreground', state === 'loading' && 'motion-safe:animate-pulse')}
            />
            <span
              id={`${id}-what`}
              className={cn(
                'max-w-full min-w-0 [@container_(max-width:6rem)]:sr-only',
                isChip ? 'flex-1' : '[@container_(max-height:4.5rem)]:sr-only',
              )}
            >
              {state === 'failed' ? (
                <span role="alert" className="line-clamp-3">{t('imageFailed')}</span>
              ) : (
                <>
                  {alt && <bdi className="line-clamp-2 font-medium [@container_(max-height:7.5rem)]:line-clamp-1">{alt}</bdi>}{' '}
                  <span className={cn('text-muted-foreground', isChip ? 'block truncate' : 'line-clamp-1', alt && !isChip && '[@container_(max-height:7.5rem)]:sr-only')}>
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
