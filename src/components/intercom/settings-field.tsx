'use client'

import { Check, CircleAlert, CloudOff, LoaderCircle } from 'lucide-react'
import * as React from 'react'
import { type FieldSave, getSaveFailure, type SaveFailure, type SettingValue, type UserAttribute } from 'intercom-v0-kit/account'
import { fieldStatusStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

/** Describes a field of a settings form. */
export interface SettingsFieldDescription {
  /** Name in the schema, in `PATCH /api/account` and in the event. */
  name: string
  label: string
  /** Hint at the control. */
  description?: string | undefined
  /** Type of the control. @default 'text' */
  kind?: 'text' | 'email' | 'select' | 'switch' | 'textarea' | undefined
  /** Options of a `select`. */
  options?: readonly { value: string; label: string }[] | undefined
  autoComplete?: string | undefined
  /** Attribute of the Messenger's user to update; `null` for none. Default: `name` if it is `name`, `email` or `phone`. */
  attribute?: UserAttribute | null | undefined
}

/** Props of {@link SettingsField}. */
interface SettingsFieldProps extends React.ComponentProps<'div'>, StringsProps {
  /** Description of the field. */
  field: SettingsFieldDescription
  /** Current value. */
  value: SettingValue
  /** Error message of client-side validation. */
  problem?: string | undefined
  /** Save status of the field. */
  save?: FieldSave | undefined
  /** Whether the field is disabled. */
  isDisabled?: boolean | undefined
  /** Called when the value changes. */
  onValueChange?: ((value: SettingValue) => void) | undefined
  /** Called with the value to save: on blur, or when the user selects an option. */
  onCommit?: ((value: SettingValue) => void) | undefined
  /** Called when the user retries a failed save. Without it, there is no retry button. */
  onRetry?: (() => void) | undefined
}

/** Renders a label, a control and its save status from props. */
function SettingsField({
  field, value, problem, save, isDisabled, onValueChange, onCommit, onRetry, strings, className, ...props
}: SettingsFieldProps) {
  const id = React.useId()
  const control = React.useRef<HTMLElement | null>(null)
  const { name, label, description, kind = 'text', options = [], autoComplete } = field
  const t = useStrings('fieldStatus', fieldStatusStrings, strings)
  const failure = save?.error && save.status === 'failed' ? getSaveFailure(save.error, field.name, t) : undefined
  const hasError = problem !== undefined || save?.status === 'failed'
  const isWaiting = problem === undefined && failure?.isWaiting
  const describedBy = [description && `${id}-description`, hasError && `${id}-error`].filter(Boolean).join(' ')
  const text = typeof value === 'string' ? value : String(value ?? '')

  const common = {
    id,
    name,
    disabled: isDisabled,
    'aria-invalid': hasError && !isWaiting,
    'aria-busy': save?.status === 'saving',
    'aria-describedby': describedBy || undefined,
    ref: (element: HTMLElement | null) => {
      control.current = element
    },
  }
  const typed = {
    ...common,
    value: text,
    autoComplete,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onValueChange?.(event.target.value),
    onBlur: () => onCommit?.(text),
  }
  const selectOption = (next: SettingValue) => {
    onValueChange?.(next)
    onCommit?.(next)
  }
  const retry = () => {
    // The button is removed, so move its focus to the control.
    control.current?.focus()
    onRetry?.()
  }

  const labelElement = <Label id={`${id}-label`} htmlFor={id}>{label}</Label>
  const status = <FieldStatus {...{ save, label, strings }} />
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
            <div className="flex items-start justify-between gap-3">
              {labelElement}
              {status}
            </div>
            {hint}
          </div>
          {/* Clips Radix's hidden checkbox, which would widen a right-to-left page. */}
          <span className="relative flex overflow-clip [overflow-clip-margin:6px]">
            <Switch {...common} aria-labelledby={`${id}-label`} checked={value === true} onCheckedChange={selectOption} />
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
            <NativeSelect {...common} value={text} onChange={(event) => selectOption(event.target.value)}>
              {options.map((option) => (
                <NativeSelectOption key={option.value} value={option.value}>
                  {option.label}
                </NativeSelectOption>
              ))}
            </NativeSelect>
          ) : (
            // Email addresses are left to right in every language, but align with the other fields.
            <Input {...typed} type={kind} dir={kind === 'email' ? 'ltr' : 'auto'} className={cn(kind === 'email' && 'rtl:text-end')} />
          )}
          {hint}
        </>
      )}
      <FieldError {...{ label, problem, failure, strings }} id={`${id}-error`} onRetry={onRetry && retry} />
    </div>
  )
}

/** Saving state beside the label of a field. */
function FieldStatus({ save, label, strings }: Pick<SettingsFieldProps, 'save' | 'strings'> & { label: string }) {
  const t = useStrings('fieldStatus', fieldStatusStrings, strings)
  const status = save?.status
  return (
    <span
      data-slot="field-status"
      data-state={status ?? 'idle'}
      className="flex h-5 shrink-0 items-center gap-1 text-xs text-muted-foreground data-[state=failed]:absolute data-[state=idle]:absolute"
    >
      <span aria-hidden="true" className="contents">
        {status === 'saving' ? <LoaderCircle className="size-3.5 motion-safe:animate-spin" /> : null}
        {status === 'saved' ? <Check className="size-3.5 text-status-success" /> : null}
        {status === 'saving' || status === 'saved' ? t(status) : null}
      </span>
      {/* A live region has to exist before its text, or screen readers often skip it. */}
      <span role="status" className="sr-only">
        {status === 'saved' ? t('savedField', { label }) : null}
      </span>
    </span>
  )
}

/** Problem of a field, or the reason why it was not saved, with a retry unless the field retries by itself. */
function FieldError({
  id, label, problem, failure, onRetry, strings,
}: Pick<SettingsFieldProps, 'problem' | 'onRetry' | 'strings'> & Record<'id' | 'label', string> & { failure: SaveFailure | undefined }) {
  const t = useStrings('fieldStatus', fieldStatusStrings, strings)
  const text = problem ?? failure?.text
  const isWaiting = !problem && failure?.isWaiting
  const Icon = isWaiting ? CloudOff : CircleAlert
  return text ? (
    <div
      data-slot="field-error"
      data-state={isWaiting ? 'waiting' : 'failed'}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 text-sm text-destructive data-[state=waiting]:text-status-waiting"
    >
      <p role="alert" id={id} className="flex min-w-0 flex-1 basis-56 items-start gap-1.5">
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">{text}</span>
      </p>
      {!problem && onRetry && failure?.canRetry && !isWaiting ? (
        <Button type="button" variant="outline" size="sm" onClick={onRetry} aria-label={t('retryField', { label })} className="text-foreground">
          {t('retry')}
        </Button>
      ) : null}
    </div>
  ) : null
}

export { FieldError, FieldStatus, SettingsField, type SettingsFieldProps }
