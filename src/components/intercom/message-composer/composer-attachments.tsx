'use client'

import { File as FileIcon, X } from 'lucide-react'
import * as React from 'react'
import { fileSize, isolate, isPicture, messageComposerMessages, useLocale, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'
import type { ComposerForm } from 'intercom-v0-kit/inbox'

/** Props of {@link ComposerAttachments}. */
interface ComposerAttachmentsProps extends React.ComponentProps<'ul'> {
  /** Attached files. */
  files: ComposerForm['files']
  /** Removes a file, by its index. */
  onRemove: (index: number) => void
}

/** Files attached to a message, each with a button that removes it. */
function ComposerAttachments({ files, onRemove, className, ...props }: ComposerAttachmentsProps) {
  const t = useMessages('messageComposer', messageComposerMessages)
  const { locale } = useLocale()
  return (
    <ul aria-label={t('attachments')} data-slot="composer-attachments" className={cn('flex flex-wrap gap-1.5', className)} {...props}>
      {files.map(({ key, file }, index) => (
        <li
          key={key}
          className="flex max-w-72 min-w-0 items-center gap-2 rounded-md border bg-background py-1 ps-1.5 pe-1 text-foreground"
        >
          <Thumbnail file={file} />
          <span className="flex min-w-0 flex-1 flex-col text-xs/4">
            <FileName name={file.name} />
            <span className="text-muted-foreground">{fileSize(file.size, locale)}</span>
          </span>
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={t('remove', { name: isolate(file.name) })}
            onClick={() => onRemove(index)}
            className="size-6 pointer-coarse:size-10"
          >
            <X aria-hidden="true" className="size-3.5" />
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** The extension tells what a file is: it stays visible however little room there is. */
function FileName({ name }: { name: string }) {
  const extension = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  const hasStem = extension.length < name.length
  return (
    <span dir="ltr" className="flex max-w-full self-start font-medium">
      <PlainText text={hasStem ? name.slice(0, name.length - extension.length) : name} max={120} className="truncate" />
      {hasStem && extension ? <PlainText text={extension} className="shrink-0" /> : null}
    </span>
  )
}

/** A plain element: `next/image` can't load a file that is not uploaded yet. */
const Img = 'img'

function Thumbnail({ file }: { file: File }) {
  const show = React.useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return
      const address = URL.createObjectURL(file)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return isPicture({ content_type: file.type }) ? (
    <Img ref={show} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
  ) : (
    <FileIcon aria-hidden="true" className="m-1 size-5 shrink-0 text-muted-foreground" />
  )
}

export { ComposerAttachments, type ComposerAttachmentsProps }
