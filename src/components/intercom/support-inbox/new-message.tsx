'use client'

import { LoaderCircle, Mail, MessageCircle, X } from 'lucide-react'
import * as React from 'react'
import {
  FocusReturn, MAX_SUBJECT, type NewMessageOptions, toasts, useContacts, useInbox, useNewMessage,
} from 'intercom-v0-kit/inbox'
import {
  cleanText, failureReasonStrings, getFailureReason, isolateDirection, newMessageStrings, supportFormStrings, useStrings,
} from 'intercom-v0-kit/strings'
import type { ContactsResponse, ConversationSummary } from 'intercom-v0-kit/contracts'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { FormField, SendNotice } from '@/components/intercom/shared/send-form'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Command, CommandInput, CommandItem, CommandList } from '@/components/ui/command'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

type Contact = Pick<ContactsResponse['contacts'][number], 'id' | 'name' | 'email' | 'avatar_url'>
type Channel = NewMessageOptions['channel']

const channels = [
  { channel: 'in_app', key: 'inApp', icon: MessageCircle },
  { channel: 'email', key: 'email', icon: Mail },
] as const satisfies { channel: Channel; key: string; icon: unknown }[]

const MAX_RECENT = 5

/** Returns the customers of the listed conversations, the selected one first. */
function getRecent(conversations: readonly ConversationSummary[], selectedId: string | null): Contact[] {
  const rows = [...conversations].sort((a, b) => Number(b.id === selectedId) - Number(a.id === selectedId))
  const contacts = new Map(rows.flatMap(({ contact }) => (contact ? [[contact.id, contact] as const] : [])))
  return [...contacts.values()].slice(0, MAX_RECENT)
}

interface NewMessageDialogProps {
  open: boolean
  /** Called when the agent closes the dialog. The draft stays. */
  onClose: () => void
  onFocusReturn: () => void
}

/** Writes to a customer, in the app or by email, and opens the new conversation. */
function NewMessageDialog({ open, onClose, onFocusReturn }: NewMessageDialogProps) {
  const t = useStrings('newMessage', newMessageStrings)
  const { focusThread } = useInbox()
  const opensThread = React.useRef(false)
  return (
    <Dialog open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent data-slot="new-message" className="max-h-[min(44rem,88dvh)] max-w-lg sm:p-6">
        <FocusReturn
          onReturn={() => {
            if (opensThread.current) focusThread()
            else onFocusReturn()
            opensThread.current = false
          }}
        />
        <DialogHeader className="pe-8">
          <DialogTitle className="text-base">{t('title')}</DialogTitle>
          <DialogDescription className="text-sm">{t('description')}</DialogDescription>
        </DialogHeader>
        <NewMessageForm
          onSent={(opens) => {
            opensThread.current = opens
            onClose()
          }}
        />
        {/* After the form, so that the search gets the focus first. */}
        <DialogClose asChild>
          <Button type="button" variant="ghost" size="icon-sm" aria-label={t('dismiss')} className="absolute end-2 top-2 pointer-coarse:size-10">
            <X aria-hidden="true" />
          </Button>
        </DialogClose>
      </DialogContent>
    </Dialog>
  )
}

