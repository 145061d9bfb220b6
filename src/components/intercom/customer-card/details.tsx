'use client'

import { Check, ChevronDown, Copy, X } from 'lucide-react'
import * as React from 'react'
import { getAgo, getAttributeRows, getCompanyFacts, splitEmail, useCopy } from 'intercom-v0-kit/inbox'
import {
  copyButtonStrings, customerCardStrings, formatDate, formatDateTime, formatLocation, type StringTable, useLocale,
  useStrings, useNow,
} from 'intercom-v0-kit/strings'
import type { Contact } from 'intercom-v0-kit/contracts'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Number of attributes shown before the list is folded. A workspace can have hundreds. */
const SHOWN_ATTRIBUTES = 6

/** In the column of the inbox, each section is a card on the canvas. */
const customerSectionClassName =
  'in-data-[slot=support-inbox-card]:rounded-xl in-data-[slot=support-inbox-card]:border in-data-[slot=support-inbox-card]:bg-card in-data-[slot=support-inbox-card]:shadow-xs'

/** Props of {@link CustomerCardSection}. */
interface CustomerCardSectionProps extends React.ComponentProps<'div'> {
  /** Heading of the section. */
  heading: React.ReactNode
  /** Number of entries, after the heading. */
  count?: React.ReactNode
}

/** A part of the card under a heading of its own. */
function CustomerCardSection({ heading, count, className, children, ...props }: CustomerCardSectionProps) {
  return (
    <div data-slot="customer-card-section" className={cn('flex flex-col gap-2 border-t px-4 py-3', customerSectionClassName, className)} {...props}>
      <h3 className="flex items-baseline gap-2 text-xs/5 font-medium text-muted-foreground">
        {heading}
        {count === undefined ? null : <span className="tabular-nums">{count}</span>}
      </h3>
      {children}
    </div>
  )
}

/** Replaces the content of a section that has none. */
function CustomerCardEmpty({ className, ...props }: React.ComponentProps<'p'>) {
  return <p className={cn('text-sm text-muted-foreground', className)} {...props} />
}

/** A list of labels and values. All rows are of one height, so that a skeleton can match them. */
function DetailList({ className, ...props }: React.ComponentProps<'dl'>) {
  return <dl data-slot="detail-list" className={cn('@container flex flex-col text-sm', className)} {...props} />
}

/** Props of {@link DetailRow}. */
interface DetailRowProps extends React.ComponentProps<'div'> {
  /** Name of the value. */
  label: React.ReactNode
  /** Whether the value is missing. Children then say so. */
  isMissing?: boolean | undefined
}

/** A label and its value. Long values wrap. */
function DetailRow({ label, isMissing = false, className, children, ...props }: DetailRowProps) {
  return (
    <div
      data-slot="detail-row"
      data-state={isMissing ? 'missing' : 'present'}
      className={cn('grid min-h-7 grid-cols-[4.5rem_minmax(0,1fr)] items-start gap-x-3 py-1 @max-3xs:grid-cols-1', className)}
      {...props}
    >
      <dt className="text-xs/5 text-muted-foreground wrap-anywhere">{label}</dt>
      <dd className={cn('min-w-0 leading-5 wrap-anywhere', isMissing && 'text-muted-foreground')}>{children}</dd>
    </div>
  )
}

/** Props of {@link CustomerTime}. */
interface CustomerTimeProps extends React.ComponentProps<'time'> {
  /** Unix seconds. */
  at: number
  /** Whether to show the date instead of how long ago it was. */
  isDate?: boolean | undefined
}

/** A moment, with its full date and time as a tooltip. */
function CustomerTime({ at, isDate = false, ...props }: CustomerTimeProps) {
  const format = useLocale()
  const now = useNow()
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={formatDateTime(at, format)} {...props}>
      {isDate ? formatDate(at, format) : getAgo(at, now, format)}
    </time>
  )
}

/** Props of the parts that show something of a customer. */
interface CustomerProps {
  /** The customer. */
  contact: Contact
}

