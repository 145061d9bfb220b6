'use client'

import { CircleCheck, MessagesSquare, Moon, UserRoundPlus } from 'lucide-react'
import { type CommandId, getReplyTarget, getWaiting, useInbox } from 'intercom-v0-kit/inbox'
import {
  bulkBarStrings, cleanText, conversationThreadStrings, formatDuration, idlePaneStrings, keyboardHelpStrings, useLocale, useNow,
  useStrings,
} from 'intercom-v0-kit/strings'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { ContactAvatar, WaitingRing } from '@/components/intercom/shared/avatar-and-badge'
import { Keys } from '@/components/intercom/shared/icon-button'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'

const agentKeys: CommandId[] = ['next', 'previous', 'close', 'snooze', 'help']
const MAX_CARDS = 3

/** Pane beside the list without a selected conversation: the checked rows, or keys and the customer who waits longest. */
function InboxIdlePane() {
  const { conversations = [], actions } = useInbox()
  const { shownCheckedIds } = actions
  const checked = conversations.filter(({ id }) => shownCheckedIds.includes(id))
  return (
    <div data-slot="inbox-idle-pane" className="m-auto flex w-full max-w-md flex-col items-center gap-6 p-6 text-sm">
      {checked.length > 0 ? <CheckedStack conversations={checked} /> : <NothingSelected conversations={conversations} />}
    </div>
  )
}

interface ConversationsProps {
  conversations: ConversationSummary[]
}

/** The first checked conversations as a pile of cards, with the actions on all of them. */
function CheckedStack({ conversations }: ConversationsProps) {
  const t = useStrings('bulkBar', bulkBarStrings)
  const { actions, ask, bindings } = useInbox()
  const isBusy = actions.bulk.progress !== null
  const buttons = [
    { id: 'close', icon: CircleCheck, run: () => actions.act(actions.shownCheckedIds, { action: 'close' }) },
    { id: 'snooze', icon: Moon, run: () => ask('snooze') },
    { id: 'assign', icon: UserRoundPlus, run: () => ask('assign') },
  ] as const satisfies { id: CommandId; icon: unknown; run: () => void }[]
  return (
    <>
      <ul className="flex w-full flex-col">
        {conversations.slice(0, MAX_CARDS).map(({ id, contact, title, preview }) => (
          <li key={id} className="-mb-3 flex h-14 items-start gap-2.5 rounded-lg border bg-card px-3 py-2 shadow-xs last:mb-0 last:h-10">
            <ContactAvatar
              id={contact?.id}
              name={contact?.name ?? null}
              email={contact?.email}
              avatarUrl={contact?.avatar_url ?? null}
              size="sm"
            />
            <PlainText text={contact?.name ?? contact?.email ?? title ?? preview} className="min-w-0 truncate leading-6 font-medium" />
          </li>
        ))}
      </ul>
      <p className="font-medium tabular-nums">{t('selected', { count: actions.shownCheckedIds.length })}</p>
      <fieldset className="flex flex-wrap justify-center gap-2">
        <legend className="sr-only">{t('label')}</legend>
        {buttons.map(({ id, icon: Icon, run }) => (
          <Button key={id} type="button" variant="outline" aria-disabled={isBusy} onClick={isBusy ? undefined : run}>
            <Icon aria-hidden="true" />
            {t(id)}
            <KeysOf id={id} bindings={bindings} />
          </Button>
        ))}
      </fieldset>
    </>
  )
}

/** The most useful keys, and the customer who waits longest. */
function NothingSelected({ conversations }: ConversationsProps) {
  const t = useStrings('idlePane', idlePaneStrings)
  const thread = useStrings('conversationThread', conversationThreadStrings)
  const help = useStrings('keyboardHelp', keyboardHelpStrings)
  const { bindings, replyTargets, select } = useInbox()
  const [now, { locale }] = [useNow(), useLocale()]
  const waiting = conversations.filter(({ state, waiting_since: since }) => state === 'open' && since !== null)
  const [longest] = waiting.sort((a, b) => (a.waiting_since ?? 0) - (b.waiting_since ?? 0))
  const keys = agentKeys.filter((id) => bindings.some((binding) => binding.id === id && binding.keys.length > 0))
  return (
    <>
      <div className="flex flex-col items-center gap-2 text-muted-foreground">
        <MessagesSquare aria-hidden="true" className="size-6" />
        <p className="font-medium text-foreground">{thread('pickTitle')}</p>
      </div>
      {longest && now !== null ? (
        <div className="flex w-full flex-col gap-1.5">
          <p className="text-xs text-muted-foreground">{t('longest')}</p>
          <Button type="button" variant="outline" onClick={() => select(longest.id)} className="h-auto w-full justify-start gap-3 px-3 py-2.5">
            <span className="relative shrink-0">
              <ContactAvatar
                id={longest.contact?.id}
                name={longest.contact?.name ?? null}
                email={longest.contact?.email}
                avatarUrl={longest.contact?.avatar_url ?? null}
              />
              <WaitingRing waiting={getWaiting(longest, now, getReplyTarget(longest, replyTargets))} />
            </span>
            <PlainText
              text={cleanText(longest.contact?.name) || cleanText(longest.contact?.email) || thread('unknownCustomer')}
              className="min-w-0 flex-1 truncate text-start"
            />
            <span className="shrink-0 text-xs text-muted-foreground tabular-nums">
              {formatDuration(Math.max(60, now - (longest.waiting_since ?? now)), locale)}
            </span>
          </Button>
        </div>
      ) : null}
      {keys.length > 0 ? (
        <dl className="w-full text-xs text-muted-foreground">
          {keys.map((id) => (
            <div key={id} className="flex h-7 items-center justify-between gap-4">
              <dt className="min-w-0 truncate">{help(id as keyof typeof keyboardHelpStrings)}</dt>
              <dd>
                <KeysOf id={id} bindings={bindings} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}

function KeysOf({ id, bindings }: { id: CommandId; bindings: ReturnType<typeof useInbox>['bindings'] }) {
  const key = bindings.find((binding) => binding.id === id)?.keys[0]
  return key ? <Keys aria-hidden="true" keys={key} className="text-muted-foreground" /> : null
}

export { InboxIdlePane }
