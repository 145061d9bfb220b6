'use client'

import * as React from 'react'
import { useInbox } from 'intercom-v0-kit/inbox'
import { contactNotesStrings, customerTimelineStrings, isRightToLeft, useLocale, useStrings } from 'intercom-v0-kit/strings'
import { ContactNotes } from '@/components/intercom/contact-notes'
import { CustomerTimeline } from '@/components/intercom/customer-timeline'
import { detailSectionClassName } from '@/components/intercom/shared/detail-list'
import { Tabs, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { cn } from '@/lib/utils'

/** Timeline and notes of the customer, in tabs below the card. Only the open tab loads its data. */
function InboxCustomerStory() {
  const { selectedId, contactId, selectFromCard } = useInbox()
  const { locale } = useLocale()
  const tabs = {
    timeline: useStrings('customerTimeline', customerTimelineStrings)('label'),
    notes: useStrings('contactNotes', contactNotesStrings)('label'),
  }
  const [tab, setTab] = React.useState('timeline')
  const id = React.useId()
  if (contactId === null) return null
  return (
    <Tabs
      dir={isRightToLeft(locale) ? 'rtl' : 'ltr'}
      value={tab}
      onValueChange={setTab}
      className={cn('flex-[1_0_auto] gap-0 border-t bg-card text-card-foreground in-data-[slot=support-inbox-card]:mt-3', detailSectionClassName)}
    >
      <TabsList className="px-2">
        {Object.entries(tabs).map(([name, label]) => (
          <TabsTrigger key={name} value={name} id={`${id}-tab-${name}`} aria-controls={`${id}-panel`}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the ARIA pattern for tabs makes panels focusable.
        tabIndex={0}
        className="rounded-b-xl px-4 pt-3 pb-4 -outline-offset-2 focus-visible:outline-2 focus-visible:outline-ring"
      >
        {tab === 'timeline' ? (
          <CustomerTimeline contactId={contactId} currentConversationId={selectedId} onSelectConversation={selectFromCard} />
        ) : (
          <ContactNotes contactId={contactId} />
        )}
      </div>
    </Tabs>
  )
}

export { InboxCustomerStory }