/** `onSent` says whether the conversation opens. */
function NewMessageForm({ onSent }: { onSent: (opens: boolean) => void }) {
  const t = useStrings('newMessage', newMessageStrings)
  const form = useStrings('supportForm', supportFormStrings)
  const { select } = useInbox()
  const id = React.useId()
  const formRef = React.useRef<HTMLFormElement>(null)
  const [contact, setContact] = React.useState<Contact | null>(null)
  const [chosen, setChannel] = React.useState<Channel>('in_app')
  const channel = contact?.email ? chosen : 'in_app'
  const isEmail = channel === 'email'
  const message = useNewMessage({
    contactId: contact?.id ?? null,
    channel,
    onSent(conversationId) {
      toasts.show({ kind: 'status', message: t(conversationId === null ? 'sentWithoutConversation' : 'sentTitle') })
      if (conversationId !== null) select(conversationId)
      onSent(conversationId !== null)
    },
  })
  const { state, problems, subject, draft, secondsLeft } = message
  const isSending = state === 'sending'
  const name = contact && (cleanText(contact.name) || cleanText(contact.email) || t('unnamed'))
  const submit = () => {
    const first = isSending ? null : message.onSend()
    const field = formRef.current?.querySelector<HTMLElement>(first === 'contact' ? '[data-slot=command-input]' : `[name=${first}]`)
    if (first) field?.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    submit()
  }

  return (
    <form
      ref={formRef}
      aria-label={t('title')}
      aria-busy={isSending}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="flex min-w-0 flex-col gap-4 text-sm"
    >
      {contact ? (
        <div data-slot="new-message-contact" className="flex items-center gap-2.5 rounded-md border bg-card py-1.5 ps-3 pe-1.5">
          <ContactAvatar id={contact.id} name={contact.name} email={contact.email} avatarUrl={contact.avatar_url} size="sm" />
          <ContactText contact={contact} name={name ?? ''} />
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={t('change')}
            disabled={isSending}
            onClick={() => setContact(null)}
            className="ms-auto text-muted-foreground pointer-coarse:size-11"
          >
            <X aria-hidden="true" />
          </Button>
        </div>
      ) : (
        <FindContact
          problem={problems.contact && t('contactMissing')}
          onChoose={(next) => {
            setContact(next)
            // The list is gone with the focus in it.
            requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[name=body]')?.focus())
          }}
        />
      )}
      <fieldset data-slot="new-message-channel" className="flex flex-col gap-1.5">
        <legend className="sr-only">{t('channel')}</legend>
        <div className="flex flex-wrap gap-1">
          {channels.map(({ channel: one, key, icon: Icon }) => (
            <label
              key={one}
              data-state={one === channel ? 'checked' : 'unchecked'}
              className={cn(
                'relative flex h-8 items-center gap-1.5 rounded-md border border-transparent px-3 font-medium text-muted-foreground hover:text-foreground pointer-coarse:h-11',
                'has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40 has-focus-visible:outline-2 has-focus-visible:outline-ring',
                'has-disabled:opacity-50 has-disabled:hover:text-muted-foreground',
                one === channel && 'border-border bg-accent text-foreground forced-colors:border-[Highlight]',
              )}
            >
              <input
                type="radio"
                name={`${id}channel`}
                value={one}
                checked={one === channel}
                disabled={isSending || (one === 'email' && contact !== null && !contact.email)}
                onChange={() => setChannel(one)}
                className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
              />
              <Icon aria-hidden="true" className="size-4" />
              {t(key)}
            </label>
          ))}
        </div>
        {contact ? (
          <p className="text-xs text-muted-foreground">
            {isEmail && contact.email ? t('emailHint', { email: isolateDirection(contact.email) }) : t('inAppHint', { name: isolateDirection(name ?? '') })}
            {contact.email ? null : ` ${t('noEmail')}`}
          </p>
        ) : null}
      </fieldset>
      {isEmail ? (
        <FormField
          id={`${id}subject`}
          label={form('subject')}
          problem={problems.subject && (problems.subject === 'tooLong' ? form('subjectTooLong', { count: MAX_SUBJECT }) : form('subjectMissing'))}
        >
          <Input name="subject" dir="auto" autoComplete="off" value={subject} readOnly={isSending} onKeyDown={onKeyDown} onChange={(event) => message.onSubjectChange(event.target.value)} />
        </FormField>
      ) : null}
      <FormField id={`${id}body`} label={form('message')} problem={problems.body && form('messageMissing')}>
        <Textarea
          name="body"
          rows={6}
          value={draft.text}
          readOnly={isSending}
          onKeyDown={onKeyDown}
          onChange={(event) => message.onDraftChange({ text: event.target.value })}
          className="max-h-[40dvh] min-h-32 [unicode-bidi:plaintext]"
        />
      </FormField>
      <SendNotice state={state} error={message.error} secondsLeft={secondsLeft} isOnline={message.isOnline} />
      <div className="flex justify-end">
        <Button
          type="submit"
          aria-disabled={isSending || secondsLeft > 0}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          className="min-w-28 aria-disabled:bg-muted aria-disabled:text-muted-foreground aria-disabled:opacity-100 aria-disabled:inset-ring aria-disabled:inset-ring-border max-sm:w-full pointer-coarse:h-11"
        >
          {isSending ? <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> : null}
          {form(isSending ? 'sending' : state === 'unclear' ? 'sendAgain' : state === 'failed' ? 'retry' : 'send')}
        </Button>
      </div>
    </form>
  )
}

interface FindContactProps {
  problem: string | undefined
  onChoose: (contact: Contact) => void
}

/** Milliseconds without typing before a search. */
const PAUSE = 250

/** Finds customers while the agent types. Before that, it offers those of the listed conversations. */
function FindContact({ problem, onChoose }: FindContactProps) {
  const t = useStrings('newMessage', newMessageStrings)
  const reason = useStrings('failureReason', failureReasonStrings)
  const { conversations = [], selectedId } = useInbox()
  const [text, setText] = React.useState('')
  const [query, setQuery] = React.useState('')
  React.useEffect(() => {
    const timer = setTimeout(() => setQuery(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const { data, error } = useContacts(query)
  const problemId = React.useId()
  const isSearch = text.trim() !== ''
  const isSearching = isSearch && (text !== query || (!data && !error))
  const found: readonly Contact[] = isSearch ? (data?.contacts ?? []) : getRecent(conversations, selectedId)
  const note = isSearching ? t('searching') : error && isSearch ? t('failed', { reason: getFailureReason(error, reason) }) : isSearch && found.length === 0 ? t('nothing', { query: text.trim() }) : null
  return (
    <div data-slot="new-message-to" className="flex flex-col gap-1.5">
      <p className="font-medium">{t('to')}</p>
      <Command shouldFilter={false} label={t('find')} className={cn('border border-input', problem && 'border-destructive')}>
        <CommandInput
          value={text}
          onValueChange={setText}
          placeholder={t('placeholder')}
          maxLength={200}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? problemId : undefined}
        />
        <CommandList label={t('find')} className="max-h-48 p-1 empty:hidden">
          {found.map((contact) => (
            <CommandItem key={contact.id} value={contact.id} onSelect={() => onChoose(contact)}>
              <ContactAvatar id={contact.id} name={contact.name} email={contact.email} avatarUrl={contact.avatar_url} size="sm" />
              <ContactText contact={contact} name={cleanText(contact.name) || cleanText(contact.email) || t('unnamed')} />
            </CommandItem>
          ))}
        </CommandList>
        <p role="status" className={cn('px-3 text-xs text-muted-foreground', note && 'py-2.5', error && isSearch && 'text-destructive')}>
          {note}
        </p>
      </Command>
      {problem ? (
        <p id={problemId} className="text-xs text-destructive">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

function ContactText({ contact, name }: { contact: Contact; name: string }) {
  return (
    <span className="flex min-w-0 flex-col">
      <PlainText text={name} max={80} className="truncate font-medium" />
      {contact.email && contact.email !== name ? <PlainText text={contact.email} max={80} className="truncate text-xs text-muted-foreground" /> : null}
    </span>
  )
}

export { NewMessageDialog }
