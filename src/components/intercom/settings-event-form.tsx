'use client'

import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import * as React from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { SettingsField, type SettingsFieldDescription } from '@/components/intercom/settings-field'
import {
  patchAccount, type SaveSettings, type SettingValue, type SettingValues, useAutosave, useProfileUpdates,
  type UserAttribute, useUnsavedWarning,
} from 'intercom-v0-kit/account'
import type { MessageTable } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const knownAttributes: Partial<Record<string, UserAttribute>> = { name: 'name', email: 'email', phone: 'phone' }

/** Props of {@link SettingsEventForm}. */
interface SettingsEventFormProps extends React.ComponentProps<'form'> {
  /** What the fields must be: a zod object of yours. What it says of a field is shown there. */
  schema: z.ZodType<unknown, Record<string, unknown>>
  /** The fields, in their order. */
  fields: readonly SettingsFieldDescription[]
  /** What the fields hold, as the server has it. */
  values: SettingValues
  /**
   * Saves one field; gives what the server made of it, or nothing. Throw a `RequestError` with `fields` to have a sentence
   * shown at the field. Default: `PATCH /api/account`.
   */
  onSave?: SaveSettings
  /** Told when there begins to be, and ceases to be, something unsaved: for an app that asks before it changes pages. */
  onUnsavedChange?: (isUnsaved: boolean) => void
  /** The event that tells Intercom which fields were changed; null for none. Default `profile_updated`. */
  event?: string | null
  /** Nobody can change anything. */
  isDisabled?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Settings that save themselves, each field when it is left. A field that could not be saved keeps what was typed, and
 * says so. What was saved is told to Intercom: the Messenger knows the new name and address at once, and one event names
 * all fields of a burst of changes.
 */
function SettingsEventForm({
  schema,
  fields,
  values,
  onSave = patchAccount,
  onUnsavedChange,
  event = 'profile_updated',
  isDisabled,
  messages,
  className,
  onSubmit,
  ...props
}: SettingsEventFormProps) {
  // A control without a value holds an empty text.
  const start: SettingValues = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']))
  const form = useForm<SettingValues>({ resolver: standardSchemaResolver(schema) as never, defaultValues: start })
  const now = useWatch({ control: form.control }) as SettingValues
  const { errors } = form.formState
  const tell = useProfileUpdates({ event, order: fields.map(({ name }) => name) })

  const { saves, isUnsaved, saveField, retry, savedValue, clear } = useAutosave({
    values: start,
    save: onSave,
    onSaved(name, value, sent) {
      if (value !== sent && form.getValues(name) === sent) form.setValue(name, value)
      const field = fields.find((each) => each.name === name)
      const attribute = field?.attribute === undefined ? knownAttributes[name] : field.attribute
      tell(name, attribute ?? undefined, value)
    },
  })

  const isTyped = fields.some(({ name }) => now[name] !== savedValue(name))
  const isLost = isTyped || isUnsaved
  useUnsavedWarning(isLost)
  const report = React.useRef(onUnsavedChange)
  React.useEffect(() => {
    report.current = onUnsavedChange
  })
  React.useEffect(() => report.current?.(isLost), [isLost])

  // What the app has learnt since is shown where nobody has changed anything.
  const before = React.useRef(start)
  React.useEffect(() => {
    for (const [name, value] of Object.entries(start)) {
      const wasOwn = form.getValues(name) !== before.current[name] && saves[name]?.status !== 'saved'
      if (before.current[name] !== value && !wasOwn) form.setValue(name, value)
    }
    before.current = start
  })

  async function commit(name: string, value: SettingValue): Promise<void> {
    if (value === savedValue(name) && !saves[name]) return form.clearErrors(name)
    if (await form.trigger(name)) saveField(name, value)
  }

  return (
    <form
      noValidate
      data-slot="settings-event-form"
      data-state={isLost ? 'unsaved' : 'saved'}
      className={cn('flex max-w-xl flex-col gap-5', className)}
      {...props}
      onSubmit={(submit) => {
        submit.preventDefault()
        onSubmit?.(submit)
        // Enter in a field saves it, and stays there.
        const name = document.activeElement?.getAttribute('name')
        if (name && name in now) void commit(name, now[name] ?? '')
      }}
    >
      {fields.map((field) => {
        const { name } = field
        return (
          <SettingsField
            key={name}
            field={field}
            value={now[name] ?? ''}
            problem={errors[name]?.message}
            save={saves[name]}
            isDisabled={isDisabled}
            messages={messages}
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
      {/* Without it Enter does nothing in a form of several fields. */}
      <input type="submit" hidden />
    </form>
  )
}

export { SettingsEventForm, type SettingsEventFormProps }
