'use client'

import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import * as React from 'react'
import {
  MAX_SUBJECT, type NewConversationForm, type NewConversationHookOptions, useComposerForm, useNewConversation,
} from 'intercom-v0-kit/inbox'
import { isolateDirection, type StringsProps, StringsProvider, supportFormStrings, useStrings } from 'intercom-v0-kit/strings'
import {
  ComposerAttach, ComposerAttachments, ComposerContext, ComposerCount, ComposerDropArea, ComposerProblems,
} from '@/components/intercom/message-composer/parts'
import { FormField, SendNotice } from '@/components/intercom/shared/send-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { TooltipProvider } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

interface CommonProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'>, StringsProps {
  /** Address of the page where customers sign in, for those who have to. */
  signInHref?: string | undefined
  /** Returns the address of a conversation, for the link after a message was sent. */
  getHref?: ((conversationId: string) => string) | undefined
  /** Called when the user opens the sent conversation. For links, `event.preventDefault()` keeps the browser on the page. */
  onOpen?: ((conversationId: string, event: React.MouseEvent) => void) | undefined
  /** Content above the Send button, such as fields of your own or a captcha. */
  children?: React.ReactNode
}

/** Props of {@link SupportForm}. */
interface SupportFormProps extends CommonProps, Pick<NewConversationHookOptions, 'attributes' | 'onSent'> {
  /** Initial subject, unless the user has a draft. */
  subject?: string | undefined
  /** Initial text, unless the user has a draft. */
  message?: string | undefined
  /** Whether the user isn't signed in, so the form asks for an email address. The routes need `verifyVisitor`. @default false */
  isVisitor?: boolean | undefined
  /** Token of a visitor's captcha, for `verifyVisitor` of the routes. */
  captcha?: string | undefined
}

/** Props of {@link SupportFormView}. */
interface SupportFormViewProps extends CommonProps, NewConversationForm {
  /** Whether the customer has to sign in before sending. @default false */
  isSignedOut?: boolean | undefined
  /** Email address of a visitor; `undefined` for customers, who have no field for it. */
  email?: string | undefined
  /** Called when a visitor edits the email address. */
  onEmailChange?: ((email: string) => void) | undefined
}

/**
 * Starts a conversation with your team, without the Messenger. Drafts are kept for each user, and a retry never sends twice.
 * Requires `POST /api/intercom/conversations`.
 */
function SupportForm({ subject, message, isVisitor = false, captcha, attributes, onSent, ...props }: SupportFormProps) {
  const [email, setEmail] = React.useState('')
  const form = useNewConversation({ attributes, visitor: isVisitor ? { email, captcha } : null, onSent })
  const prefill = () => {
    if (form.state !== 'editing') return
    if (subject && form.subject === '') form.onSubjectChange(subject)
    if (message && form.draft.text === '') form.onDraftChange({ text: message })
  }
  const prefillOnce = React.useRef(prefill)
  React.useEffect(() => prefillOnce.current(), [])
  return <SupportFormView {...form} email={isVisitor ? email : undefined} onEmailChange={setEmail} {...props} />
}

