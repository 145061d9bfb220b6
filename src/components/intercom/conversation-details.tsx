'use client'

import {
  AtSign, Bell, Camera, CircleDot, ExternalLink, FileText, Hash, MessageCircleMore, MessagesSquare, Phone, PhoneForwarded, Smartphone,
  Sparkles, Star, ThumbsUp,
} from 'lucide-react'
import * as React from 'react'
import { type ConversationDetailsData, getDetailAttributes, useConversationDetails } from 'intercom-v0-kit/inbox'
import {
  channelStrings, conversationDetailsStrings, StringsProvider, type StringsProps, useLocale, useStrings,
} from 'intercom-v0-kit/strings'
import type { ConversationDetails as Details } from 'intercom-v0-kit/contracts'
import { DetailList, DetailRow, DetailSection, detailSectionClassName, MoreButton } from '@/components/intercom/shared/detail-list'
import { DetailValue } from '@/components/intercom/shared/detail-value'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

const SHOWN_ATTRIBUTES = 6

interface ConversationDetailsBaseProps extends Omit<React.ComponentProps<'section'>, 'ref'>, StringsProps {
  /** More sections, shown when the details have loaded. */
  children?: React.ReactNode
}

/** Props of {@link ConversationDetails}. */
interface ConversationDetailsProps extends ConversationDetailsBaseProps {
  /** Id of the conversation; `null` renders nothing. */
  conversationId: string | null
}

/**
 * Loads and renders the facts that Intercom has about a conversation: channel, SLA, Fin, rating and custom attributes. Renders
 * nothing for customers, and if the conversation can't be loaded, which the thread reports.
 */
function ConversationDetails({ conversationId, ...props }: ConversationDetailsProps) {
  return <ConversationDetailsView key={conversationId} {...useConversationDetails(conversationId)} {...props} />
}

/** Props of {@link ConversationDetailsView}. */
interface ConversationDetailsViewProps extends ConversationDetailsBaseProps, ConversationDetailsData {}

/** Renders the facts about a conversation from props. Rearrange, add or remove sections here. */
function ConversationDetailsView({
  details, definitions, missing, saving, onAttributeChange, strings, className, children, ...props
}: ConversationDetailsViewProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings, strings)
  if (details === null) return null
  return (
    <section
      data-slot="conversation-details"
      data-state={details ? 'ready' : 'loading'}
      aria-label={t('label')}
      aria-busy={!details}
      className={cn('flex min-w-0 flex-col bg-card text-card-foreground in-data-[slot=support-inbox-card]:gap-3 in-data-[slot=support-inbox-card]:bg-transparent', className)}
      {...props}
    >
      <StringsProvider component="conversationDetails" strings={strings}>
        {details ? (
          <>
            <DetailSection heading={t('title')} className="border-t-0">
              <DetailList>
                <DetailsChannel details={details} />
                <DetailsSla details={details} />
                <DetailsAgent details={details} />
                <DetailsRating details={details} />
              </DetailList>
            </DetailSection>
            <DetailsAttributes
              details={details}
              definitions={definitions}
              missing={missing}
              saving={saving}
              onAttributeChange={onAttributeChange}
            />
            {children}
          </>
        ) : (
          <div aria-hidden="true" className={cn('flex flex-col gap-3 px-4 py-3', detailSectionClassName)}>
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-36" />
          </div>
        )}
        {details ? null : (
          <span role="status" className="sr-only">
            {t('loading')}
          </span>
        )}
      </StringsProvider>
    </section>
  )
}

interface DetailsProps {
  details: Details
}

const channelIcons = {
  conversation: MessagesSquare,
  email: AtSign,
  facebook: ThumbsUp,
  instagram: Camera,
  phone_call: Phone,
  phone_switch: PhoneForwarded,
  push: Bell,
  sms: Smartphone,
  twitter: Hash,
  whatsapp: MessageCircleMore,
  other: CircleDot,
}