/** Contact details, plan, dates and location of a customer. Empty fields are behind a button. */
function CustomerDetails({ contact, className, ...props }: CustomerProps & React.ComponentProps<'div'>) {
  const t = useStrings('customerCard', customerCardStrings)
  const { locale } = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const { email, phone, plan, signed_up_at: signedUpAt, last_seen_at: lastSeenAt } = contact
  const since = signedUpAt ?? contact.created_at
  const location = formatLocation(contact.location, t('locationSeparator'), locale)
  const rows: { label: string; value: React.ReactNode; empty: string }[] = [
    { label: t('email'), value: email ? <CustomerEmail contact={contact} /> : null, empty: t('noEmail') },
    { label: t('phone'), value: phone ? <PlainText text={phone} /> : null, empty: t('noPhone') },
    { label: t('plan'), value: plan ? <PlainText text={plan} max={80} /> : null, empty: t('noPlan') },
    {
      label: t(signedUpAt === null ? 'added' : 'signedUp'),
      // Intercom sometimes leaves the date out. 0 does not mean 1970.
      value: since === 0 ? null : <CustomerTime at={since} isDate />,
      empty: t('unknownValue'),
    },
    { label: t('lastSeen'), value: lastSeenAt === null ? null : <CustomerTime at={lastSeenAt} />, empty: t('neverSeen') },
    { label: t('location'), value: location ? <PlainText text={location} max={120} /> : null, empty: t('unknownValue') },
  ]
  const count = rows.filter(({ value }) => value === null).length
  return (
    <div data-slot="customer-details" data-state={isExpanded ? 'open' : 'closed'} className={className} {...props}>
      <DetailList id={listId}>
        {rows.map(({ label, value, empty }) =>
          value === null && !isExpanded ? null : (
            <DetailRow key={label} label={label} isMissing={value === null}>
              {value ?? empty}
            </DetailRow>
          ),
        )}
      </DetailList>
      {count > 0 ? (
        <MoreButton isExpanded={isExpanded} aria-controls={listId} onClick={() => setExpanded(!isExpanded)}>
          {t(isExpanded ? 'hideEmpty' : 'showEmpty', { count })}
        </MoreButton>
      ) : null}
    </div>
  )
}

function CustomerEmail({ contact }: CustomerProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const ref = React.useRef<HTMLElement>(null)
  const email = contact.email ?? ''
  return (
    <>
      <span className="flex items-start gap-1">
        <span className="min-w-0 flex-1">
          <bdi ref={ref}>
            {splitEmail(email).map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of an address keep their order.
              <React.Fragment key={index}>
                {index > 0 ? <wbr /> : null}
                {piece}
              </React.Fragment>
            ))}
          </bdi>
        </span>
        <CopyButton text={email} label={t('copyEmail')} textRef={ref} className="-my-1.5 -me-1.5" />
      </span>
      {contact.unsubscribed_from_emails ? (
        <span className="block text-xs text-muted-foreground">{t('unsubscribed')}</span>
      ) : null}
    </>
  )
}

/** Shows or hides the rest of a list. */
function MoreButton({ isExpanded, className, children, ...props }: React.ComponentProps<typeof Button> & { isExpanded: boolean }) {
  return (
    <Button
      type="button"
      variant="ghost"
      size="sm"
      aria-expanded={isExpanded}
      className={cn('-ms-2.5 text-muted-foreground', className)}
      {...props}
    >
      <ChevronDown aria-hidden="true" className={cn('transition-transform motion-reduce:transition-none', isExpanded && 'rotate-180')} />
      {children}
    </Button>
  )
}

/** Props of {@link CustomerCompanies}. */
interface CustomerCompaniesProps extends CustomerProps, React.ComponentProps<'ul'> {
  /** ISO 4217 code of the workspace's currency. */
  currency?: string | undefined
}

