'use client'

import * as React from 'react'
import { FieldError, FieldStatus } from '@/components/intercom/field-status'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { FieldSave, SettingValue, UserAttribute } from 'intercom-v0-kit/account'
import type { MessageTable } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

/** What a field of a settings form is. */
export interface SettingsFieldDescription {
  /** Its name in the schema, in `PATCH /api/account`, and in the event. */
  name: string
  /** What it is called. */
  label: string
  /** A line that helps to fill it in. */
  description?: string
  /** Which control it is. Default `text`. */
  kind?: 'text' | 'email' | 'select' | 'switch' | 'textarea'
  /** The choices of a `select`. */
  options?: readonly { value: string; label: string }[]
  /** What the browser may fill in, as HTML's `autocomplete` names it. */
  autoComplete?: string
  /** The attribute of the person that it is for the Messenger. By itself for `name`, `email` and `phone`; null for none. */
  attribute?: UserAttribute | null
}

/** Props of {@link SettingsField}. */
interface SettingsFieldProps extends React.ComponentProps<'div'> {
  /** What the field is. */
  field: SettingsFieldDescription
  /** What it holds now. */
  value: SettingValue
  /** What is wrong with that, before it is sent. */
  problem?: string
  /** How its saving stands. */
  save?: FieldSave
  /** Nobody can change it. */
  isDisabled?: boolean
  /** It holds something else now. */
  onValueChange?: (value: SettingValue) => void
  /** Whoever was changing it is done. */
  onCommit?: (value: SettingValue) => void
  /** Saves again what was not saved. */
  onRetry?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** A field of a settings form, from data alone: its name, its control, and how its saving stands. */
function SettingsField({
  field,
  value,
  problem,
  save,
  isDisabled,
  onValueChange,
  onCommit,
  onRetry,
  messages,
  className,
  ...props
}: SettingsFieldProps) {
  const id = React.useId()
  const control = React.useRef<HTMLElement | null>(null)
  const { name, label, description, kind = 'text', options = [], autoComplete } = field
  const hasError = problem !== undefined || save?.status === 'failed'
  const describedBy = [description && `${id}-description`, hasError && `${id}-error`].filter(Boolean).join(' ')
  const text = typeof value === 'string' ? value : String(value ?? '')

  const common = {
    id,
    name,
    disabled: isDisabled,
    'aria-invalid': hasError,
    'aria-busy': save?.status === 'saving',
    'aria-describedby': describedBy || undefined,
    ref: (element: HTMLElement | null) => void (control.current = element),
  }
  const typed = {
    ...common,
    value: text,
    autoComplete,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onValueChange?.(event.target.value),
    onBlur: () => onCommit?.(text),
  }
  const choose = (next: SettingValue) => {
    onValueChange?.(next)
    onCommit?.(next)
  }

  const labelElement = <Label id={`${id}-label`} htmlFor={id}>{label}</Label>
  const status = <FieldStatus save={save} label={label} messages={messages} />
  const hint = description ? (
    <p id={`${id}-description`} className="text-xs text-muted-foreground">
      {description}
    </p>
  ) : null

  return (
    <div
      data-slot="settings-field"
      data-kind={kind}
      data-state={problem === undefined ? (save?.status ?? 'idle') : 'invalid'}
      className={cn('flex flex-col gap-1.5', className)}
      {...props}
    >
      {kind === 'switch' ? (
        <div className="flex items-start justify-between gap-4">
          <div className="flex min-w-0 flex-1 flex-col gap-0.5">
            {/* In the line of the name: the description keeps its width when there is something to say. */}
            <div className="flex items-start justify-between gap-3">
              {labelElement}
              {status}
            </div>
            {hint}
          </div>
          {/* Radix keeps a checkbox behind the switch, which in a page from right to left would make that page wider. */}
          <span className="relative flex overflow-clip [overflow-clip-margin:6px]">
            <Switch {...common} aria-labelledby={`${id}-label`} checked={value === true} onCheckedChange={choose} />
          </span>
        </div>
      ) : (
        <>
          <div className="flex items-end justify-between gap-3">
            {labelElement}
            {status}
          </div>
          {kind === 'textarea' ? (
            <Textarea {...typed} dir="auto" />
          ) : kind === 'select' ? (
            <NativeSelect {...common} value={text} onChange={(event) => choose(event.target.value)}>
              {options.map((option) => (
                <NativeSelectOption key={option.value} value={option.value}>
                  {option.label}
                </NativeSelectOption>
              ))}
            </NativeSelect>
          ) : (
            <Input
              {...typed}
              type={kind}
              // An address runs from left to right in every language, and stands where the other fields' texts begin.
              dir={kind === 'email' ? 'ltr' : 'auto'}
              className={cn(kind === 'email' && 'rtl:text-end')}
            />
          )}
          {hint}
        </>
      )}
      <FieldError
        id={`${id}-error`}
        name={name}
        label={label}
        problem={problem}
        save={save}
        messages={messages}
        onRetry={
          onRetry &&
          (() => {
            // The button goes when it is pressed: whoever is at the keyboard goes on where the value is.
            control.current?.focus()
            onRetry()
          })
        }
      />
    </div>
  )
}

export { SettingsField, type SettingsFieldProps }
