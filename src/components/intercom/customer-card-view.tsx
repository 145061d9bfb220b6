'use client'

import { UserRound } from 'lucide-react'
import * as React from 'react'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { CustomerAttributes } from '@/components/intercom/customer-attributes'
import { CustomerCardSkeleton } from '@/components/intercom/customer-card-skeleton'
import { CustomerCompanies } from '@/components/intercom/customer-companies'
import { type CardWords, CustomerDetails } from '@/components/intercom/customer-details'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { customerCardMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { useFocusGuard } from 'intercom-v0-kit/inbox'
import type { Contact, Tag } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

/** Props of {@link CustomerCardView}. */
interface CustomerCardViewProps extends Omit<React.ComponentProps<'article'>, 'ref' | 'onFocus' | 'onBlur'> {
  /** The customer: undefined while it is on its way, null where there is none. */
  contact: Contact | null | undefined
  /** Why the customer did not come. A customer that is there already stays. */
  error?: Error
  /** Fetches the customer again. */
  onRetry?: () => void
  /** The currency of the workspace, an ISO 4217 code: what companies spend is written with it. */
  currency?: string
  /** Sections after the card's own, as {@link CustomerCardSection}: shown once the customer is there. */
  children?: React.ReactNode
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** A customer's profile, from data: who they are, how to reach them, what they pay for, what the app knows of them. */
function CustomerCardView({
  contact,
  error,
  onRetry,
  currency,
  messages,
  className,
  children,
  ...props
}: CustomerCardViewProps) {
  const t = useMessages('customerCard', customerCardMessages, messages)
  const headingId = React.useId()
  const guard = useFocusGuard<HTMLElement>()

  return (
    <article
      data-slot="customer-card"
      data-state={contact ? 'ready' : error ? 'error' : contact === null ? 'empty' : 'loading'}
      aria-busy={contact === undefined && !error}
      {...(contact ? { 'aria-labelledby': headingId } : { 'aria-label': t('label') })}
      tabIndex={-1}
      className={cn('flex min-w-0 flex-col bg-card text-card-foreground outline-none', className)}
      {...props}
      {...guard}
    >
      {error ? <ErrorState variant={contact ? 'inline' : 'panel'} error={error} onRetry={onRetry} /> : null}
      {contact === null && !error ? (
        <EmptyState icon={UserRound} title={t('nobodyTitle')} description={t('nobody')} />
      ) : null}
      {contact === undefined && !error ? (
        <>
          <span role="status" className="sr-only">
            {t('loading')}
          </span>
          <CustomerCardSkeleton />
        </>
      ) : null}
      {contact ? (
        // What was unfolded or copied belongs to one customer: the next one's card begins anew.
        <React.Fragment key={contact.id}>
          <CustomerHeader contact={contact} headingId={headingId} t={t} />
          <CustomerDetails contact={contact} t={t} className="px-4 pb-2" />
          <CustomerCardSection heading={t('companies', { count: contact.companies.length || 1 })}>
            <CustomerCompanies companies={contact.companies} currency={currency} t={t} />
          </CustomerCardSection>
          <CustomerCardSection heading={t('tags')}>
            <CustomerTags tags={contact.tags} t={t} />
          </CustomerCardSection>
          <CustomerCardSection heading={t('attributes')}>
            <CustomerAttributes attributes={otherAttributes(contact)} t={t} />
          </CustomerCardSection>
          {children}
        </React.Fragment>
      ) : null}
    </article>
  )
}

/** The plan stands among the details already. */
function otherAttributes({ custom_attributes: attributes, plan }: Contact): Contact['custom_attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key, value]) => key !== 'plan' || value !== plan))
}

/** Who it is, at a glance. */
function CustomerHeader({ contact, headingId, t }: { contact: Contact; headingId: string; t: CardWords }) {
  const { id, name, email, avatar_url: avatarUrl, role } = contact
  return (
    <header className="flex items-center gap-3 px-4 pt-4 pb-3">
      <ContactAvatar id={id} name={name} email={email} avatarUrl={avatarUrl} size="lg" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <h2 id={headingId} className="text-base/5 font-semibold wrap-anywhere">
          <PlainText text={name ?? email ?? t('unknown')} max={120} />
        </h2>
        <Badge variant="outline" className="py-0 text-muted-foreground">
          {t(role)}
        </Badge>
      </div>
    </header>
  )
}

/** A customer's tags. */
function CustomerTags({ tags, t }: { tags: Tag[]; t: CardWords }) {
  if (tags.length === 0) return <p className="text-sm text-muted-foreground">{t('noTags')}</p>
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag.id} className="max-w-full">
          <Badge variant="secondary" className="max-w-full">
            <PlainText text={tag.name} max={80} className="truncate" />
          </Badge>
        </li>
      ))}
    </ul>
  )
}

/** Props of {@link CustomerCardSection}. */
interface CustomerCardSectionProps extends React.ComponentProps<'div'> {
  /** What the section is about. */
  heading: React.ReactNode
  /** How many there are of it, after the heading. */
  count?: React.ReactNode
}

/** A part of the card under a heading of its own. */
function CustomerCardSection({ heading, count, className, children, ...props }: CustomerCardSectionProps) {
  return (
    <div
      data-slot="customer-card-section"
      className={cn('flex flex-col gap-2 border-t px-4 py-3', className)}
      {...props}
    >
      <h3 className="flex items-baseline gap-2 text-xs/5 font-medium text-muted-foreground">
        {heading}
        {count === undefined ? null : <span className="tabular-nums">{count}</span>}
      </h3>
      {children}
    </div>
  )
}

export { CustomerCardSection, CustomerCardView, type CustomerCardSectionProps, type CustomerCardViewProps }
