'use client'

import * as React from 'react'
import { patchAccount, type SaveSettings, type SettingValues, useAutosave, useProfileUpdates } from 'intercom-v0-kit/account'
import { type StringTable, notificationPreferencesStrings, useStrings } from 'intercom-v0-kit/strings'
import { SettingsField } from '@/components/intercom/settings-field'
import { cn } from '@/lib/utils'

/** A notification that users can turn on and off. */
export interface NotificationPreference {
  /** Name in `PATCH /api/account`, and in the event. */
  name: string
  label: string
  /** What is sent, and how often. */
  description?: string | undefined
  /** Whether Intercom sends it as an email: off means `unsubscribed_from_emails` there. */
  isIntercomEmail?: boolean | undefined
}

/** Props of {@link NotificationPreferences}. */
interface NotificationPreferencesProps extends React.ComponentProps<'fieldset'> {
  /** The preferences, in order. */
  preferences: readonly NotificationPreference[]
  /** Saved choices. */
  values: Record<string, boolean>
  /** Saves one preference. Default: `PATCH /api/account`. */
  onSave?: SaveSettings
  /** Event that tells Intercom which preferences were changed; `null` for none. @default 'profile_updated' */
  event?: string | null
  /** Whether no preference can be changed. */
  isDisabled?: boolean
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/**
 * Switches that save themselves. A switch that couldn't be saved keeps its position, and says so. Intercom's own emails
 * follow their switch in Intercom, too.
 */
function NotificationPreferences({
  preferences, values, onSave = patchAccount, event = 'profile_updated', isDisabled, strings, className, ...props
}: NotificationPreferencesProps) {
  const t = useStrings('notificationPreferences', notificationPreferencesStrings, strings)
  const [wanted, setWanted] = React.useState<SettingValues>({})
  const updateProfile = useProfileUpdates({
    event,
    fields: preferences.map(({ name, isIntercomEmail }) => ({ name, attribute: isIntercomEmail ? 'unsubscribedFromEmails' : null })),
  })
  const { saves, isUnsaved, saveField, getSavedValue, retry } = useAutosave({
    values,
    save: onSave,
    onSaved: (name, isOn) => updateProfile(name, isOn !== true),
  })

  return (
    <fieldset
      data-slot="notification-preferences"
      data-state={isUnsaved ? 'unsaved' : 'saved'}
      className={cn('flex max-w-xl min-w-0 flex-col divide-y', className)}
      {...props}
    >
      <legend className="sr-only">{t('title')}</legend>
      {preferences.map((preference) => {
        const { name } = preference
        const isPending = saves[name] !== undefined && saves[name].status !== 'saved'
        return (
          <SettingsField
            key={name}
            field={{ ...preference, kind: 'switch' }}
            value={(isPending ? wanted[name] : getSavedValue(name)) ?? false}
            save={saves[name]}
            isDisabled={isDisabled}
            strings={strings}
            onValueChange={(value) => setWanted((before) => ({ ...before, [name]: value }))}
            onCommit={(value) => saveField(name, value)}
            onRetry={() => retry(name)}
            className="py-4 first-of-type:pt-0"
          />
        )
      })}
    </fieldset>
  )
}

export { NotificationPreferences, type NotificationPreferencesProps }
