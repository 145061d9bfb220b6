'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import {
  conversationListStrings, formatDate, formatDateTime, formatDuration, formatRelativeTime, statusBadgeStrings,
  type TimeFormat, type Translator, useLocale, useStrings, useNow,
} from '../../strings/index.ts'

/** Status in the badge of a conversation. */
export type ConversationStatus = 'unread' | 'waiting' | 'snoozed' | 'closed'

/** Returns the most urgent status; `null` if open, read and replied to. */
export function getConversationStatus(
  conversation: Pick<ConversationSummary, 'state' | 'read' | 'waiting_since'>,
): ConversationStatus | null {
  if (conversation.state !== 'open') return conversation.state
  if (!conversation.read) return 'unread'
  return conversation.waiting_since === null ? null : 'waiting'
}

// Screen readers read the whole name before the user can move on.
const SPOKEN_LENGTH = 120
const TITLE_LENGTH = 400

const MINUTE = 60
const HOUR = 60 * MINUTE
const EIGHT_WEEKS = 8 * 7 * 24 * HOUR

interface RowTextOptions {
  conversation: ConversationSummary
  /** Assignee; `null` if unassigned, `undefined` while unknown, `''` to hide it. */
  assignee: string | null | undefined
  audience: 'agent' | 'customer'
}

interface RowDuration {
  kind: 'waiting' | 'replied'
  title: string
  text: string
  short: string
  isLong: boolean
}

/** Texts of a row, in the user's language and time zone. */
export interface RowText {
  conversation: ConversationSummary
  assignee: string | null | undefined
  status: ConversationStatus | null
  /** Name of the customer, or the subject for customers. */
  name: string
  nameTitle: string | undefined
  subject: string
  /** Start of the first message; empty if `name` has it. */
  preview: string
  label: string
  description: string
  /** Time since the last message: `now`, `5m`, `3w`, or a date. */
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

/** Returns the texts of a row; the same object until one changes. */
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

    // Show at least one minute: "0m" says nothing.
    const formatSeconds = (seconds: number, width: 'narrow' | 'long' = 'narrow') =>
      formatDuration(Math.max(MINUTE, seconds), format.locale, width)
    const waited = now === null || waitingSince === null ? null : now - waitingSince
    const asleep = now === null || snoozedUntil === null ? null : snoozedUntil - now
    const spokenWaiting = waited === null ? '' : t('spokenWaiting', { duration: formatSeconds(waited, 'long') })
    const spokenReplied =
      waitingSince !== null || firstResponse === null ? '' : t('spokenReplied', { duration: formatSeconds(firstResponse, 'long') })
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
      const short = formatSeconds(waited)
      duration = { kind: 'waiting', title: spokenWaiting, text: t('waiting', { duration: short }), short, isLong: waited >= HOUR }
    } else if (spokenReplied && firstResponse !== null) {
      const short = formatSeconds(firstResponse)
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
      statusTime: shownTime === null ? null : formatSeconds(shownTime),
      duration,
      tagNames,
      t,
    }
  }, [conversation, assignee, audience, now, format, t, getStatusText])
}
