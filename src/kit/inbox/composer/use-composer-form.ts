'use client'

import * as React from 'react'
import { MAX_MESSAGE } from '../../contracts/attachment-limits.ts'
import { normalizeMessageText } from '../../shared/message-html.ts'
import { checkFiles, type FileProblem } from './attachment-checks.ts'
import type { ComposerData, SendOptions } from './use-composer.ts'

const NEAR_LIMIT = 500

/** A reply that the team uses again and again, by name. */
export interface SavedReply {
  id: string
  title: string
  /**
   * Plain text. `{name}` and `{first_name}` become the customer's name, and Intercom's placeholders, such as
   * `{{user.first_name|fallback:"there"}}`, are filled in, too.
   */
  body: string
}

const MAX_PLACEHOLDERS = 5

/** Finds placeholders that are left in a text, such as `{{order.number}}`, at most five. */
export function findPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\{[^{}]*\}\}/g))].slice(0, MAX_PLACEHOLDERS)
}

const isSearch = (text: string) => /^\/(?!\s)[^/\n]*$/.test(text)

/** Options of {@link useComposerForm}. */
export interface ComposerFormOptions extends Pick<ComposerData, 'draft' | 'onDraftChange' | 'onSend'> {
  /** Whether typing `/` opens the finder of saved replies and articles. @default false */
  hasFinder?: boolean | undefined
  /** Whether Enter sends. Ctrl or Cmd with Enter always does. */
  sendOnEnter?: boolean | undefined
  fieldRef?: React.RefObject<HTMLTextAreaElement | null> | undefined
}

/** Finder of saved replies and articles. It inserts text at the cursor, or in place of the `/` that opened it. */
export interface FinderState {
  isOpen: boolean
  /** Text after the `/` that opened the finder, or `null` if the button did. */
  typed: string | null
  /** Opens the finder by its button. */
  open: () => void
  insert: (text: string) => void
  /** Closes the finder. The text that was typed after the `/` stays. */
  keep: (query: string) => void
}

/** Result of {@link useComposerForm}. */
export interface ComposerForm {
  /** Whether the draft has content within the limits. */
  canSend: boolean
  /** Characters left; negative if the text is too long, `null` far from the limit. */
  charactersLeft: number | null
  files: readonly { key: string; file: File }[]
  refused: readonly { key: string; name: string; problem: FileProblem }[]
  isDropping: boolean
  /** Sends a valid draft, and closes or snoozes the conversation afterwards. */
  send: (options?: Partial<SendOptions>) => void
  addFiles: (files: readonly File[]) => void
  removeFile: (index: number) => void
  /** Placeholders that are left in the text. */
  placeholders: readonly string[]
  finder: FinderState
  focus: () => void
  formProps: Pick<React.ComponentProps<'form'>, 'onSubmit' | 'onDragOver' | 'onDragLeave' | 'onDrop'>
  fieldProps: Pick<React.ComponentProps<'textarea'>, 'ref' | 'value' | 'onChange' | 'onPaste' | 'onKeyDown'>
}

