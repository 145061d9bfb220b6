'use client'

import { Download, File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from 'lucide-react'
import type * as React from 'react'
import { fileKind, fileSize, fileType, isPicture, type ThreadWords, useLocale } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { RichText } from '@/components/intercom/rich-text'
import type { ThreadImages } from '@/components/intercom/thread-body'
import type { Attachment } from 'intercom-v0-kit/contracts'
import { safeImage, safeLink } from 'intercom-v0-kit/rich-text'
import { cn } from '@/lib/utils'

const icons = { image: FileImage, video: FileVideo, audio: FileAudio, text: FileText, archive: FileArchive }

const rowClass =
  'flex max-w-full min-w-0 items-center gap-2.5 rounded-md border bg-background px-2.5 py-1.5 text-foreground'
const linkClass =
  'hover:bg-accent focus-visible:outline-2 focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring'

/** Props of {@link ThreadAttachment}. */
interface ThreadAttachmentProps extends React.ComponentProps<'div'>, ThreadImages {
  /** The file. Its address may be anything: one that must not be followed is no link. */
  attachment: Attachment
  /** Whether it is on its way still: it has no address yet. */
  isPending?: boolean
  /** The thread's words. */
  t: ThreadWords
}

/** A file that came with a message: its name, type and size, a way to download it, and a picture on demand. */
function ThreadAttachment({
  attachment,
  isPending = false,
  imageHosts,
  onImageError,
  t,
  className,
  ...props
}: ThreadAttachmentProps) {
  const { locale } = useLocale()
  const { name, url, content_type: contentType, filesize, width, height } = attachment
  const href = safeLink(url)
  const isWeb = href?.startsWith('http') ?? false
  const src = isPicture(attachment) ? safeImage(url) : null
  const kind = fileKind(attachment)
  const Icon = kind ? icons[kind] : File
  const size = filesize === null ? null : fileSize(filesize, locale)
  const facts = [fileType(attachment), size].filter(Boolean).join(' · ')

  const content = (
    <>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      <span className="flex min-w-0 flex-1 flex-col text-start">
        <PlainText text={name} max={120} className="line-clamp-2 text-xs/4 font-medium" />
        <span title={contentType ?? undefined} className="text-xs/4 text-muted-foreground">
          {isWeb || isPending ? facts : t('unsafeAttachment')}
        </span>
      </span>
    </>
  )

  return (
    <div data-slot="thread-attachment" className={cn('flex min-w-0 flex-col items-start gap-1.5', className)} {...props}>
      {src ? (
        <RichText
          nodes={[{ type: 'image', src, alt: name, ...(width && { width }), ...(height && { height }) }]}
          imageHosts={imageHosts}
          onImageError={onImageError}
          className="max-w-full"
        />
      ) : null}
      {isWeb && href ? (
        <a
          href={href}
          download=""
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          referrerPolicy="no-referrer"
          className={cn(rowClass, linkClass)}
        >
          <span className="sr-only">{t('download')} </span>
          {content}
          <Download aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
        </a>
      ) : (
        <span className={rowClass}>{content}</span>
      )}
    </div>
  )
}

export { ThreadAttachment, type ThreadAttachmentProps }
