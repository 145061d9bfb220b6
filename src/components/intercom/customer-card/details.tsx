'use client'

import { Check, CircleAlert, Copy } from 'lucide-react'
import * as React from 'react'
import { type FieldSave, getSaveFailure } from 'intercom-v0-kit/account'
import { getAgo, getAttributeRows, getCompanyFacts, splitEmail, toAttributeField, toContactDetail, useCopy } from 'intercom-v0-kit/inbox'
import {
  type AttributeValue, copyButtonStrings, customerCardStrings, fieldStatusStrings, formatDate, formatDateTime, formatLocation, useLocale, useNow,
  useStrings,
} from 'intercom-v0-kit/strings'
import type { Contact } from 'intercom-v0-kit/contracts'
import { DetailList, DetailRow, MoreButton } from '@/components/intercom/shared/detail-list'
import { DetailValue } from '@/components/intercom/shared/detail-value'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

const SHOWN_ATTRIBUTES = 6

function NoEntries({ children }: { children: string }) {
  return <p className="text-sm text-muted-foreground">{children}</p>
}

interface CustomerTimeProps {
  at: number
  /** Whether to show the date instead of the relative time. */
  isDate?: boolean | undefined
}

function CustomerTime({ at, isDate = false }: CustomerTimeProps) {
  const format = useLocale()
  const now = useNow()
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={formatDateTime(at, format)}>
      {isDate ? formatDate(at, format) : getAgo(at, now, format)}
    </time>
  )
}

interface CustomerProps {
  contact: Contact
}

/** Changes of the contact, by the name of their field. */
interface ContactEdits {
  saves: Partial<Record<string, FieldSave>>
  onChange: (field: string, value: AttributeValue) => void
  onRetry: (field: string) => void
}

const ContactEditsContext = React.createContext<ContactEdits | null>(null)

interface EditableValueProps {
  field: string
  label: string
  text: string
  value: AttributeValue
  max?: number
}

/** Value that agents may change in its place. Read-only without {@link ContactEditsContext}. */
function EditableValue({ field, label, text, value, max }: EditableValueProps) {
  const edits = React.use(ContactEditsContext)
  if (!edits) return <PlainText text={text} max={max} />
  return (
    <DetailValue
      attribute={toContactDetail(field, label, text, value)}
      isSaving={edits.saves[field]?.status === 'saving'}
      onChange={(next) => edits.onChange(field, next)}
      failure={<SaveFailure field={field} label={label} edits={edits} />}
    />
  )
}

/** Reason why a value wasn't saved, with a retry unless it is retried without the user. */
function SaveFailure({ field, label, edits: { saves, onRetry } }: { field: string; label: string; edits: ContactEdits }) {
  const t = useStrings('fieldStatus', fieldStatusStrings)
  const save = saves[field]
  const failure = save?.status === 'failed' && save.error ? getSaveFailure(save.error, field, t) : null
  return (
    <span role="alert" data-slot="save-failure" className="block empty:hidden">
      {failure ? (
        <>
          <span className={cn('block text-xs', failure.isWaiting ? 'text-status-waiting' : 'text-destructive')}>{failure.text}</span>
          {failure.canRetry && !failure.isWaiting ? (
            <Button type="button" variant="outline" size="sm" onClick={() => onRetry(field)} aria-label={t('retryField', { label })} className="mt-1 h-7 px-2.5 text-xs pointer-coarse:h-11">
              {t('retry')}
            </Button>
          ) : null}
        </>
      ) : null}
    </span>
  )
}