/** Companies of a customer: plan, monthly spend, users, website. */
function CustomerCompanies({ contact: { companies }, currency, className, ...props }: CustomerCompaniesProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const { locale } = useLocale()
  if (companies.length === 0) return <CustomerCardEmpty>{t('noCompanies')}</CustomerCardEmpty>
  return (
    <ul data-slot="customer-companies" className={cn('flex flex-col gap-3 text-sm', className)} {...props}>
      {companies.map((company) => {
        const facts = getCompanyFacts(company, currency, t, locale)
        return (
          <li key={company.id} className="flex flex-col gap-0.5">
            <span className="flex items-start gap-2">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">
                {company.name ? <PlainText text={company.name} max={120} /> : t('unnamedCompany')}
              </span>
              {company.plan ? (
                <Badge variant="secondary" className="max-w-32">
                  <PlainText text={company.plan} max={80} className="truncate" />
                </Badge>
              ) : null}
            </span>
            {facts.length > 0 ? (
              <span className="flex flex-wrap gap-x-3 text-xs text-muted-foreground">
                {facts.map((fact) => (
                  <bdi key={fact}>{fact}</bdi>
                ))}
              </span>
            ) : null}
            {company.website ? (
              <span className="text-xs text-muted-foreground wrap-anywhere">
                <PlainText text={company.website} max={120} />
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Tags of a customer. */
function CustomerTags({ contact: { tags }, className, ...props }: CustomerProps & React.ComponentProps<'ul'>) {
  const t = useStrings('customerCard', customerCardStrings)
  if (tags.length === 0) return <CustomerCardEmpty>{t('noTags')}</CustomerCardEmpty>
  return (
    <ul className={cn('flex flex-wrap gap-1', className)} {...props}>
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

/** Custom attributes of a customer by label: the first few, and the rest on demand. */
function CustomerAttributes({ contact, className, ...props }: CustomerProps & React.ComponentProps<'div'>) {
  const t = useStrings('customerCard', customerCardStrings)
  const format = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const rows = getAttributeRows(contact, t, format)
  if (rows.length === 0) return <CustomerCardEmpty>{t('noAttributes')}</CustomerCardEmpty>
  return (
    <div data-slot="customer-attributes" data-state={isExpanded ? 'open' : 'closed'} className={className} {...props}>
      <DetailList id={listId}>
        {rows.slice(0, isExpanded ? rows.length : SHOWN_ATTRIBUTES).map(({ key, label, text, isMissing }) => (
          <DetailRow key={key} label={<PlainText text={label} max={60} />} isMissing={isMissing}>
            <PlainText text={text} max={400} />
          </DetailRow>
        ))}
      </DetailList>
      {rows.length > SHOWN_ATTRIBUTES ? (
        <MoreButton isExpanded={isExpanded} aria-controls={listId} onClick={() => setExpanded(!isExpanded)}>
          {isExpanded ? t('showFewer') : t('showAll', { count: rows.length })}
        </MoreButton>
      ) : null}
    </div>
  )
}

const copyIcons = { idle: Copy, copied: Check, failed: X }

/** Props of {@link CopyButton}. */
interface CopyButtonProps extends React.ComponentProps<'span'> {
  /** Text to copy. */
  text: string
  /** Accessible name of the button, such as "Copy email address". */
  label: string
  /** Ref of the element that shows the text. It is selected if the button can't copy, so that the user can. */
  textRef?: React.RefObject<HTMLElement | null> | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Copies a text and says whether it worked. */
function CopyButton({ text, label, textRef, strings, className, ...props }: CopyButtonProps) {
  const t = useStrings('copyButton', copyButtonStrings, strings)
  const { state, hint, copy } = useCopy(text, textRef)
  const Icon = copyIcons[state]
  return (
    <span data-slot="copy-button" data-state={state} className={cn('relative inline-flex', className)} {...props}>
      {/* The title is the accessible name too. */}
      <Button type="button" variant="ghost" size="icon-sm" title={label} onClick={copy}>
        <Icon
          aria-hidden="true"
          className={cn(
            'size-3.5 text-muted-foreground',
            state === 'copied' && 'text-status-success',
            state === 'failed' && 'text-destructive',
          )}
        />
      </Button>
      {/* Always rendered: a live region that appears with its text is often not read. Above the button, so that it does not
          cover the text that is to be copied by hand. */}
      <span
        role="status"
        className={cn(
          'pointer-events-none absolute end-0 bottom-full z-20 w-max max-w-52 text-start text-xs text-balance',
          hint && 'rounded-md border bg-popover px-2 py-1 text-popover-foreground shadow-sm',
        )}
      >
        {hint ? t(hint) : null}
      </span>
    </span>
  )
}

export {
  CopyButton, CustomerAttributes, CustomerCardEmpty, CustomerCardSection, CustomerCompanies, CustomerDetails,
  customerSectionClassName, CustomerTags, CustomerTime, DetailList, DetailRow, type CopyButtonProps, type CustomerCardSectionProps,
  type DetailRowProps,
}