/** Channel, and the page on which the customer started. */
function DetailsChannel({ details: { channel, page_url: page } }: DetailsProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  const channelName = useStrings('channel', channelStrings)
  const Icon = channelIcons[channel]
  return (
    <>
      <DetailRow label={t('channel')} isMissing={false}>
        <IconText icon={Icon}>{channelName(channel)}</IconText>
      </DetailRow>
      {page ? (
        <DetailRow label={t('page')} isMissing={false}>
          <DetailsLink href={page} text={page.replace(/^https?:\/\//, '').replace(/\/$/, '')} />
        </DetailRow>
      ) : null}
    </>
  )
}

function IconText({ icon: Icon, children }: { icon: typeof AtSign; children: React.ReactNode }) {
  return (
    <span className="flex items-start gap-1.5">
      <Icon aria-hidden="true" className="mt-0.75 size-3.5 shrink-0 text-muted-foreground" />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

/** The text of a link may name another host, so `host` shows the real one. */
function DetailsLink({ href, text, host }: { href: string; text: string; host?: string }) {
  return (
    <>
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="rounded-xs underline underline-offset-2 hover:decoration-2 focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40 pointer-coarse:inline-block pointer-coarse:py-3"
      >
        <PlainText text={text} max={80} />
        <ExternalLink aria-hidden="true" className="ms-1 inline size-3 align-baseline text-muted-foreground" />
      </a>
      {host ? <bdi className="block text-muted-foreground">{host}</bdi> : null}
    </>
  )
}

const slaLooks = {
  active: ['slaActive', 'bg-status-unread-surface text-status-unread'],
  hit: ['slaHit', 'bg-status-success-surface text-status-success'],
  missed: ['slaMissed', 'border-destructive/40 bg-transparent text-destructive'],
  cancelled: ['slaCancelled', 'bg-status-closed-surface text-status-closed'],
} as const

/** Service level agreement and its status. */
function DetailsSla({ details: { sla } }: DetailsProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  if (!sla) return null
  const [word, tone] = slaLooks[sla.status]
  return (
    <DetailRow label={t('sla')} isMissing={false}>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        {sla.name ? <PlainText text={sla.name} max={80} /> : t('unnamedSla')}
        <Badge variant="secondary" data-slot="details-sla" data-status={sla.status} className={cn('py-0', tone)}>
          {t(word)}
        </Badge>
      </span>
    </DetailRow>
  )
}

const outcomes = {
  assumed_resolution: 'agentAssumed',
  confirmed_resolution: 'agentConfirmed',
  escalated: 'agentEscalated',
  procedure_handoff: 'agentProcedure',
  negative_feedback: 'agentNegative',
  abandoned: 'agentAbandoned',
} as const

/** Part of Fin: its outcome, its rating and its sources. */
function DetailsAgent({ details: { ai_agent: agent } }: DetailsProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  if (!agent) return null
  return (
    <DetailRow label={t('agent')} isMissing={false}>
      <IconText icon={Sparkles}>{t(agent.outcome ? outcomes[agent.outcome] : 'agentTookPart')}</IconText>
      {agent.rating ? <DetailsStars rating={agent.rating} /> : null}
      {agent.sources.length > 0 ? (
        <ul aria-label={t('sources')} className="mt-1 flex flex-col gap-1 text-xs/4.5">
          {agent.sources.map(({ title, url }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sources keep their order, and may repeat.
            <li key={index} className="flex gap-1.5">
              <FileText aria-hidden="true" className="mt-0.75 size-3 shrink-0 text-muted-foreground" />
              <span className="min-w-0">
                {url ? <DetailsLink href={url} text={title} host={new URL(url).host} /> : <PlainText text={title} max={80} />}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </DetailRow>
  )
}

/** The customer's rating of the conversation. */
function DetailsRating({ details: { rating } }: DetailsProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  if (!rating) return null
  return (
    <DetailRow label={t('rating')} isMissing={false}>
      <DetailsStars rating={rating} />
    </DetailRow>
  )
}

function DetailsStars({ rating: { score, remark } }: { rating: NonNullable<Details['rating']> }) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  return (
    <>
      <span role="img" aria-label={t('stars', { score })} className="flex h-5 items-center gap-0.5">
        {[1, 2, 3, 4, 5].map((star) => (
          <Star
            key={star}
            aria-hidden="true"
            className={cn('size-3.5', star <= score ? 'fill-current text-status-waiting' : 'text-muted-foreground')}
          />
        ))}
      </span>
      {remark ? (
        <q className="block text-xs/4.5 text-muted-foreground">
          <PlainText text={remark} max={200} />
        </q>
      ) : null}
    </>
  )
}

type DetailsAttributesProps = DetailsProps & Pick<ConversationDetailsData, 'definitions' | 'missing' | 'saving' | 'onAttributeChange'>

/** Custom attributes of the conversation, each with an editor in its place. */
function DetailsAttributes({ details, definitions, missing, saving, onAttributeChange }: DetailsAttributesProps) {
  const t = useStrings('conversationDetails', conversationDetailsStrings)
  const format = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const attributes = getDetailAttributes(details, definitions, t, format)
  if (attributes.length === 0) return null
  return (
    <DetailSection heading={t('attributes')} data-slot="details-attributes">
      <DetailList id={listId}>
        {attributes.slice(0, isExpanded ? attributes.length : SHOWN_ATTRIBUTES).map((attribute) => (
          <DetailRow
            key={attribute.name}
            label={<PlainText text={attribute.label} max={60} {...(attribute.description && { title: attribute.description })} />}
            isMissing={attribute.isMissing}
          >
            <DetailValue
              attribute={attribute}
              isSaving={saving?.has(attribute.name) ?? false}
              onChange={onAttributeChange && attribute.isEditable ? (value) => onAttributeChange(attribute.name, value) : undefined}
            />
          </DetailRow>
        ))}
      </DetailList>
      {attributes.length > SHOWN_ATTRIBUTES ? (
        <div>
          <MoreButton isExpanded={isExpanded} aria-controls={listId} onClick={() => setExpanded(!isExpanded)}>
            {isExpanded ? t('showFewer') : t('showAll', { count: attributes.length })}
          </MoreButton>
        </div>
      ) : null}
      {missing ? (
        <p className="text-xs text-muted-foreground">{t(missing === 'permission' ? 'definitionsForbidden' : 'definitionsMissing')}</p>
      ) : null}
    </DetailSection>
  )
}

export {
  ConversationDetails, type ConversationDetailsProps, ConversationDetailsView, type ConversationDetailsViewProps, DetailsAgent, DetailsAttributes,
  DetailsChannel, DetailsRating, DetailsSla,
}
