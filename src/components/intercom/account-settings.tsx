'use client'

import * as React from 'react'
import { useDirection, useHashValue, useMediaQuery } from 'intercom-v0-kit/account'
import { accountSettingsStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { Tabs, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { cn } from '@/lib/utils'

/** Section of the settings with its own tab. */
export interface AccountSettingsSection {
  /** Hash of its URL, such as `subscription`. */
  id: string
  label: string
  /** Text below the heading. */
  description?: string | undefined
  /** Icon of the tab, such as one of Lucide. */
  icon?: React.ComponentType<{ className?: string }> | undefined
  /** Such as a `SettingsEventForm` or a `SubscriptionPanel`. */
  content: React.ReactNode
}

/** Props of {@link AccountSettings}. */
interface AccountSettingsProps extends React.ComponentProps<'div'>, StringsProps {
  /** Sections in display order. */
  sections: readonly AccountSettingsSection[]
  /** Id of the selected section. Default: the hash of the URL. */
  value?: string | undefined
  /** Called when the user selects another section. */
  onValueChange?: ((value: string) => void) | undefined
  /** Heading of the page. Default: "Settings". */
  heading?: string | undefined
}

/** Renders account settings in tabs. The URL's hash selects a section, and hidden sections keep unsaved input. */
function AccountSettings({ sections, value, onValueChange, heading, strings, className, ...props }: AccountSettingsProps) {
  const t = useStrings('accountSettings', accountSettingsStrings, strings)
  const [inAddress, choose] = useHashValue(sections.map(({ id }) => id))
  const isWide = useMediaQuery('(min-width: 64rem)')
  const direction = useDirection()
  const ownId = React.useId()
  const current = value ?? inAddress

  React.useEffect(() => {
    // In a narrow window the selected tab may be scrolled out of view.
    if (!isWide) document.getElementById(`${ownId}-tab-${current}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [ownId, current, isWide])

  return (
    <div
      data-slot="account-settings"
      className={cn('mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 sm:gap-6 sm:p-6', className)}
      {...props}
    >
      <h1 className="text-xl font-semibold">{heading ?? t('title')}</h1>
      <Tabs
        dir={direction}
        orientation={isWide ? 'vertical' : 'horizontal'}
        value={current}
        onValueChange={(next) => {
          if (value === undefined) choose(next)
          onValueChange?.(next)
        }}
        className="gap-6 lg:flex-row lg:gap-8"
      >
        <TabsList aria-label={t('sections')} className="lg:w-52 lg:shrink-0">
          {sections.map(({ id, label, icon: Icon }) => (
            <TabsTrigger key={id} value={id} id={`${ownId}-tab-${id}`} aria-controls={`${ownId}-panel-${id}`}>
              {Icon ? <Icon aria-hidden="true" /> : null}
              {label}
            </TabsTrigger>
          ))}
        </TabsList>
        {sections.map(({ id, label, description, content }) => (
          // Not `TabsContent`: Radix and Base UI have different props to keep a hidden panel mounted.
          <div
            key={id}
            role="tabpanel"
            id={`${ownId}-panel-${id}`}
            aria-labelledby={`${ownId}-tab-${id}`}
            hidden={id !== current}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the ARIA pattern for tabs makes panels focusable.
            tabIndex={0}
            className="min-w-0 flex-1 rounded-md outline-offset-4 focus-visible:outline-2 focus-visible:outline-ring"
          >
            <div className="mb-5 flex max-w-xl flex-col gap-1 border-b pb-4">
              <h2 className="font-semibold">{label}</h2>
              {description ? <p className="text-sm text-muted-foreground">{description}</p> : null}
            </div>
            {content}
          </div>
        ))}
      </Tabs>
    </div>
  )
}

export { AccountSettings, type AccountSettingsProps }
