'use client'

import * as React from 'react'
import { useLatest } from '../../shared/use-latest.ts'
import { MAX_SEARCH_LENGTH } from '../../shared/inbox-filter.ts'

// Milliseconds without typing after which the search starts.
const PAUSE = 250

interface SearchFieldOptions {
  value: string
  onValueChange: (value: string) => void
  onLeave: () => void
}

/** Manages a search field that waits for pauses in typing and ignores IME composition. */
export function useSearchField({ value, onValueChange, onLeave }: SearchFieldOptions) {
  const [text, setText] = React.useState(value)
  // Last value searched here. Any other value comes from outside.
  const [known, setKnown] = React.useState(value)
  const [isComposing, setComposing] = React.useState(false)

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

  return {
    text,
    clear,
    inputProps: {
      value: text,
      maxLength: MAX_SEARCH_LENGTH,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
      onKeyDown(event: React.KeyboardEvent) {
        // Ignore keys during IME composition.
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Enter') search(text)
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (text === '') onLeave()
        else clear()
      },
    },
  }
}
