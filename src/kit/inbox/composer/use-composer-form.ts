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
  /** Plain text. `{name}` and `{first_name}` become the customer's name. */
  body: string
}

/** Fills the placeholders of a saved reply. Without a name they stay, so that the user notices the gap. */
export function fillReply(body: string, name: string | null): string {
  const whole = name?.trim() ?? ''
  const values: Record<string, string> = whole ? { name: whole, first_name: whole.split(/\s+/)[0] ?? whole } : {}
  return body.replace(/\{(\w+)\}/g, (placeholder, key: string) => (Object.hasOwn(values, key) ? values[key] : null) ?? placeholder)
}

/** Options of {@link useComposerForm}. */
export interface ComposerFormOptions extends Pick<ComposerData, 'draft' | 'onDraftChange' | 'onSend' | 'customerName'> {
  /** Whether Enter sends. Ctrl or Cmd with Enter always does. */
  sendOnEnter?: boolean | undefined
  fieldRef?: React.RefObject<HTMLTextAreaElement | null> | undefined
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
  insertReply: (reply: SavedReply) => void
  focus: () => void
  formProps: Pick<React.ComponentProps<'form'>, 'onSubmit' | 'onDragOver' | 'onDragLeave' | 'onDrop'>
  fieldProps: Pick<React.ComponentProps<'textarea'>, 'ref' | 'value' | 'onChange' | 'onPaste' | 'onKeyDown'>
}

/** Edits, validates and sends a draft: files, limits, saved replies, keys. */
export function useComposerForm({
  draft,
  onDraftChange,
  onSend,
  customerName = null,
  sendOnEnter = false,
  fieldRef: givenRef,
}: ComposerFormOptions): ComposerForm {
  const ownRef = React.useRef<HTMLTextAreaElement>(null)
  const fieldRef = givenRef ?? ownRef
  const [refused, setRefused] = React.useState<ComposerForm['refused']>([])
  const [isDropping, setDropping] = React.useState(false)
  useGrowingField(fieldRef, draft.text)

  const text = normalizeMessageText(draft.text)
  const left = MAX_MESSAGE - text.length
  const canSend = left >= 0 && (text !== '' || draft.files.length > 0)
  const focus = () => fieldRef.current?.focus()

  function send({ andClose = false, ...options }: Partial<SendOptions> = {}): void {
    if (!canSend) return
    setRefused([])
    onSend({ andClose, ...options })
    focus()
  }

  function addFiles(added: readonly File[]): void {
    if (added.length === 0) return
    const { files, refused: rest } = checkFiles(draft.files, added)
    setRefused(rest.map((file, index) => ({ ...file, key: `${index} ${file.name}` })))
    if (files.length > draft.files.length) onDraftChange({ files })
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
    insertReply({ body }) {
      const { selectionStart = draft.text.length, selectionEnd = selectionStart } = fieldRef.current ?? {}
      const reply = fillReply(body, customerName)
      const end = selectionStart + reply.length
      onDraftChange({ text: draft.text.slice(0, selectionStart) + reply + draft.text.slice(selectionEnd) })
      // Wait until React has updated the field.
      requestAnimationFrame(() => fieldRef.current?.setSelectionRange(end, end))
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
      onChange: (event) => onDraftChange({ text: event.target.value }),
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
