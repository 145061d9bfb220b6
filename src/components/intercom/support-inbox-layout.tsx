import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link SupportInboxLayout}. */
interface SupportInboxLayoutProps extends React.ComponentProps<'div'> {
  /** What the inbox is called: a heading that is heard, not seen. */
  heading: string
  /** Which column a narrow box shows. A wide one shows both. */
  view: 'list' | 'thread'
  /** The column of conversations. */
  list: React.ReactNode
  /** The column of the conversation that is open. */
  thread: React.ReactNode
  /** The column of the customer, where there is room for a third. */
  card: React.ReactNode
  /** What the column of the customer is called; undefined where there is none. */
  cardLabel: string | undefined
  /** The page has a `main` of its own around the inbox: it brings no `main`, `aside` and `h1` then. */
  isEmbedded?: boolean
  /** The column of conversations. */
  listRef?: React.Ref<HTMLDivElement>
  /** The column of the conversation that is open. */
  threadRef?: React.Ref<HTMLDivElement>
  /** The column of the customer. */
  cardRef?: React.Ref<HTMLElement>
}

/**
 * Three columns, two, or one at a time, by the room that the inbox's own box has. The column that a narrow box does not
 * show stays in its place, invisible: it keeps its scroll position, and nobody can reach it.
 */
function SupportInboxLayout({
  heading,
  view,
  list,
  thread,
  card,
  cardLabel,
  isEmbedded = false,
  listRef,
  threadRef,
  cardRef,
  className,
  ...props
}: SupportInboxLayoutProps) {
  const Main = isEmbedded ? 'div' : 'main'
  const Aside = isEmbedded ? 'section' : 'aside'
  const Heading = isEmbedded ? 'h2' : 'h1'

  return (
    <div
      data-slot="support-inbox"
      data-view={view}
      className={cn(
        'group/inbox @container/inbox [--inbox-header-height:4rem] flex h-full min-h-0 w-full overflow-hidden bg-background text-foreground',
        className,
      )}
      {...props}
    >
      <Main
        data-slot="support-inbox-main"
        className={cn(
          'grid min-h-0 min-w-0 flex-1 grid-cols-1 grid-rows-1',
          '@min-[45rem]/inbox:grid-cols-[20rem_minmax(0,1fr)] @min-[75rem]/inbox:grid-cols-[21.25rem_minmax(0,1fr)]',
        )}
      >
        <Heading className="sr-only">{heading}</Heading>
        <div
          ref={listRef}
          data-slot="support-inbox-list"
          className={cn(
            'col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col @min-[45rem]/inbox:border-e',
            '@max-[45rem]/inbox:group-data-[view=thread]/inbox:invisible',
          )}
        >
          {list}
        </div>
        <div
          ref={threadRef}
          data-slot="support-inbox-thread"
          // It takes the focus until there is a heading to take it.
          tabIndex={-1}
          className={cn(
            'outline-none col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col @min-[45rem]/inbox:col-start-2',
            '@max-[45rem]/inbox:group-data-[view=list]/inbox:invisible',
          )}
        >
          {thread}
        </div>
      </Main>
      {cardLabel ? (
        <Aside
          ref={cardRef}
          aria-label={cardLabel}
          data-slot="support-inbox-card"
          // Its place stays while no conversation is open: a column that comes and goes would move the other two.
          className="hidden min-h-0 w-80 shrink-0 flex-col overflow-y-auto border-s bg-card empty:border-transparent empty:bg-transparent @min-[75rem]/inbox:flex"
        >
          {card}
        </Aside>
      ) : null}
    </div>
  )
}

export { SupportInboxLayout, type SupportInboxLayoutProps }
