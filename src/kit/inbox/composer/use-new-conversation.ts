'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { MAX_MESSAGE, MAX_SUBJECT } from '../../contracts/attachment-limits.ts'
import type { NewConversationBody, NewMessageBody } from '../../contracts/index.ts'
import { API_ROOT } from '../../shared/api-client.ts'
import { normalizeMessageText } from '../../shared/message-html.ts'
import { useUnsavedWarning } from '../../shared/use-latest.ts'
import { useErrorDetails } from '../data/use-error-details.ts'
import { type Draft, drafts, useDraft } from './drafts.ts'
import {
  getNewConversations, getSubjectId, type NewConversationAttempt, type NewConversationKind, type StartedHandler,
} from './new-conversation-store.ts'
import { checkViewer } from './outbox.ts'
import { toMessageBody } from './outbox-message.ts'
import { useIsOnline } from './use-composer.ts'

/** Problem of a field: `missing`, `tooLong`, or `invalid` for an email address. */
export type NewConversationProblem = 'missing' | 'tooLong' | 'invalid'

/** Draft of a form that starts a conversation, and the state of its last attempt. */
export interface NewConversationForm extends NewConversationAttempt {
  subject: string
  onSubjectChange: (subject: string) => void
  /** Text and files. They are kept for the user until they are sent; the text also survives a reload. */
  draft: Draft
  onDraftChange: (change: Partial<Draft>) => void
  /** Problems to show, by field. Empty until the user has tried to send. */
  problems: Partial<Record<'subject' | 'body' | 'email' | 'contact', NewConversationProblem>>
  /** Seconds until the server accepts another attempt. */
  secondsLeft: number
  isOnline: boolean
  /** Sends a valid draft. Returns the field of the first problem, or `null`. */
  onSend: () => 'subject' | 'body' | 'email' | 'contact' | null
  /** Returns to an empty form. */
  onRestart: () => void
}

interface FormOptions {
  kind: NewConversationKind
  url: string
  findProblems: (subject: string, text: string) => NewConversationForm['problems']
  toBody: (subject: string, draft: Draft) => Promise<object>
  onSent: StartedHandler | undefined
}

const noError = new Error()

function useNewConversationForm({ kind, url, findProblems, toBody, onSent }: FormOptions): NewConversationForm {
  const store = getNewConversations(useSWRConfig())
  const attempt = React.useSyncExternalStore(store.subscribe, () => store.get(kind), () => store.get(kind))
  const [draft, onDraftChange] = useDraft(kind, 'reply')
  const [{ text: subject }, changeSubject] = useDraft(getSubjectId(kind), 'reply')
  const [hasTried, setTried] = React.useState(false)
  const { secondsLeft } = useErrorDetails(attempt.error ?? noError)
  const isOnline = useIsOnline()
  useUnsavedWarning(attempt.state === 'sending')
  React.useEffect(() => () => {
    // The next form starts empty.
    if (store.get(kind).state === 'sent') store.reset(kind)
  }, [store, kind])
  const order = ['email', 'contact', 'subject', 'body'] as const
  return {
    ...attempt,
    subject,
    onSubjectChange: (next) => changeSubject({ text: next }),
    draft,
    onDraftChange,
    problems: hasTried ? findProblems(subject, draft.text) : {},
    secondsLeft,
    isOnline,
    onSend() {
      const problems = findProblems(subject, draft.text)
      const first = order.find((field) => problems[field]) ?? null
      setTried(first !== null)
      if (first === null && secondsLeft === 0) {
        void store.send(kind, { url, toBody: () => toBody(subject.trim(), drafts.get(kind, 'reply')), onSent })
      }
      return first
    },
    onRestart: () => store.reset(kind),
  }
}

function findTextProblems(subject: string, text: string, needsSubject: boolean): NewConversationForm['problems'] {
  const clean = normalizeMessageText(text)
  const isMissing = needsSubject && subject.trim() === ''
  return {
    ...(isMissing ? { subject: 'missing' } : subject.trim().length > MAX_SUBJECT && { subject: 'tooLong' }),
    ...(clean === '' ? { body: 'missing' } : clean.length > MAX_MESSAGE && { body: 'tooLong' }),
  }
}

/** Options of {@link useNewConversation}. */
export interface NewConversationHookOptions {
  /** Attributes of the conversation. `newConversations.attributes` of `createIntercomRoutes()` must allow their names. */
  attributes?: NewConversationBody['custom_attributes']
  /** Email address and captcha of a visitor who isn't signed in; `null` for customers. */
  visitor?: { email: string; captcha?: string | undefined } | null | undefined
  /** Called when the message was sent. The id is `null` if the user can't open the conversation. `incomplete` lists what failed. */
  onSent?: StartedHandler | undefined
}

/**
 * Starts a conversation of the signed-in customer. Text and files stay until they are sent, also if the form closes. A retry
 * never sends twice.
 */
export function useNewConversation({ attributes, visitor = null, onSent }: NewConversationHookOptions = {}): NewConversationForm & {
  /** Whether the customer has to sign in. `false` while unknown, and for visitors. */
  isSignedOut: boolean
} {
  const isVisitor = visitor !== null
  const [isSignedOut, setSignedOut] = React.useState(false)
  React.useEffect(() => {
    if (isVisitor) return
    // Names the user, so that the draft belongs to no one else.
    let isOver = false
    void checkViewer().then((viewer) => isOver || setSignedOut(viewer.isSignedOut))
    return () => {
      isOver = true
    }
  }, [isVisitor])
  const form = useNewConversationForm({
    kind: 'new-conversation',
    url: `${API_ROOT}/conversations`,
    findProblems(subject, text) {
      const email = visitor?.email.trim() ?? ''
      const emailProblem = visitor && (email === '' ? 'missing' : /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email) ? null : 'invalid')
      return { ...(emailProblem && { email: emailProblem }), ...findTextProblems(subject, text, true) }
    },
    async toBody(subject, draft) {
      const { body, attachment_files } = await toMessageBody({ mode: 'reply', ...draft })
      return {
        subject, body, attachment_files, custom_attributes: attributes,
        ...(visitor && { email: visitor.email.trim(), captcha: visitor.captcha }),
      } satisfies NewConversationBody
    },
    onSent,
  })
  return { ...form, isSignedOut }
}

/** Options of {@link useNewMessage}. */
export interface NewMessageOptions {
  /** Intercom id of the contact; `null` until one is chosen. */
  contactId: string | null
  /** Way to send. Emails need a subject. */
  channel: NewMessageBody['message_type']
  /** Called when the message was sent. The id is `null` if Intercom starts the conversation with the contact's reply. */
  onSent?: ((conversationId: string | null) => void) | undefined
}

/** Writes to a contact, as the signed-in agent. Text stays until it is sent, and a retry never sends twice. */
export function useNewMessage({ contactId, channel, onSent }: NewMessageOptions): NewConversationForm {
  const isEmail = channel === 'email'
  return useNewConversationForm({
    kind: 'new-message',
    url: `${API_ROOT}/messages`,
    findProblems: (subject, text) => ({
      ...(contactId === null && { contact: 'missing' }),
      ...findTextProblems(isEmail ? subject : '', text, isEmail),
    }),
    toBody: async (subject, { text }) =>
      ({ message_type: channel, contact_id: contactId, body: normalizeMessageText(text), ...(isEmail && { subject }) }),
    onSent,
  })
}
