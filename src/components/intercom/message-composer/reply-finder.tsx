'use client'

import * as React from 'react'
import { type FoundArticle, type MissingPart, type SavedReply, useReplyFinder } from 'intercom-v0-kit/inbox'
import { failureReasonStrings, getFailureReason, replyFinderStrings, useStrings } from 'intercom-v0-kit/strings'
import { Picker, PickerItem, PickerList, type PickerProps } from '@/components/intercom/shared/picker'
import { Badge } from '@/components/ui/badge'
import { CommandGroup } from '@/components/ui/command'

/** Props of {@link ReplyFinder}. */
interface ReplyFinderProps extends Omit<PickerProps, 'onClose'> {
  /** Conversation whose customer fills placeholders. `null` offers only `replies`. */
  conversationId: string | null
  replies: readonly SavedReply[]
  customerName: string | null
  /** Whether the message is a note. Internal articles are for notes only. */
  isNote: boolean
  /** Start of the query, if the finder was opened by a `/`; else `null`. */
  typed: string | null
  /** Called with the text to insert. */
  onInsert: (text: string) => void
  /** Called when the finder closes without a choice, with the text of its field. */
  onKeep: (query: string) => void
}

/** Finds saved replies and articles by typing. */
function ReplyFinder({ open, onKeep, ...props }: ReplyFinderProps) {
  const t = useStrings('replyFinder', replyFinderStrings)
  const [query, setQuery] = React.useState('')
  const [wasOpen, setWasOpen] = React.useState(false)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) setQuery(props.typed ?? '')
  }
  return (
    <Picker
      open={open}
      onClose={() => onKeep(query)}
      anchor={props.anchor}
      onFocusReturn={props.onFocusReturn}
      title={t('title')}
      description={t('description')}
      closeLabel={t('close')}
    >
      <FinderList query={query} onQueryChange={setQuery} onKeep={onKeep} {...props} />
    </Picker>
  )
}

interface FinderListProps extends Omit<ReplyFinderProps, keyof PickerProps> {
  query: string
  onQueryChange: (query: string) => void
}

function FinderList({ conversationId, replies: own, customerName, isNote, typed, query, onQueryChange, onInsert, onKeep }: FinderListProps) {
  const t = useStrings('replyFinder', replyFinderStrings)
  const { replies, readBody, articles, isLoading, isTruncated, missing } = useReplyFinder(conversationId, query, own, customerName)
  const isSlash = typed !== null
  const isShown = React.useRef(true)
  React.useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function insert(id: string, body: string | null) {
    const text = body ?? (await readBody(id))
    if (text !== null && isShown.current) onInsert(text)
  }

  function change(next: string) {
    // A space, or another slash, means that the text is no search.
    if (isSlash && /^\s|\//.test(next)) onKeep(next)
    else onQueryChange(next)
  }

  return (
    <PickerList
      label={t('find')}
      placeholder={t(conversationId === null ? 'placeholderReplies' : 'placeholder')}
      search={{
        query,
        onQueryChange: change,
        onKeyDown(event) {
          if (isSlash && event.key === 'Backspace' && query === '') {
            event.preventDefault()
            onInsert('')
          }
        },
      }}
      note={isLoading ? t('loading') : undefined}
      footer={<FinderNotes missing={missing} isTruncated={isTruncated} />}
    >
      {replies.length > 0 ? (
        <CommandGroup heading={t('replies')}>
          {replies.map(({ id, title, body }) => (
            <PickerItem key={id} value={`reply ${id}`} label={title} hint={body} onSelect={() => void insert(id, body)} />
          ))}
        </CommandGroup>
      ) : null}
      {articles.length > 0 ? (
        <CommandGroup heading={t('articles')}>
          {articles.map((article) => (
            <ArticleItem key={`${article.internal} ${article.id}`} article={article} isNote={isNote} onInsert={onInsert} />
          ))}
        </CommandGroup>
      ) : null}
    </PickerList>
  )
}

function ArticleItem({ article: { id, title, url, internal }, isNote, onInsert }: { article: FoundArticle; isNote: boolean; onInsert: (text: string) => void }) {
  const t = useStrings('replyFinder', replyFinderStrings)
  const isRefused = internal && !isNote
  return (
    <PickerItem
      value={`article ${internal} ${id}`}
      label={title}
      disabled={isRefused}
      onSelect={() => onInsert(url ? `${title}: ${url}` : title)}
    >
      {internal ? <Badge variant="outline" className="order-last ms-auto">{t(isRefused ? 'onlyInNotes' : 'internal')}</Badge> : null}
    </PickerItem>
  )
}

const strings = {
  replies: { permission: 'repliesForbidden', failure: 'repliesFailed' },
  teamReplies: { permission: 'teamsForbidden', failure: 'teamsFailed' },
  articles: { permission: 'articlesForbidden', failure: 'articlesFailed' },
  internalArticles: { permission: 'articlesForbidden', failure: 'internalFailed' },
} as const

/** Says what is missing in the list, and why. */
function FinderNotes({ missing, isTruncated }: { missing: readonly MissingPart[]; isTruncated: boolean }) {
  const t = useStrings('replyFinder', replyFinderStrings)
  const reasons = useStrings('failureReason', failureReasonStrings)
  const notes = missing.map(({ part, reason }) => {
    if (reason === 'permission') return t(strings[part].permission)
    return t(strings[part].failure, { reason: reason ? getFailureReason(reason, reasons) : '' }).trim()
  })
  if (isTruncated) notes.push(t('truncated'))
  return (
    <div role="status" data-slot="finder-notes" className="flex flex-col gap-1 border-t px-3 py-2 text-xs text-muted-foreground empty:hidden">
      {[...new Set(notes)].map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}

export { ReplyFinder, type ReplyFinderProps }
