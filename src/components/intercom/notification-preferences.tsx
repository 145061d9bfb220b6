'use client'

import * as React from 'react'
import { type MessageTable, notificationPreferencesMessages, useMessages } from 'intercom-v0-kit/strings'
import { SettingsField } from '@/components/intercom/settings-field'
import {
  patchAccount, type SaveSettings, type SettingValues, useAutosave, useProfileUpdates, useUnsavedWarning,
} from 'intercom-v0-kit/account'
import { cn } from '@/lib/utils'

/** Something that people can be told about, or not. */
export interface NotificationPreference {
  /** Its name in `PATCH /api/account`, and in the event. */
  name: string
  /** What it is called. */
  label: string
  /** What is sent, and how often. */
  description?: string
  /** It is email that Intercom sends: off means `unsubscribed_from_emails` there. */
  isIntercomEmail?: boolean
}

/** Props of {@link NotificationPreferences}. */
interface NotificationPreferencesProps extends React.ComponentProps<'fieldset'> {
  /** What people can choose, in its order. */
  preferences: readonly NotificationPreference[]
  /** What they have chosen, as the server has it. */
  values: Record<string, boolean>
  /** Saves one preference. Default: `PATCH /api/account`. */
  onSave?: SaveSettings
  /** The event that tells Intercom which were changed; null for none. Default `profile_updated`. */
  event?: string | null
  /** Nobody can change anything. */
  isDisabled?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Switches that save themselves. One that could not be saved stays as it was set, and says that it is not saved. Email
 * that Intercom sends follows its switch there, too.
 */
function NotificationPreferences({
  preferences,
  values,
  onSave = patchAccount,
  event = 'profile_updated',
  isDisabled,
  messages,
  className,
  ...props
}: NotificationPreferencesProps) {
  const t = useMessages('notificationPreferences', notificationPreferencesMessages, messages)
  const [wanted, setWanted] = React.useState<SettingValues>({})
  const tell = useProfileUpdates({ event, order: preferences.map(({ name }) => name) })
  const { saves, isUnsaved, saveField, savedValue, retry } = useAutosave({
    values,
    save: onSave,
    onSaved(name, value) {
      const isEmail = preferences.some((each) => each.name === name && each.isIntercomEmail)
      tell(name, isEmail ? 'unsubscribedFromEmails' : undefined, value !== true)
    },
  })
  useUnsavedWarning(isUnsaved)

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
        const isOwn = saves[name] !== undefined && saves[name].status !== 'saved'
        return (
          <SettingsField
            key={name}
            field={{ ...preference, kind: 'switch' }}
            value={(isOwn ? wanted[name] : savedValue(name)) ?? false}
            save={saves[name]}
            isDisabled={isDisabled}
            messages={messages}
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
