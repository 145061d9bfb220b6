'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import {
  conversationListStrings, formatDate, formatDateTime, formatDuration, formatRelativeTime, statusBadgeStrings,
  type TimeFormat, type Translator, useLocale, useStrings, useNow,
} from '../../strings/index.ts'

/** Status of a conversation, for its badge. */
export type ConversationStatus = 'unread' | 'waiting' | 'snoozed' | 'closed'

/** Returns what a teammate needs to know first about a conversation; `null` if it is open, read and replied to. */
export function getConversationStatus(
  conversation: Pick<ConversationSummary, 'state' | 'read' | 'waiting_since'>,
): ConversationStatus | null {
  if (conversation.state !== 'open') return conversation.state
  if (!conversation.read) return 'unread'
  return conversation.waiting_since === null ? null : 'waiting'
}

// A screen reader reads the whole name of a row before its user can move on.
const SPOKEN_LENGTH = 120
// Tooltips have room for any name, without covering the page.
const TITLE_LENGTH = 400

const MINUTE = 60
const HOUR = 60 * MINUTE
const EIGHT_WEEKS = 8 * 7 * 24 * HOUR

interface RowTextOptions {
  conversation: ConversationSummary
  /** Name of the assignee: `null` if unassigned, `undefined` while unknown, `''` to show nothing. */
  assignee: string | null | undefined
  /** Reader of the row. Customers see what a conversation is about instead of their own name. */
  audience: 'agent' | 'customer'
}

/** How long a customer has been waiting, or waited for the first reply. */
export interface RowDuration {
  kind: 'waiting' | 'replied'
  title: string
  text: string
  short: string
  isLong: boolean
}

/** Every text of a row, in the language and time zone of the reader. */
export interface RowText {
  conversation: ConversationSummary
  assignee: string | null | undefined
  status: ConversationStatus | null
  /** Text of the control: the customer's name, or the subject for customers. */
  name: string
  nameTitle: string | undefined
  subject: string
  /** Start of the first message; empty if it is already the name. */
  preview: string
  label: string
  /** Accessible description of the control: what the last line of the row shows. */
  description: string
  /** Time since the last message, as short as possible: `now`, `5m`, `3w`, or a date. */
  age: string
  formatTime: () => string
  statusTime: string | null
  duration: RowDuration | null
  tagNames: string
  t: Translator<typeof conversationListStrings>
}

function getAge(at: number, now: number | null, format: TimeFormat): string {
  if (now === null || now - at > EIGHT_WEEKS) return formatDate(at, format)
  if (now - at < MINUTE) return formatRelativeTime(now, now, format.locale)
  return formatDuration(now - at, format.locale)
}

/** Returns every text of a row. The same object until one of them changes. */
export function useRowText({ conversation, assignee, audience }: RowTextOptions): RowText {
  const t = useStrings('conversationList', conversationListStrings)
  const getStatusText = useStrings('statusBadge', statusBadgeStrings)
  const format = useLocale()
  const now = useNow()

  return React.useMemo(() => {
    const { contact, tags, last_message_at: at, waiting_since: waitingSince, snoozed_until: snoozedUntil } = conversation
    const { first_response_seconds: firstResponse } = conversation
    const isAgent = audience === 'agent'
    const title = cleanText(conversation.title)
    const text = cleanText(conversation.preview) || t('noText')
    const customer = isAgent ? cleanText(contact?.name) || cleanText(contact?.email) || t('unknownCustomer') : title || text
    const name = cleanText(customer, SPOKEN_LENGTH)
    const subject = isAgent ? title : ''
    const preview = isAgent || title ? text : ''
    const status = getConversationStatus(conversation)
    const label = t(status ? 'rowWithStatus' : 'row', {
      name,
      status: status ? getStatusText(status) : '',
      time: now === null ? formatDateTime(at, format) : formatRelativeTime(at, now, format.locale),
      text: cleanText(subject || preview, SPOKEN_LENGTH),
    })

    // Durations below a minute count as one minute: "0m" says nothing.
    const write = (seconds: number, width: 'narrow' | 'long' = 'narrow') =>
      formatDuration(Math.max(MINUTE, seconds), format.locale, width)
    const waited = now === null || waitingSince === null ? null : now - waitingSince
    const asleep = now === null || snoozedUntil === null ? null : snoozedUntil - now
    const spokenWaiting = waited === null ? '' : t('spokenWaiting', { duration: write(waited, 'long') })
    const spokenReplied =
      waitingSince !== null || firstResponse === null ? '' : t('spokenReplied', { duration: write(firstResponse, 'long') })
    const tagNames = tags.map((tag) => tag.name).join(', ')
    const description = [
      assignee === null ? t('spokenUnassigned') : assignee && t('spokenAssignee', { name: assignee }),
      spokenWaiting,
      spokenReplied,
      snoozedUntil === null ? '' : t('spokenSnoozed', { time: formatDateTime(snoozedUntil, format) }),
      conversation.priority ? t('spokenPriority') : '',
      tags.length === 0 ? '' : t('spokenTags', { tags: tagNames }),
    ]

    let duration: RowDuration | null = null
    if (waited !== null && status !== 'waiting') {
      const short = write(waited)
      duration = { kind: 'waiting', title: spokenWaiting, text: t('waiting', { duration: short }), short, isLong: waited >= HOUR }
    } else if (spokenReplied && firstResponse !== null) {
      const short = write(firstResponse)
      duration = { kind: 'replied', title: spokenReplied, text: t('replied', { duration: short }), short, isLong: false }
    }

    const shownTime = status === 'waiting' ? waited : status === 'snoozed' ? asleep : null
    return {
      conversation,
      assignee,
      status,
      name,
      nameTitle: name === customer ? undefined : cleanText(customer, TITLE_LENGTH),
      subject,
      preview,
      label,
      description: description.filter(Boolean).join(' '),
      age: getAge(at, now, format),
      formatTime: () => formatDateTime(at, format),
      statusTime: shownTime === null ? null : write(shownTime),
      duration,
      tagNames,
      t,
    }
  }, [conversation, assignee, audience, now, format, t, getStatusText])
}
