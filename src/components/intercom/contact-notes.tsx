'use client'

import { CircleAlert, LoaderCircle } from 'lucide-react'
import * as React from 'react'
import { type ContactNotesData, getAgo, MAX_MESSAGE, useContactNotes, useSessionKey } from 'intercom-v0-kit/inbox'
import {
  cleanText, contactNotesStrings, failureReasonStrings, formatDateTime, getFailureReason, mayHaveSucceeded, StringsProvider, type StringsProps, useLocale,
  useNow, useStrings,
} from 'intercom-v0-kit/strings'
import type { ContactNote as Note } from 'intercom-v0-kit/contracts'
import { ErrorState } from '@/components/intercom/error-state'
import { RichText } from '@/components/intercom/rich-text'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

interface ContactNotesBaseProps extends Omit<React.ComponentProps<'section'>, 'ref'>, StringsProps {}

/** Props of {@link ContactNotes}. */
interface ContactNotesProps extends ContactNotesBaseProps {
  /** Intercom id of the contact. Without one, the loading state is shown. */
  contactId: string | null | undefined
}

/** Loads and renders the notes that teammates wrote on a contact, with a field for a new one. For agents only. */
function ContactNotes(props: ContactNotesProps) {
  return <UserContactNotes key={`${useSessionKey()} ${props.contactId}`} {...props} />
}

function UserContactNotes({ contactId, ...props }: ContactNotesProps) {
  const { reload, setText, add, ...data } = useContactNotes(contactId)
  return <ContactNotesView onRetry={reload} onTextChange={setText} onAdd={add} {...data} {...props} />
}

/** Props of {@link ContactNotesView}. */
interface ContactNotesViewProps extends ContactNotesBaseProps, Pick<ContactNotesData, 'notes' | 'text'>, Partial<Pick<ContactNotesData, 'olderCount' | 'saving' | 'failure'>> {
  /** Failure to load the notes. Notes that have loaded stay. */
  error?: Error | undefined
  /** Called when the user loads the notes again. */
  onRetry?: (() => void) | undefined
  /** Called when the user types. */
  onTextChange: (text: string) => void
  /** Called when the user adds the note. */
  onAdd: () => void
}

/** Renders notes and their field from props, in any state. */
function ContactNotesView({
  notes, olderCount = 0, error, text, saving = null, failure, onRetry, onTextChange, onAdd, strings, className, ...props
}: ContactNotesViewProps) {
  const t = useStrings('contactNotes', contactNotesStrings, strings)
  const isLoading = !notes && !error
  return (
    <section
      data-slot="contact-notes"
      data-state={notes ? (notes.length > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'}
      aria-label={t('label')}
      aria-busy={isLoading}
      className={cn('flex min-w-0 flex-col gap-3 text-sm', className)}
      {...props}
    >
      <StringsProvider component="contactNotes" strings={strings}>
        <ContactNoteField text={text} isSaving={saving !== null} failure={failure} onTextChange={onTextChange} onAdd={onAdd} />
        {error ? <ErrorState variant={notes ? 'inline' : 'panel'} error={error} onRetry={onRetry} className={cn(notes && 'rounded-md border')} /> : null}
        {isLoading ? <NotesSkeleton /> : null}
        <span role="status" className="sr-only">
          {isLoading ? t('loading') : saving === null ? null : t('adding')}
        </span>
        {notes?.length === 0 && saving === null && !error ? <p className="text-muted-foreground">{t('empty')}</p> : null}
        {saving !== null || (notes && notes.length > 0) ? (
          <ul className="flex flex-col gap-2">
            {saving === null ? null : (
              <li data-slot="contact-note" data-state="saving" className={noteClassName}>
                <span className="flex items-center gap-1.5 text-xs/5 text-muted-foreground">
                  <span className="font-medium text-foreground">{t('you')}</span>
                  <LoaderCircle aria-hidden="true" className="size-3 motion-safe:animate-spin" />
                </span>
                <bdi className="wrap-anywhere whitespace-pre-line">{saving}</bdi>
              </li>
            )}
            {notes?.map((note) => <ContactNote key={note.id} note={note} />)}
          </ul>
        ) : null}
        {olderCount > 0 ? <p className="text-xs text-muted-foreground">{t('older', { count: olderCount })}</p> : null}
      </StringsProvider>
    </section>
  )
}

const noteClassName = 'flex flex-col gap-0.5 rounded-md bg-status-note-surface px-3 py-2 data-[state=saving]:opacity-70'

function ContactNote({ note: { created_at: at, author, body, truncated } }: { note: Note }) {
  const t = useStrings('contactNotes', contactNotesStrings)
  const format = useLocale()
  const now = useNow()
  return (
    <li data-slot="contact-note" data-state="saved" className={noteClassName}>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2 text-xs/5 text-muted-foreground">
        <PlainText text={cleanText(author.name) || t('teammate')} max={60} className="font-medium text-foreground" />
        <time dateTime={new Date(at * 1000).toISOString()} title={formatDateTime(at, format)}>
          {getAgo(at, now, format)}
        </time>
      </span>
      <RichText nodes={body} headingLevel={4} />
      {truncated ? <p className="text-xs text-muted-foreground">{t('shortened')}</p> : null}
    </li>
  )
}

interface ContactNoteFieldProps {
  text: string
  isSaving: boolean
  failure: Error | undefined
  onTextChange: (text: string) => void
  onAdd: () => void
}

/** Field for a new note. Ctrl or Cmd with Enter adds it. */
function ContactNoteField({ text, isSaving, failure, onTextChange, onAdd }: ContactNoteFieldProps) {
  const t = useStrings('contactNotes', contactNotesStrings)
  const reason = useStrings('failureReason', failureReasonStrings)
  const id = React.useId()
  const isEmpty = text.trim() === ''
  return (
    <form
      data-slot="contact-note-form"
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd()
      }}
    >
      <Textarea
        aria-label={t('field')}
        aria-invalid={failure !== undefined}
        aria-describedby={failure && id}
        placeholder={t('placeholder')}
        dir="auto"
        maxLength={MAX_MESSAGE}
        value={text}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          onAdd()
        }}
        className="min-h-16"
      />
      <div role="alert" className="empty:hidden">
        {failure ? (
          <p id={id} className="flex items-start gap-1.5 text-xs text-destructive">
            <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
            <span className="wrap-anywhere">{t(mayHaveSucceeded(failure) ? 'unclear' : 'failed', { reason: getFailureReason(failure, reason) })}</span>
          </p>
        ) : null}
      </div>
      <Button type="submit" variant="outline" size="sm" aria-disabled={isEmpty || isSaving} className="pointer-coarse:h-11">
        {t(isSaving ? 'adding' : 'add')}
      </Button>
    </form>
  )
}

function NotesSkeleton() {
  return (
    <div data-slot="contact-notes-skeleton" aria-hidden="true" className="flex flex-col gap-2">
      {['w-4/5', 'w-3/5'].map((width) => (
        <div key={width} className="flex flex-col gap-2 rounded-md bg-muted px-3 py-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className={cn('h-4', width)} />
        </div>
      ))}
    </div>
  )
}

export { ContactNotes, type ContactNotesProps, ContactNotesView, type ContactNotesViewProps }
