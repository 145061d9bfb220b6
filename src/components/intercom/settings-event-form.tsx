'use client'

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import type * as React from 'react'
import { useForm, useWatch } from 'react-hook-form'
import {
  patchAccount, type SaveSettings, type SettingsSchema, type SettingValue, type SettingValues, useAutosave, useProfileUpdates,
} from 'intercom-v0-kit/account'
import type { StringTable } from 'intercom-v0-kit/strings'
import { SettingsField, type SettingsFieldDescription } from '@/components/intercom/settings-field'
import { cn } from '@/lib/utils'

/** Props of {@link SettingsEventForm}. */
interface SettingsEventFormProps extends React.ComponentProps<'form'> {
  /** Object schema of Zod, or any other Standard Schema. Its messages are shown at the fields. */
  schema: SettingsSchema
  /** The fields, in order. */
  fields: readonly SettingsFieldDescription[]
  /** Saved values of the fields. */
  values: SettingValues
  /**
   * Saves one field. Returns the server's value, or nothing. Throw a `RequestError` with `fields` to show a sentence at the
   * field. Default: `PATCH /api/account`.
   */
  onSave?: SaveSettings
  /** Called when changes become unsaved, and when all of them are saved: ask before your router leaves the page. */
  onUnsavedChange?: ((isUnsaved: boolean) => void) | undefined
  /** Event that tells Intercom which fields were changed; `null` for none. @default 'profile_updated' */
  event?: string | null
  /** Whether no field can be changed. */
  isDisabled?: boolean | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/**
 * Settings that save themselves, each field on blur. A field that couldn't be saved keeps its value, and says so. Saved
 * changes go to Intercom: the Messenger gets the new name and email at once, and one event names all changed fields.
 */
function SettingsEventForm({
  schema, fields, values, onSave = patchAccount, onUnsavedChange, event = 'profile_updated', isDisabled, strings,
  className, onSubmit, ...props
}: SettingsEventFormProps) {
  // A control without a value holds an empty string.
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
        // Enter in a field saves that field.
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
      {/* Without it Enter does nothing in a form with several fields. */}
      <input type="submit" hidden />
    </form>
  )
}

export { SettingsEventForm, type SettingsEventFormProps }
