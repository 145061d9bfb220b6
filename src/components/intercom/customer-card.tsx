'use client'

import { Pencil, UserRound } from 'lucide-react'
import * as React from 'react'
import { useAutosave } from 'intercom-v0-kit/account'
import {
  getConversationStatus, getContactValues, toContactDetail, useContact, useCustomerConversations, useFocusGuard, useSaveContact, withContactValues,
} from 'intercom-v0-kit/inbox'
import {
  type AttributeValue, conversationDetailsStrings, customerCardStrings, isolateDirection, StringsProvider, type StringsProps, useStrings,
} from 'intercom-v0-kit/strings'
import type { Contact, ConversationSummary } from 'intercom-v0-kit/contracts'
import {
  type ContactEdits, ContactEditsContext, CustomerAttributes, CustomerCompanies, CustomerDetails, CustomerTags, CustomerTime, SaveFailure,
} from '@/components/intercom/customer-card/details'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { ContactAvatar, StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import { DetailSection as CustomerCardSection, detailSectionClassName } from '@/components/intercom/shared/detail-list'
import { DetailEditor } from '@/components/intercom/shared/detail-value'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

interface CustomerCardBaseProps extends Omit<React.ComponentProps<'article'>, 'ref' | 'onFocus' | 'onBlur'>, StringsProps {
  /** ISO 4217 code of the workspace's currency, for the companies' monthly spend. */
  currency?: string | undefined
  /** More sections, each a {@link CustomerCardSection}. Rendered when the customer has loaded. */
  children?: React.ReactNode
}

/** Props of {@link CustomerCard}. */
interface CustomerCardProps extends CustomerCardBaseProps {
  /** Intercom id of the contact: `undefined` while unknown, `null` if there is none. */
  contactId: string | null | undefined
  /** Id of the selected conversation, which the list of other conversations leaves out. */
  currentConversationId?: string | null | undefined
  /** Called when the user selects a conversation. Without it, conversations are plain text. */
  onSelectConversation?: ((conversationId: string) => void) | undefined
}

/** Saves changes of a contact, which show at once. `null` if nothing may be changed. */
function useContactEdits(contact: Contact | undefined): [shown: Contact | undefined, edits: ContactEdits | null] {
  const [changes, setChanges] = React.useState<Record<string, AttributeValue>>({})
  const saveContact = useSaveContact()
  // Fields contain the contact's id, so that an unsaved change never reaches the next contact.
  const prefix = `${contact?.id} `
  const withPrefix = (values: Record<string, AttributeValue>, id: string) => Object.fromEntries(Object.entries(values).map(([field, value]) => [id + field, value]))
  const { saves, saveField, retry } = useAutosave({
    values: contact ? withPrefix(getContactValues(contact), prefix) : {},
    async save(values) {
      const [[key = '', value = null] = []] = Object.entries(values)
      const [id = '', ...field] = key.split(' ')
      return withPrefix(await saveContact(id, { [field.join(' ')]: value }), `${id} `)
    },
  })
  const own = Object.entries(saves).flatMap(([key, save]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), save] as const] : []))
  const edits: ContactEdits = {
    saves: Object.fromEntries(own),
    onChange(field, value) {
      setChanges((before) => ({ ...before, [prefix + field]: value }))
      saveField(prefix + field, value)
    },
    onRetry: (field) => retry(prefix + field),
  }
  const pending = own.flatMap(([field, save]) => (save?.status === 'saving' || save?.status === 'failed' ? [[field, changes[prefix + field] ?? null] as const] : []))
  return [contact && withContactValues(contact, Object.fromEntries(pending)), contact?.editable_attributes ? edits : null]
}

/** Loads and renders a customer's profile and other conversations. Agents change what the route allows in its place. */
function CustomerCard({
  contactId, currentConversationId = null, onSelectConversation, children, ...props
}: CustomerCardProps) {
  const t = useStrings('customerCard', customerCardStrings, props.strings)
  const { data, error, reload } = useContact(contactId ?? null)
  const [contact, edits] = useContactEdits(data)
  const others = useCustomerConversations(contactId, currentConversationId)
  return (
    <CustomerCardView
      contact={contactId === null ? null : contact}
      error={error}
      edits={edits}
      onRetry={() => {
        reload()
        if (others.error) others.reload()
      }}
      {...props}
    >
      <CustomerCardSection heading={t('conversations')} count={others.count}>
        <CustomerConversations data={others} onSelectConversation={onSelectConversation} />
      </CustomerCardSection>
      {children}
    </CustomerCardView>
  )
}

/** Props of {@link CustomerCardView}. */
interface CustomerCardViewProps extends CustomerCardBaseProps {
  /** The customer: `undefined` while loading, `null` if there is none. */
  contact: Contact | null | undefined
  /** Latest failure, shown above a customer that has already loaded. */
  error?: Error | undefined
  /** Called when the user retries a failed request. */
  onRetry?: (() => void) | undefined
  /** Changes of the contact and how to make them. Without it, the card is read-only. */
  edits?: ContactEdits | null | undefined
}