/** Renders the form from data, in any state. Rearrange, add or remove its fields here. */
function SupportFormView({
  state, error, conversationId, incomplete, subject, onSubjectChange, draft, onDraftChange, problems, secondsLeft, isOnline,
  onSend, onRestart, isSignedOut = false, email, onEmailChange, signInHref, getHref, onOpen, strings, className, children, ...props
}: SupportFormViewProps) {
  const t = useStrings('supportForm', supportFormStrings, strings)
  const id = React.useId()
  const formRef = React.useRef<HTMLFormElement>(null)
  const composer = useComposerForm({ draft, onDraftChange, onSend })
  const isSending = state === 'sending'
  const isWaiting = secondsLeft > 0
  const submit = () => {
    const first = isSending ? null : onSend()
    const field = first && formRef.current?.elements.namedItem(first)
    if (field instanceof HTMLElement) field.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    submit()
  }
  const subjectProblem = problems.subject === 'tooLong' ? t('subjectTooLong', { count: MAX_SUBJECT }) : t('subjectMissing')

  return (
    <StringsProvider component="supportForm" strings={strings}>
      <TooltipProvider>
        <form
          ref={formRef}
          data-slot="support-form"
          data-state={state}
          aria-label={t('label')}
          aria-busy={isSending}
          noValidate
          {...composer.formProps}
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
          className={cn('relative flex min-w-0 flex-col gap-4 text-sm', className)}
          {...props}
        >
          {state === 'sent' ? (
            <SupportFormSent {...{ conversationId, incomplete, email, getHref, onOpen, onRestart }} />
          ) : (
            <ComposerContext
              value={{ form: composer, audience: 'customer', mode: 'reply', onModeChange: () => {}, customerName: null, isClosed: false, isOnline, sendOnEnter: false, conversationId: null, hasFinder: false, id }}
            >
              {email === undefined ? null : (
                <FormField id={`${id}email`} label={t('email')} hint={t('emailHint')} problem={problems.email && t('emailProblem')}>
                  <Input
                    name="email"
                    type="email"
                    autoComplete="email"
                    dir="ltr"
                    value={email}
                    readOnly={isSending}
                    onKeyDown={onKeyDown}
                    onChange={(event) => onEmailChange?.(event.target.value)}
                    className="rtl:text-end"
                  />
                </FormField>
              )}
              <FormField id={`${id}subject`} label={t('subject')} problem={problems.subject && subjectProblem}>
                <Input name="subject" dir="auto" autoComplete="off" value={subject} readOnly={isSending} onKeyDown={onKeyDown} onChange={(event) => onSubjectChange(event.target.value)} />
              </FormField>
              <FormField id={`${id}body`} label={t('message')} problem={problems.body === 'missing' ? t('messageMissing') : undefined}>
                {(control) => (
                  <div
                    data-slot="support-form-message"
                    className={cn(
                      'flex flex-col rounded-md border border-input bg-background shadow-xs has-[textarea[aria-invalid=true]]:border-destructive',
                      'has-[textarea:focus-visible]:border-ring has-[textarea:focus-visible]:ring-[3px] has-[textarea:focus-visible]:ring-ring/40',
                      'forced-colors:has-[textarea:focus-visible]:outline-2',
                    )}
                  >
                    <Textarea
                      name="body"
                      rows={5}
                      {...control}
                      {...composer.fieldProps}
                      onKeyDown={onKeyDown}
                      aria-invalid={problems.body !== undefined}
                      readOnly={isSending}
                      className="max-h-[40dvh] min-h-32 resize-none border-0 bg-transparent shadow-none [unicode-bidi:plaintext] focus-visible:ring-0 focus-visible:outline-0"
                    />
                    <ComposerAttachments />
                    <ComposerProblems />
                    <div className="flex items-center gap-1 px-1.5 pb-1.5">
                      <ComposerAttach disabled={isSending} />
                      <ComposerCount />
                    </div>
                  </div>
                )}
              </FormField>
              {children}
              <SendNotice {...{ state, error, secondsLeft, isOnline, isSignedOut, signInHref }} />
              <div className="flex flex-wrap items-center justify-end gap-3">
                <Button
                  type="submit"
                  aria-disabled={isSending || isWaiting}
                  aria-keyshortcuts="Control+Enter Meta+Enter"
                  className="min-w-28 aria-disabled:bg-muted aria-disabled:text-muted-foreground aria-disabled:opacity-100 aria-disabled:inset-ring aria-disabled:inset-ring-border max-sm:w-full pointer-coarse:h-11"
                >
                  {isSending ? <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> : null}
                  {t(isSending ? 'sending' : state === 'unclear' ? 'sendAgain' : state === 'failed' ? 'retry' : 'send')}
                </Button>
              </div>
              <ComposerDropArea />
            </ComposerContext>
          )}
          {/* A live region has to exist before its text, or screen readers often skip it. */}
          <span role="status" className="sr-only">
            {isSending ? t('sending') : null}
            {state === 'sent' ? t('sentTitle') : null}
          </span>
        </form>
      </TooltipProvider>
    </StringsProvider>
  )
}

type SentProps = Pick<SupportFormViewProps, 'conversationId' | 'incomplete' | 'email' | 'getHref' | 'onOpen' | 'onRestart'>

/** Replaces the fields after a message was sent. Takes over their focus. */
function SupportFormSent({ conversationId, incomplete, email, getHref, onOpen, onRestart }: SentProps) {
  const t = useStrings('supportForm', supportFormStrings)
  const headingRef = React.useRef<HTMLHeadingElement>(null)
  React.useEffect(() => {
    // The focused field is gone.
    if (document.activeElement === document.body || headingRef.current?.closest('[role=dialog]')) headingRef.current?.focus()
  }, [])
  const canOpen = conversationId !== null && (getHref || onOpen)
  return (
    <div data-slot="support-form-sent" className="flex flex-col items-center gap-1 py-6 text-center">
      <span className="mb-2 flex size-10 items-center justify-center rounded-full bg-status-success-surface text-status-success">
        <CircleCheck aria-hidden="true" className="size-5" />
      </span>
      <h3 ref={headingRef} tabIndex={-1} className="rounded-sm font-medium outline-none">
        {t('sentTitle')}
      </h3>
      <p className="text-balance text-muted-foreground">
        {email === undefined ? t('sent') : t('sentToVisitor', { email: isolateDirection(email) })}
      </p>
      {incomplete.includes('files') ? (
        <p role="alert" className="mt-2 flex items-start gap-1.5 rounded-md bg-status-waiting-surface px-3 py-2 text-start text-status-waiting">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t(conversationId === null ? 'filesLost' : 'filesFailed')}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {canOpen ? (
          getHref ? (
            <Button asChild size="sm" className="pointer-coarse:h-11">
              <a href={getHref(conversationId)} onClick={(event) => onOpen?.(conversationId, event)}>
                {t('open')}
              </a>
            </Button>
          ) : (
            <Button type="button" size="sm" onClick={(event) => onOpen?.(conversationId, event)} className="pointer-coarse:h-11">
              {t('open')}
            </Button>
          )
        ) : null}
        <Button type="button" size="sm" variant="outline" onClick={onRestart} className="pointer-coarse:h-11">
          {t('another')}
        </Button>
      </div>
    </div>
  )
}

export { SupportForm, SupportFormView, type SupportFormProps, type SupportFormViewProps }