function CustomerDetails({ contact, className }: CustomerProps & { className?: string }) {
  const t = useStrings('customerCard', customerCardStrings)
  const { locale } = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const { email, phone, plan, signed_up_at: signedUpAt, last_seen_at: lastSeenAt } = contact
  const since = signedUpAt ?? contact.created_at
  const location = formatLocation(contact.location, t('locationSeparator'), locale)
  const rows: { label: string; value: React.ReactNode; empty: React.ReactNode }[] = [
    { label: t('email'), value: email ? <CustomerEmail contact={contact} /> : null, empty: t('noEmail') },
    {
      label: t('phone'),
      value: phone ? <EditableValue field="phone" label={t('phone')} text={phone} value={phone} /> : null,
      empty: <EditableValue field="phone" label={t('phone')} text={t('noPhone')} value={null} />,
    },
    { label: t('plan'), value: plan ? <PlainText text={plan} max={80} /> : null, empty: t('noPlan') },
    {
      label: t(signedUpAt === null ? 'added' : 'signedUp'),
      // Intercom sometimes omits the date, which is then 0.
      value: since === 0 ? null : <CustomerTime at={since} isDate />,
      empty: t('unknownValue'),
    },
    { label: t('lastSeen'), value: lastSeenAt === null ? null : <CustomerTime at={lastSeenAt} />, empty: t('neverSeen') },
    { label: t('location'), value: location ? <PlainText text={location} max={120} /> : null, empty: t('unknownValue') },
  ]
  const count = rows.filter(({ value }) => value === null).length
  return (
    <div data-slot="customer-details" data-state={isExpanded ? 'open' : 'closed'} className={className}>
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
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of an address keep their order.
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

interface CustomerCompaniesProps extends CustomerProps {
  currency?: string | undefined
}

function CustomerCompanies({ contact: { companies, missing }, currency }: CustomerCompaniesProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const { locale } = useLocale()
  const reason = missing?.companies
  if (reason) return <NoEntries>{t(reason === 'permission' ? 'companiesForbidden' : 'companiesMissing')}</NoEntries>
  if (companies.length === 0) return <NoEntries>{t('noCompanies')}</NoEntries>
  return (
    <ul data-slot="customer-companies" className="flex flex-col gap-3 text-sm">
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

function CustomerTags({ contact: { tags, missing } }: CustomerProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const reason = missing?.tags
  if (reason) return <NoEntries>{t(reason === 'permission' ? 'tagsForbidden' : 'tagsMissing')}</NoEntries>
  if (tags.length === 0) return <NoEntries>{t('noTags')}</NoEntries>
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

function CustomerAttributes({ contact }: CustomerProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const format = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const rows = getAttributeRows(contact, t, format)
  if (rows.length === 0) return <NoEntries>{t('noAttributes')}</NoEntries>
  return (
    <div data-slot="customer-attributes" data-state={isExpanded ? 'open' : 'closed'}>
      <DetailList id={listId}>
        {rows.slice(0, isExpanded ? rows.length : SHOWN_ATTRIBUTES).map(({ key, label, text, value, isMissing }) => (
          <DetailRow key={key} label={<PlainText text={label} max={60} />} isMissing={isMissing}>
            {contact.editable_attributes?.includes(key) ? (
              <EditableValue field={toAttributeField(key)} label={label} text={text} value={value} max={400} />
            ) : (
              <PlainText text={text} max={400} />
            )}
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

const copyIcons = { idle: Copy, copied: Check, failed: CircleAlert }

interface CopyButtonProps {
  text: string
  /** Accessible name of the button, such as "Copy email address". */
  label: string
  /** Element whose text is selected if copying fails, so that the user can copy it. */
  textRef?: React.RefObject<HTMLElement | null> | undefined
  className?: string | undefined
}

function CopyButton({ text, label, textRef, className }: CopyButtonProps) {
  const t = useStrings('copyButton', copyButtonStrings)
  const { state, hint, copy } = useCopy(text, textRef)
  const Icon = copyIcons[state]
  return (
    <span data-slot="copy-button" data-state={state} className={cn('relative inline-flex', className)}>
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
      {/* Above the button, so that it doesn't cover text that the user has to copy by hand. */}
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

export { type ContactEdits, ContactEditsContext, CopyButton, CustomerAttributes, CustomerCompanies, CustomerDetails, CustomerTags, CustomerTime, SaveFailure }
