'use client'

import { LoaderCircle, Pencil } from 'lucide-react'
import * as React from 'react'
import { type DetailAttribute, parseAttribute } from 'intercom-v0-kit/inbox'
import { conversationDetailsStrings, isolateDirection, useStrings } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'

interface DetailValueProps {
  attribute: DetailAttribute
  isSaving: boolean
  /** Called when the user saves another value; `null` clears it. Without it, the value is read-only. */
  onChange: ((value: DetailAttribute['value']) => void) | undefined
  /** Explains why the value wasn't saved. */
  failure?: React.ReactNode
}

/** Value of a detail. A click opens an editor in its place. */
function DetailValue({ attribute, isSaving, onChange, failure }: DetailValueProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  const { text, label, isTruncated } = attribute
  const [isEditing, setEditing] = React.useState(false)
  const shouldFocus = React.useRef(false)
  if (!onChange) {
    return (
      <>
        <PlainText text={text} max={200} />
        {isTruncated ? <span className="block text-xs text-muted-foreground">{t('partial')}</span> : null}
      </>
    )
  }
  if (isEditing) {
    return (
      <DetailEditor
        attribute={attribute}
        onClose={(value) => {
          shouldFocus.current = true
          setEditing(false)
          if (value !== undefined && value !== attribute.value) onChange(value)
        }}
      />
    )
  }
  const Icon = isSaving ? LoaderCircle : Pencil
  return (
    <>
      <button
        ref={(button) => {
          if (shouldFocus.current) button?.focus()
          shouldFocus.current = false
        }}
        type="button"
        data-slot="attribute-value"
        data-state={isSaving ? 'saving' : failure ? 'failed' : 'idle'}
        onClick={() => setEditing(true)}
        className="group/value -mx-1.5 -my-0.5 flex w-[calc(100%+0.75rem)] cursor-default items-start gap-2 rounded-md px-1.5 py-0.5 text-start hover:bg-accent focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:min-h-11 pointer-coarse:items-center"
      >
        {/* The value aligns with the page, also if its own direction differs. */}
        <span className="min-w-0 flex-1">
          <PlainText text={text} max={400} />
        </span>
        <span className="sr-only">{isSaving ? t('saving') : t('edit', { name: isolateDirection(label) })}</span>
        <Icon
          aria-hidden="true"
          className="mt-1 size-3 shrink-0 text-muted-foreground opacity-0 group-hover/value:opacity-100 group-focus-visible/value:opacity-100 group-data-[state=saving]/value:opacity-100 group-data-[state=saving]/value:motion-safe:animate-spin pointer-coarse:mt-0 pointer-coarse:opacity-100"
        />
      </button>
      {failure}
    </>
  )
}

interface DetailEditorProps {
  attribute: DetailAttribute
  /** Called with the value to save; `undefined` if the user cancels. */
  onClose: (value: DetailAttribute['value'] | undefined) => void
}

function focusField(field: HTMLInputElement | HTMLSelectElement | null): void {
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

function DetailEditor({ attribute: { label, value, type, options }, onClose }: DetailEditorProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  const [entered, setEntered] = React.useState(String(value ?? ''))
  const [problem, setProblem] = React.useState<'needsNumber' | 'needsInteger' | null>(null)
  const problemId = React.useId()
  // A value that is no option any more stays selectable.
  const labels = type === 'boolean' ? [['true', t('yes')], ['false', t('no')]] : [...new Set([...options, String(value ?? '')])].filter(Boolean).map((option) => [option, option])
  const formRef = React.useRef<HTMLFormElement>(null)
  React.useEffect(() => {
    // On the way down, because a sheet around the editor would close, and the inbox would leave the conversation.
    const cancelOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !formRef.current?.contains(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      onClose(undefined)
    }
    window.addEventListener('keydown', cancelOnEscape, true)
    return () => window.removeEventListener('keydown', cancelOnEscape, true)
  })
  const field = {
    'aria-label': t('edit', { name: isolateDirection(label) }),
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? problemId : undefined,
    value: entered,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) => setEntered(event.target.value),
  }
  return (
    <form
      ref={formRef}
      data-slot="attribute-editor"
      className="flex flex-col gap-1.5 pb-1"
      onSubmit={(event) => {
        event.preventDefault()
        const parsed = parseAttribute(entered, type)
        if ('problem' in parsed) setProblem(parsed.problem)
        else onClose(parsed.value)
      }}
    >
      {type === 'list' || type === 'boolean' ? (
        <NativeSelect ref={focusField} {...field} className="h-8 ps-2 pe-8">
          <NativeSelectOption value="">{t('notSet')}</NativeSelectOption>
          {labels.map(([option, text]) => (
            <NativeSelectOption key={option} value={option}>
              {text}
            </NativeSelectOption>
          ))}
        </NativeSelect>
      ) : (
        <Input
          ref={focusField}
          {...field}
          dir="auto"
          maxLength={2000}
          inputMode={type === 'string' ? 'text' : type === 'integer' ? 'numeric' : 'decimal'}
          className="h-8 px-2"
        />
      )}
      {problem ? (
        <p id={problemId} role="alert" className="text-xs text-destructive">
          {t(problem)}
        </p>
      ) : null}
      <span className="flex gap-1.5">
        <Button type="submit" size="sm" className="h-7 px-2.5 text-xs pointer-coarse:h-11">
          {t('save')}
        </Button>
        <Button type="button" variant="ghost" size="sm" className="h-7 px-2.5 text-xs pointer-coarse:h-11" onClick={() => onClose(undefined)}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  )
}

export { DetailEditor, DetailValue }
