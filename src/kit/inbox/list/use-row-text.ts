'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { cleanText } from '../../shared/clean-text.ts'
import {
  conversationListStrings, formatAhead, formatDate, formatDateTime, formatDuration, formatRelativeTime, statusBadgeStrings,
  type TimeFormat, type Translator, useLocale, useStrings, useNow, waitingRingStrings,
} from '../../strings/index.ts'
import { type ConversationStatus, formatWaiting, getConversationStatus, getWaiting, type Waiting } from './waiting.ts'

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
  /** Minutes within which the customer should get a reply; `null` for no target. */
  replyTarget: number | null
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
  /** Time since the customer waits, or else since the last message: `now`, `5m`, `3w`, or a date. */
  age: string
  /** Unix seconds of `age`. */
  ageSince: number
  /** Whether the customer has waited for an hour or more. */
  isLongWait: boolean
  /** Wait against the reply target, for the ring. */
  waiting: Waiting | null
  /** Formats the tooltip of `age`. */
  formatAge: () => string
  /** End of the snooze: `until Thu 09:00`. */
  until: string | null
  /** Time until the first reply, if the customer doesn't wait: `replied in 5m`. */
  replied: string | null
  tagNames: string
  /** Why a search found the conversation: `Matched name`. */
  matched: string | null
  t: Translator<typeof conversationListStrings>
}

function getAge(at: number, now: number | null, format: TimeFormat): string {
  if (now === null || now - at > EIGHT_WEEKS) return formatDate(at, format)
  if (now - at < MINUTE) return formatRelativeTime(now, now, format.locale)
  return formatDuration(now - at, format.locale)
}

/** Returns the texts of a row; the same object until one changes. */
export function useRowText({ conversation, assignee, audience, replyTarget }: RowTextOptions): RowText {
  const t = useStrings('conversationList', conversationListStrings)
  const getStatusText = useStrings('statusBadge', statusBadgeStrings)
  const getWaitingText = useStrings('waitingRing', waitingRingStrings)
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
    const waiting = isAgent ? getWaiting(conversation, now, replyTarget) : null
    const spokenWaiting = waiting
      ? formatWaiting(waiting, format.locale, getWaitingText)
      : waited === null ? '' : t('spokenWaiting', { duration: formatSeconds(waited, 'long') })
    const spokenReplied =
      waitingSince !== null || firstResponse === null ? '' : t('spokenReplied', { duration: formatSeconds(firstResponse, 'long') })
    const tagNames = tags.map((tag) => tag.name).join(', ')
    const { matched_by: matchedBy, matched_text: matchedText } = conversation
    const reason = matchedBy ? t(`matched_${matchedBy}`) : null
    const matched = reason && matchedText ? t('matchedText', { reason, text: cleanText(matchedText, SPOKEN_LENGTH) }) : reason
    const description = [
      assignee === null ? t('spokenUnassigned') : assignee && t('spokenAssignee', { name: assignee }),
      spokenWaiting,
      spokenReplied,
      snoozedUntil === null ? '' : t('spokenSnoozed', { time: formatDateTime(snoozedUntil, format) }),
      conversation.priority ? t('spokenPriority') : '',
      tags.length === 0 ? '' : t('spokenTags', { tags: tagNames }),
      matched,
    ]

    const shownWait = isAgent && conversation.state === 'open' ? waited : null
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
      age: shownWait === null ? getAge(at, now, format) : formatSeconds(shownWait),
      ageSince: shownWait === null ? at : (waitingSince ?? at),
      isLongWait: shownWait !== null && shownWait >= HOUR,
      waiting,
      formatAge: () => (shownWait === null ? formatDateTime(at, format) : spokenWaiting),
      until: snoozedUntil === null ? null : t('until', { time: formatAhead(snoozedUntil, now, format) }),
      replied:
        spokenReplied && firstResponse !== null ? t('replied', { duration: formatSeconds(firstResponse) }) : null,
      tagNames,
      matched,
      t,
    }
  }, [conversation, assignee, audience, replyTarget, now, format, t, getStatusText, getWaitingText])
}
