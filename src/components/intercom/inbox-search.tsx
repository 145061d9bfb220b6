'use client'

import { Search, X } from 'lucide-react'
import * as React from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MAX_SEARCH_LENGTH, type ToolbarWords, useLatest } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

/** A pause in typing, in milliseconds, after which the text is searched for. */
const PAUSE = 250

/** Props of {@link InboxSearch}. */
interface InboxSearchProps extends Omit<React.ComponentProps<'div'>, 'ref'> {
  /** What is searched for. */
  value: string
  /** Told what to search for: once somebody pauses, at once by Enter. */
  onValueChange: (value: string) => void
  /** Escape was pressed where there is no text to clear. */
  onLeave?: () => void
  /** The field. */
  inputRef?: React.Ref<HTMLInputElement>
  /** The key that leads here, for assistive technology. */
  shortcut?: string
  /** The toolbar's words. */
  t: ToolbarWords
}

/** A search field that waits for a pause in typing, and never searches in the midst of a composed word. */
function InboxSearch({ value, onValueChange, onLeave, inputRef, shortcut, t, className, ...props }: InboxSearchProps) {
  const [text, setText] = React.useState(value)
  // What is searched for already, or was asked for: a value that is neither came from elsewhere.
  const [known, setKnown] = React.useState(value)
  const [isComposing, setComposing] = React.useState(false)
  const field = React.useRef<HTMLInputElement>(null)
  // As long as the search is in the page, its field is.
  React.useImperativeHandle(inputRef, () => field.current!)

  if (value !== known) {
    setKnown(value)
    if (value !== text.trim()) setText(value)
  }

  const search = (next: string) => {
    setKnown(next.trim())
    if (next.trim() !== value) onValueChange(next.trim())
  }

  const searchNow = useLatest(() => search(text))
  React.useEffect(() => {
    if (isComposing) return
    const timer = setTimeout(() => searchNow.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [text, isComposing, searchNow])

  const clear = () => {
    setText('')
    search('')
  }

  return (
    <div role="search" data-slot="inbox-search" className={cn('relative min-w-0 flex-1', className)} {...props}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={field}
        type="search"
        value={text}
        maxLength={MAX_SEARCH_LENGTH}
        aria-label={t('search')}
        aria-keyshortcuts={shortcut}
        placeholder={t('search')}
        title={shortcut ? `${t('searchHint')} (${shortcut})` : t('searchHint')}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') search(text)
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (text === '') onLeave?.()
          else clear()
        }}
        className="ps-8.5 pe-9 shadow-none [&::-webkit-search-cancel-button]:appearance-none"
      />
      {text === '' ? null : (
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t('clearSearch')}
          onClick={() => {
            clear()
            field.current?.focus()
          }}
          className="absolute end-1 top-1/2 size-7 -translate-y-1/2 text-muted-foreground"
        >
          <X aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}

export { InboxSearch, type InboxSearchProps }
