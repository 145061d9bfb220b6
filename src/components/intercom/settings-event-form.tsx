'use client'

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import type * as React from 'react'
import { useForm, useWatch } from 'react-hook-form'
import {
  patchAccount, type SaveSettings, type SettingsSchema, type SettingValue, type SettingValues, useAutosave, useProfileUpdates,
} from 'intercom-v0-kit/account'
import type { StringsProps } from 'intercom-v0-kit/strings'
import { SettingsField, type SettingsFieldDescription } from '@/components/intercom/settings-field'
import { cn } from '@/lib/utils'

/** Props of {@link SettingsEventForm}. */
interface SettingsEventFormProps extends React.ComponentProps<'form'>, StringsProps {
  /** Object schema of Zod or another Standard Schema library. Fields show its error messages. */
  schema: SettingsSchema
  /** Fields in display order. */
  fields: readonly SettingsFieldDescription[]
  /** Saved values by field name. */
  values: SettingValues
  /**
   * Called to save one field. May return the server's value. Throw a `RequestError` with `fields` to show an error at the field.
   * Default: `PATCH /api/account`.
   */
  onSave?: SaveSettings
  /** Called when the form gets unsaved changes, and when all are saved. Use it to block navigation. */
  onUnsavedChange?: ((isUnsaved: boolean) => void) | undefined
  /** Name of the event that lists changed fields in Intercom; `null` for none. @default 'profile_updated' */
  event?: string | null
  /** Whether all fields are disabled. */
  isDisabled?: boolean | undefined
}

/**
 * Renders fields that save themselves on blur. If saving fails, the field keeps its value and shows the error. Saved changes
 * update the Messenger's user and send one event to Intercom.
 */
function SettingsEventForm({
  schema, fields, values, onSave = patchAccount, onUnsavedChange, event = 'profile_updated', isDisabled, strings,
  className, onSubmit, ...props
}: SettingsEventFormProps) {
  const saved: SettingValues = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']))
  const form = useForm<SettingValues, unknown, unknown>({ resolver: standardSchemaResolver(schema), defaultValues: saved })
  const current: Record<string, SettingValue | undefined> = useWatch({ control: form.control })
  const { errors } = form.formState
  const updateProfile = useProfileUpdates({ event, fields })
  const { saves, isUnsaved, saveField, retry, getSavedValue, clear } = useAutosave({
    values: saved,
    save: onSave,
    form: { values: current, getValue: (name) => form.getValues(name), setValue: (name, value) => form.setValue(name, value) },
    onSaved: updateProfile,
    onUnsavedChange,
  })

  async function commit(name: string, value: SettingValue): Promise<void> {
    if (value === getSavedValue(name) && !saves[name]) return form.clearErrors(name)
    if (await form.trigger(name)) saveField(name, value)
  }

  return (
    <form
      noValidate
      data-slot="settings-event-form"
      data-state={isUnsaved ? 'unsaved' : 'saved'}
      className={cn('flex max-w-xl flex-col gap-5', className)}
      {...props}
      onSubmit={(submit) => {
        submit.preventDefault()
        onSubmit?.(submit)
        // Enter saves the focused field.
        const name = document.activeElement?.getAttribute('name')
        if (name && name in current) void commit(name, current[name] ?? '')
      }}
    >
      {fields.map((field) => {
        const { name } = field
        return (
          <SettingsField
            key={name}
            field={field}
            value={current[name] ?? ''}
            problem={errors[name]?.message}
            save={saves[name]}
            isDisabled={isDisabled}
            strings={strings}
            onValueChange={(value) => {
              form.setValue(name, value)
              clear(name)
              if (errors[name]) void form.trigger(name)
            }}
            onCommit={(value) => void commit(name, value)}
            onRetry={() => retry(name)}
          />
        )
      })}
      {/* Without a submit button, Enter does nothing in a form with several fields. */}
      <input type="submit" hidden />
    </form>
  )
}

export { SettingsEventForm, type SettingsEventFormProps }
