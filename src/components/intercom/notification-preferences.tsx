'use client'

import * as React from 'react'
import { patchAccount, type SaveSettings, type SettingValues, useAutosave, useProfileUpdates } from 'intercom-v0-kit/account'
import { type StringsProps, notificationPreferencesStrings, useStrings } from 'intercom-v0-kit/strings'
import { SettingsField } from '@/components/intercom/settings-field'
import { cn } from '@/lib/utils'

/** Notification that the user can turn on or off. */
export interface NotificationPreference {
  /** Field of the account in `PATCH /api/account` and in the event. */
  name: string
  label: string
  /** Explains the content and how often it is sent. */
  description?: string | undefined
  /** Whether Intercom sends the emails. Turning it off sets `unsubscribed_from_emails` of the contact. */
  isIntercomEmail?: boolean | undefined
}

/** Props of {@link NotificationPreferences}. */
interface NotificationPreferencesProps extends React.ComponentProps<'fieldset'>, StringsProps {
  /** Preferences in display order. */
  preferences: readonly NotificationPreference[]
  /** Saved values by name. */
  values: Record<string, boolean>
  /** Called to save one preference. Default: `PATCH /api/account`. */
  onSave?: SaveSettings
  /** Name of the event that lists changed preferences in Intercom; `null` for none. @default 'profile_updated' */
  event?: string | null
  /** Whether all switches are disabled. @default false */
  isDisabled?: boolean
}

/** Renders a switch for each notification, which saves itself. If saving fails, the switch keeps its position and shows the error. */
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