/** Edits, validates and sends a draft: files, limits, saved replies, keys. */
export function useComposerForm({
  draft,
  onDraftChange,
  onSend,
  hasFinder = false,
  sendOnEnter = false,
  fieldRef: givenRef,
}: ComposerFormOptions): ComposerForm {
  const ownRef = React.useRef<HTMLTextAreaElement>(null)
  const fieldRef = givenRef ?? ownRef
  const [refused, setRefused] = React.useState<ComposerForm['refused']>([])
  const [isDropping, setDropping] = React.useState(false)
  // Place of the `/` and the text after it, or `null` for the button.
  const [place, setPlace] = React.useState<{ start: number; end: number } | null>()
  useGrowingField(fieldRef, draft.text)

  const text = normalizeMessageText(draft.text)
  const left = MAX_MESSAGE - text.length
  const canSend = left >= 0 && (text !== '' || draft.files.length > 0)
  const focus = () => fieldRef.current?.focus()

  function send({ andClose = false, ...options }: Partial<SendOptions> = {}): void {
    if (!canSend) return
    setRefused([])
    setPlace(undefined)
    onSend({ andClose, ...options })
    focus()
  }

  function addFiles(added: readonly File[]): void {
    if (added.length === 0) return
    const { files, refused: rest } = checkFiles(draft.files, added)
    setRefused(rest.map((file, index) => ({ ...file, key: `${index} ${file.name}` })))
    if (files.length > draft.files.length) onDraftChange({ files })
  }

  function insert(inserted: string): void {
    const { selectionStart = draft.text.length, selectionEnd = selectionStart } = fieldRef.current ?? {}
    const { start, end: rest } = place ?? { start: selectionStart, end: selectionEnd }
    const end = start + inserted.length
    setPlace(undefined)
    onDraftChange({ text: draft.text.slice(0, start) + inserted + draft.text.slice(rest) })
    // Wait until React has updated the field.
    requestAnimationFrame(() => fieldRef.current?.setSelectionRange(end, end))
  }

  function openFinder({ value, selectionStart: end }: HTMLTextAreaElement, { data, isComposing }: InputEvent): void {
    const start = place?.start ?? end - 1
    const isOpened = hasFinder && data === '/' && !isComposing && !value.slice(0, start).slice(-1).trim()
    // The finder may load while the user types on.
    if (place || isOpened) setPlace(isSearch(value.slice(start, end)) ? { start, end } : undefined)
  }

  return {
    canSend,
    charactersLeft: left > NEAR_LIMIT ? null : left,
    files: draft.files.map((file, index) => ({ key: `${index} ${file.name} ${file.lastModified}`, file })),
    refused,
    isDropping,
    send,
    addFiles,
    removeFile(index) {
      onDraftChange({ files: draft.files.filter((_, at) => at !== index) })
      setRefused([])
      focus()
    },
    placeholders: findPlaceholders(draft.text),
    finder: {
      isOpen: place !== undefined,
      typed: place ? draft.text.slice(place.start + 1, place.end) : null,
      open: () => setPlace(null),
      insert,
      keep: (query) => (place ? insert(`/${query}`) : setPlace(undefined)),
    },
    focus,
    formProps: {
      onSubmit(event) {
        event.preventDefault()
        send()
      },
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      },
      onDrop(event) {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(false)
        addFiles([...event.dataTransfer.files])
      },
    },
    fieldProps: {
      ref: fieldRef,
      value: draft.text,
      onChange(event) {
        onDraftChange({ text: event.target.value })
        openFinder(event.target, event.nativeEvent as InputEvent)
      },
      onPaste(event) {
        const files = [...event.clipboardData.files]
        if (files.length === 0 || hasOwnText(event.clipboardData, files)) return
        event.preventDefault()
        addFiles(files)
      },
      onKeyDown(event) {
        // Ignore the Enter that ends IME composition.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
        const isModified = event.ctrlKey || event.metaKey
        if (!isModified && (!sendOnEnter || event.shiftKey || event.altKey)) return
        event.preventDefault()
        if (!event.repeat) send()
      },
    },
  }
}

/** Whether pasted text wins over files: spreadsheets and documents add an image of the text. macOS adds the names of files as text. */
function hasOwnText(data: DataTransfer, files: readonly File[]): boolean {
  const lines = data.getData('text/plain').normalize().split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean)
  const names = files.map(({ name }) => name.normalize().trim())
  return lines.length > 0 && (data.types.includes('text/html') || lines.some((line) => !names.includes(line)))
}

/** For browsers without `field-sizing: content`. */
function useGrowingField(ref: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  React.useLayoutEffect(() => {
    const field = ref.current
    if (!field || CSS.supports('field-sizing', 'content')) return
    field.style.blockSize = 'auto'
    field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
  }, [ref, text])
}
