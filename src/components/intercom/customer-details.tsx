'use client'

import * as React from 'react'
import { CopyButton } from '@/components/intercom/shared/copy-button'
import {
  cleanText, type customerCardMessages, formatDate, formatDateTime, formatRelativeTime, locationText, type Translate,
  useLocale, useNow,
} from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import type { Contact } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

// Four weeks, in seconds: "260 weeks ago" says nothing.
const RECENT = 28 * 24 * 60 * 60

// The longest address that there can be.
const MAX_EMAIL = 254

/** Gives the card's words to its parts. */
type CardWords = Translate<typeof customerCardMessages>

/** A list of labels and values. Rows of one height, so that a skeleton can have it, too. */
function DetailList({ className, ...props }: React.ComponentProps<'dl'>) {
  return <dl data-slot="detail-list" className={cn('@container flex flex-col text-sm', className)} {...props} />
}

/** Props of {@link DetailRow}. */
interface DetailRowProps extends React.ComponentProps<'div'> {
  /** What the value is. */
  label: React.ReactNode
  /** Nothing is known: the value says so, quietly. */
  isMissing?: boolean
}

/** A label and its value, which wraps where it is long. */
function DetailRow({ label, isMissing = false, className, children, ...props }: DetailRowProps) {
  return (
    <div
      data-slot="detail-row"
      data-state={isMissing ? 'missing' : 'present'}
      className={cn('grid min-h-7 grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-x-3 py-1 @max-3xs:grid-cols-1', className)}
      {...props}
    >
      <dt className="text-xs/5 text-muted-foreground wrap-anywhere">{label}</dt>
      <dd className={cn('min-w-0 leading-5 wrap-anywhere', isMissing && 'text-muted-foreground')}>{children}</dd>
    </div>
  )
}

/** A moment, with its full date and time on hover. */
function Moment({ at, children }: { at: number; children: React.ReactNode }) {
  const format = useLocale()
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={formatDateTime(at, format)}>
      {children}
    </time>
  )
}

/** How long ago; the date once that is longer than people count. */
function MomentAgo({ at }: { at: number }) {
  const format = useLocale()
  const now = useNow()
  const isRecent = now !== null && Math.abs(now - at) < RECENT
  return <Moment at={at}>{isRecent ? formatRelativeTime(at, now, format.locale) : formatDate(at, format)}</Moment>
}

/** An e-mail address that breaks, where it has to, before its @ and its dots. */
function EmailText({ email, ref }: { email: string; ref: React.Ref<HTMLElement> }) {
  const text = cleanText(email, MAX_EMAIL)
  const at = text.lastIndexOf('@')
  return (
    <bdi ref={ref}>
      {text.slice(0, Math.max(0, at))}
      {text
        .slice(Math.max(0, at))
        .split(/(?=[@.])/)
        .map((piece, index) => (
          <React.Fragment key={index}>
            <wbr />
            {piece}
          </React.Fragment>
        ))}
    </bdi>
  )
}

/** Props of {@link CustomerDetails}. */
interface CustomerDetailsProps extends React.ComponentProps<'dl'> {
  /** Whose details. */
  contact: Contact
  /** The card's words. */
  t: CardWords
}

/** How to reach a customer, what they pay for, since when they are there, and where they are. */
function CustomerDetails({ contact, t, ...props }: CustomerDetailsProps) {
  const format = useLocale()
  const { email, phone, plan, signed_up_at: signedUpAt, last_seen_at: lastSeenAt } = contact
  const emailRef = React.useRef<HTMLElement>(null)
  const since = signedUpAt ?? contact.created_at
  const location = locationText(contact.location, t('locationSeparator'), format.locale)

  return (
    <DetailList {...props}>
      <DetailRow label={t('email')} isMissing={!email}>
        {email ? (
          <span className="flex items-start gap-1">
            <span className="min-w-0 flex-1">
              <EmailText ref={emailRef} email={email} />
            </span>
            <CopyButton text={email} label={t('copyEmail')} textRef={emailRef} className="-my-1.5 -me-1.5" />
          </span>
        ) : (
          t('noEmail')
        )}
        {contact.unsubscribed_from_emails ? (
          <span className="block text-xs text-muted-foreground">{t('unsubscribed')}</span>
        ) : null}
      </DetailRow>
      <DetailRow label={t('phone')} isMissing={!phone}>
        {phone ? <PlainText text={phone} /> : t('noPhone')}
      </DetailRow>
      <DetailRow label={t('plan')} isMissing={!plan}>
        {plan ? <PlainText text={plan} max={80} /> : t('noPlan')}
      </DetailRow>
      <DetailRow label={t(signedUpAt === null ? 'added' : 'signedUp')} isMissing={since === 0}>
        {/* Intercom leaves the moment out now and then: 0 is not a day in 1970. */}
        {since === 0 ? t('unknownValue') : <Moment at={since}>{formatDate(since, format)}</Moment>}
      </DetailRow>
      <DetailRow label={t('lastSeen')} isMissing={lastSeenAt === null}>
        {lastSeenAt === null ? (
          t('neverSeen')
        ) : (
          <MomentAgo at={lastSeenAt} />
        )}
      </DetailRow>
      <DetailRow label={t('location')} isMissing={!location}>
        {location ? <PlainText text={location} max={120} /> : t('unknownValue')}
      </DetailRow>
    </DetailList>
  )
}

export {
  CustomerDetails,
  DetailList,
  DetailRow,
  MomentAgo,
  type CardWords,
  type CustomerDetailsProps,
  type DetailRowProps,
}