/** Renders a customer from props, in any state. Rearrange, add or remove sections here. */
function CustomerCardView({ contact, error, onRetry, edits = null, currency, strings, className, children, ...props }: CustomerCardViewProps) {
  const t = useStrings('customerCard', customerCardStrings, strings)
  const headingId = React.useId()
  const guard = useFocusGuard<HTMLElement>()
  return (
    <article
      data-slot="customer-card"
      data-state={contact ? 'ready' : error ? 'error' : contact === null ? 'empty' : 'loading'}
      aria-busy={contact === undefined && !error}
      {...(contact ? { 'aria-labelledby': headingId } : { 'aria-label': t('label') })}
      tabIndex={-1}
      className={cn('flex min-w-0 flex-col bg-card text-card-foreground outline-none',
        'in-data-[slot=support-inbox-card]:gap-3 in-data-[slot=support-inbox-card]:bg-transparent',
        className)}
      {...props}
      {...guard}
    >
      <StringsProvider component="customerCard" strings={strings}>
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
          // The key resets expanded lists and copy buttons when the customer changes.
          <ContactEditsContext key={contact.id} value={edits}>
            <div data-slot="customer-profile" className={detailSectionClassName}>
              <CustomerHeader contact={contact} headingId={headingId} />
              <CustomerDetails contact={contact} className="px-4 pb-2" />
            </div>
            <CustomerCardSection heading={t('companies', { count: contact.companies.length || 1 })}>
              <CustomerCompanies contact={contact} currency={currency} />
            </CustomerCardSection>
            <CustomerCardSection heading={t('tags')}>
              <CustomerTags contact={contact} />
            </CustomerCardSection>
            <CustomerCardSection heading={t('attributes')}>
              <CustomerAttributes contact={contact} />
            </CustomerCardSection>
            {children}
          </ContactEditsContext>
        ) : null}
      </StringsProvider>
    </article>
  )
}

function CustomerHeader({ contact, headingId }: { contact: Contact; headingId: string }) {
  const t = useStrings('customerCard', customerCardStrings)
  const { id, name, email, avatar_url: avatarUrl, role } = contact
  return (
    <header data-slot="customer-header" className="flex items-center gap-3 px-4 pt-4 pb-3">
      <ContactAvatar id={id} name={name} email={email} avatarUrl={avatarUrl} size="lg" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <CustomerName name={name}>
          <h2 id={headingId} className="text-base/5 font-semibold wrap-anywhere">
            <PlainText text={name ?? email ?? t('unknown')} max={120} />
          </h2>
        </CustomerName>
        <Badge variant="outline" className="py-0 text-muted-foreground">
          {t(role)}
        </Badge>
      </div>
    </header>
  )
}

/** The heading, with a button that opens an editor below it. */
function CustomerName({ name, children }: React.PropsWithChildren<{ name: string | null }>) {
  const t = useStrings('customerCard', customerCardStrings)
  const details = useStrings('conversationDetails', conversationDetailsStrings)
  const edits = React.use(ContactEditsContext)
  const [isEditing, setEditing] = React.useState(false)
  const shouldFocus = React.useRef(false)
  if (!edits) return children
  const { name: save } = edits.saves
  return (
    <>
      <span className="flex max-w-full items-start gap-1">
        {children}
        {isEditing ? null : (
          <Button
            ref={(button) => {
              if (shouldFocus.current) button?.focus()
              shouldFocus.current = false
            }}
            type="button"
            variant="ghost"
            size="icon-sm"
            data-state={save?.status ?? 'idle'}
            title={save?.status === 'saving' ? details('saving') : details('edit', { name: isolateDirection(t('name')) })}
            onClick={() => setEditing(true)}
            className="-my-1.5"
          >
            <Pencil aria-hidden="true" className="size-3 text-muted-foreground" />
          </Button>
        )}
      </span>
      {isEditing ? (
        <DetailEditor
          attribute={toContactDetail('name', t('name'), '', name)}
          onClose={(value) => {
            shouldFocus.current = true
            setEditing(false)
            if (value !== undefined && value !== name) edits.onChange('name', value)
          }}
        />
      ) : null}
      <SaveFailure field="name" label={t('name')} edits={edits} />
    </>
  )
}

interface CustomerConversationsProps {
  data: ReturnType<typeof useCustomerConversations>
  onSelectConversation: ((conversationId: string) => void) | undefined
}

