'use client'

import { File as FileIcon, X } from 'lucide-react'
import * as React from 'react'
import {
  fileSize, isolate, isPicture, type messageComposerMessages, type Translate, useLocale,
} from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Props of {@link ComposerAttachments}. */
interface ComposerAttachmentsProps extends React.ComponentProps<'ul'> {
  /** The files that go with the message. */
  files: readonly File[]
  /** Takes one away, by its place. */
  onRemove: (index: number) => void
  /** The composer's words. */
  t: Translate<typeof messageComposerMessages>
}

/** The files that go with a message, each with a way to take it away. */
function ComposerAttachments({ files, onRemove, t, className, ...props }: ComposerAttachmentsProps) {
  const { locale } = useLocale()
  return (
    <ul aria-label={t('attachments')} data-slot="composer-attachments" className={cn('flex flex-wrap gap-1.5', className)} {...props}>
      {files.map((file, index) => (
        <li
          key={`${index} ${file.name} ${file.lastModified}`}
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

/** What a file is shows in the end of its name: that is there however little room there is. */
function FileName({ name }: { name: string }) {
  const [, stem = name, extension] = /^([^]+)(\.\w{1,8})$/.exec(name) ?? []
  return (
    <span dir="ltr" className="flex max-w-full self-start font-medium">
      <PlainText text={stem} max={120} className="truncate" />
      {extension ? <PlainText text={extension} className="shrink-0" /> : null}
    </span>
  )
}

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
    <img ref={show} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
  ) : (
    <FileIcon aria-hidden="true" className="m-1 size-5 shrink-0 text-muted-foreground" />
  )
}

export { ComposerAttachments, type ComposerAttachmentsProps }
