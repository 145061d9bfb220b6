'use client'

import * as React from 'react'
import { accountSettingsMessages, type MessageTable, useLocale, useMessages } from 'intercom-v0-kit/strings'
import { Tabs, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { useHashValue, useMediaQuery } from 'intercom-v0-kit/account'
import { cn } from '@/lib/utils'

/** A part of the settings, with a tab of its own. */
export interface AccountSettingsSection {
  /** Its name in the address: `#subscription`. */
  id: string
  /** What it is called. */
  label: string
  /** A line on what is in it. */
  description?: string
  /** A Lucide icon, or any other. */
  icon?: React.ComponentType<{ className?: string }>
  /** What is in it: a `SettingsEventForm`, a `SubscriptionPanel`, anything of yours. */
  content: React.ReactNode
}

/** Props of {@link AccountSettings}. */
interface AccountSettingsProps extends React.ComponentProps<'div'> {
  /** The sections, in their order. */
  sections: readonly AccountSettingsSection[]
  /** The section that is shown, where the app's router says it. Default: what stands after `#` in the address. */
  value?: string
  /** Somebody chose another section. */
  onValueChange?: (value: string) => void
  /** What the page is called. Default "Settings". */
  heading?: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Where a column of tabs has room beside what they show. */
const WIDE = '(min-width: 48rem)'

/**
 * The settings of an account, a tab a section: tabs in a column beside it, on a phone in a row above it. A link with `#`
 * and a section's name leads to it. Sections that are not shown stay as they are, with what was typed in them.
 */
function AccountSettings({ sections, value, onValueChange, heading, messages, className, ...props }: AccountSettingsProps) {
  const t = useMessages('accountSettings', accountSettingsMessages, messages)
  const { locale } = useLocale()
  const [inAddress, choose] = useHashValue(sections.map(({ id }) => id))
  const isWide = useMediaQuery(WIDE)
  const list = React.useRef<HTMLDivElement>(null)
  const current = value ?? inAddress
  const direction = useDirection(locale)
  const ownId = React.useId()

  React.useEffect(() => {
    // In a row that is too long for the screen, the tab that is shown may be beyond its end.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current, isWide])

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
        className="gap-6 md:flex-row md:gap-8"
      >
        <TabsList ref={list} aria-label={t('sections')} className="md:w-52 md:shrink-0">
          {sections.map(({ id, label, icon: Icon }) => (
            <TabsTrigger key={id} value={id} id={`${ownId}-tab-${id}`} aria-controls={`${ownId}-panel-${id}`}>
              {Icon ? <Icon aria-hidden="true" /> : null}
              {label}
            </TabsTrigger>
          ))}
        </TabsList>
        {sections.map(({ id, label, description, content }) => (
          // Not shadcn's own: in a panel that is not shown, what was typed stays, and each of its kinds is told so in another way.
          <div
            key={id}
            role="tabpanel"
            id={`${ownId}-panel-${id}`}
            aria-labelledby={`${ownId}-tab-${id}`}
            hidden={id !== current}
            tabIndex={0}
            className="min-w-0 flex-1 rounded-md outline-offset-4 focus-visible:outline-2 focus-visible:outline-ring"
          >
            {/* As wide as the kit's forms below it. */}
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

/** The direction in which the page runs, for what has to be told: arrow keys follow it. */
function useDirection(locale: string): 'ltr' | 'rtl' {
  return React.useSyncExternalStore(
    React.useCallback((listener) => {
      const observer = new MutationObserver(listener)
      observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] })
      return () => observer.disconnect()
    }, []),
    () => (getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr'),
    () => (/^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr'),
  )
}

export { AccountSettings, type AccountSettingsProps }