function CustomerConversations({ data, onSelectConversation }: CustomerConversationsProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const { conversations, hasMore, isLoadingMore, error, loadMore, reload } = data
  return (
    <div data-slot="customer-conversations" aria-busy={!conversations && !error} className="flex flex-col text-sm">
      {error ? (
        <ErrorState variant="inline" error={error} onRetry={reload} className="mb-1 flex-wrap justify-end rounded-md border px-3" />
      ) : null}
      {!conversations && !error ? (
        <>
          <span role="status" className="sr-only">
            {t('conversationsLoading')}
          </span>
          <CustomerConversationsSkeleton />
        </>
      ) : null}
      {conversations?.length === 0 && !error ? <p className="text-muted-foreground">{t('noConversations')}</p> : null}
      {conversations && conversations.length > 0 ? (
        <ul className="-mx-2 flex flex-col">
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <CustomerConversation conversation={conversation} onSelect={onSelectConversation} />
            </li>
          ))}
        </ul>
      ) : null}
      {hasMore ? (
        <Button
          type="button"
          variant="ghost"
          size="sm"
          aria-disabled={isLoadingMore}
          onClick={isLoadingMore ? undefined : loadMore}
          className="-ms-2 self-start px-2 text-muted-foreground"
        >
          {t(isLoadingMore ? 'moreConversationsLoading' : 'moreConversations')}
        </Button>
      ) : null}
    </div>
  )
}

interface CustomerConversationProps {
  conversation: ConversationSummary
  onSelect: ((conversationId: string) => void) | undefined
}

function CustomerConversation({ conversation, onSelect }: CustomerConversationProps) {
  const t = useStrings('customerCard', customerCardStrings)
  const { id, title, preview, last_message_at: at } = conversation
  const subject = title ?? preview
  const className = 'flex min-h-14 w-full flex-col items-start gap-1 rounded-md px-2 py-1.5 text-start'
  const content = (
    <>
      {subject ? (
        <PlainText text={subject} max={120} className="block max-w-full truncate text-start" />
      ) : (
        <span className="text-muted-foreground">{t('untitled')}</span>
      )}
      <span className="flex w-full items-center gap-2 text-xs text-muted-foreground">
        <StatusBadge status={getConversationStatus(conversation)} />
        <CustomerTime at={at} />
      </span>
    </>
  )
  if (!onSelect) return <div className={className}>{content}</div>
  return (
    <button
      type="button"
      data-item-id={id}
      onClick={() => onSelect(id)}
      className={cn(
        className,
        'cursor-default hover:bg-accent focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring',
      )}
    >
      {content}
    </button>
  )
}

function Skeletons({ sizes, ...props }: React.ComponentProps<'div'> & { sizes: string[] }) {
  return (
    <div {...props}>
      {sizes.map((size) => (
        <Skeleton key={size} className={size} />
      ))}
    </div>
  )
}

function DetailsSkeleton({ widths, ...props }: React.ComponentProps<'div'> & { widths: string[] }) {
  return (
    <div {...props}>
      {widths.map((width) => (
        <Skeletons key={width} className="grid h-7 grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-3" sizes={['h-3 w-14', `h-4 ${width}`]} />
      ))}
    </div>
  )
}

function CustomerConversationsSkeleton() {
  return (
    <div aria-hidden="true">
      {['w-4/5', 'w-3/5'].map((width) => (
        <Skeletons key={width} className="flex min-h-14 flex-col gap-2 py-2" sizes={[`h-4 ${width}`, 'h-4 w-28']} />
      ))}
    </div>
  )
}

function CustomerCardSkeleton() {
  const sections = {
    companies: <Skeletons className="flex h-14 flex-col justify-between py-0.5" sizes={['h-4 w-36', 'h-3 w-28', 'h-3 w-32']} />,
    tags: <Skeletons className="flex gap-1" sizes={['h-5.5 w-12', 'h-5.5 w-16']} />,
    attributes: <DetailsSkeleton widths={['w-16', 'w-28', 'w-20', 'w-32', 'w-12', 'w-24']} />,
    conversations: <CustomerConversationsSkeleton />,
  }
  return (
    <div data-slot="customer-card-skeleton" aria-hidden="true" className={cn('flex flex-col overflow-hidden in-data-[slot=support-inbox-card]:gap-3')}>
      <div className={detailSectionClassName}>
        <div className="flex items-center gap-3 px-4 pt-4 pb-3">
          <Skeleton className="size-14 shrink-0 rounded-full" />
          <Skeletons className="flex flex-col gap-1.5" sizes={['h-5 w-36', 'h-4 w-12']} />
        </div>
        <DetailsSkeleton className="px-4 pb-2" widths={['w-40', 'w-28', 'w-12', 'w-24', 'w-20', 'w-32']} />
      </div>
      {Object.entries(sections).map(([name, content]) => (
        <div key={name} className={cn('flex flex-col gap-2 border-t px-4 py-3', detailSectionClassName)}>
          <Skeleton className="my-0.5 h-4 w-24" />
          {content}
        </div>
      ))}
    </div>
  )
}

export { CustomerCard, CustomerCardSection, CustomerCardView, type CustomerCardProps, type CustomerCardViewProps }
