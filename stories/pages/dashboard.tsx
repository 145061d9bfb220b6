import { ChatBanner } from '@/components/intercom/chat-banner'
import { useLocale } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'
import { Figures } from '../app-shell/figures.tsx'
import { useAppWords } from '../app-shell/use-app-words.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { helpCentre } from '../messenger/with-messenger.tsx'

/** New accounts per week, oldest first. */
const weeks = [18, 22, 19, 27, 31, 26, 34, 38, 33, 41, 45, 52]
const most = Math.max(...weeks)
/** Mondays of the first and the last week. */
const ends = [new Date('2026-08-31'), new Date('2026-11-16')]

function NewAccounts() {
  const { locale } = useLocale()
  const words = useAppWords()
  const format = new Intl.NumberFormat(locale)
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <section aria-labelledby="new-accounts" className="flex flex-col gap-4 rounded-lg border bg-card p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="new-accounts" className="text-sm font-medium">{words.newAccounts}</h2>
        <span aria-hidden="true" className="text-sm text-muted-foreground tabular-nums">
          {words.thisWeek(format.format(weeks.at(-1) ?? 0))}
        </span>
      </div>
      <ol className="flex h-40 items-end gap-1 border-b sm:gap-2">
        {weeks.map((count, index) => (
          <li key={index} className="h-full flex-1 content-end">
            <div
              className={cn(
                'rounded-t-sm forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none',
                index === weeks.length - 1 ? 'bg-primary' : 'bg-primary/25',
              )}
              style={{ blockSize: `${(count / most) * 100}%` }}
            >
              <span className="sr-only">{format.format(count)}</span>
            </div>
          </li>
        ))}
      </ol>
      <p aria-hidden="true" className="-mt-2 flex justify-between text-xs text-muted-foreground">
        {ends.map((monday) => (
          <time key={monday.toISOString()} dateTime={monday.toISOString().slice(0, 10)}>{day.format(monday)}</time>
        ))}
      </p>
    </section>
  )
}

const DAY = 24 * 60 * 60 * 1000

/** Name, plan, people and age in days. */
const newest = [
  ['Brightside Clinics', 'Enterprise', 148, 1],
  ['Fjordlys', 'Team', 22, 2],
  ['Maison Courbet', 'Scale', 61, 4],
  ['Northgate Schools', 'Team', 35, 5],
  ['Kestrel Logistics', 'Starter', 6, 6],
] as const

function NewestAccounts() {
  const { locale, timeZone } = useLocale()
  const words = useAppWords()
  const count = new Intl.NumberFormat(locale)
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone })
  const head = 'pb-2 text-xs font-normal text-muted-foreground'
  return (
    <section aria-labelledby="newest-accounts" className="rounded-lg border bg-card p-4 pb-1">
      <h2 id="newest-accounts" className="pb-3 text-sm font-medium">{words.newest}</h2>
      <table className="w-full text-sm">
        <thead>
          <tr>
            <th scope="col" className={cn(head, 'text-start')}>{words.account}</th>
            <th scope="col" className={cn(head, 'text-start')}>{words.plan}</th>
            <th scope="col" className={cn(head, 'text-end max-sm:hidden')}>{words.people}</th>
            <th scope="col" className={cn(head, 'text-end')}>{words.since}</th>
          </tr>
        </thead>
        <tbody>
          {newest.map(([name, plan, people, age]) => (
            <tr key={name} className="border-t">
              <th scope="row" className="py-2.5 text-start font-medium">{name}</th>
              <td>{plan}</td>
              <td className="text-end text-muted-foreground tabular-nums max-sm:hidden">{count.format(people)}</td>
              <td className="text-end text-muted-foreground tabular-nums">{date.format(NOW * 1000 - age * DAY)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Dashboard() {
  const words = useAppWords()
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 pb-20 sm:gap-6 sm:p-6 sm:pb-20">
      <h1 className="text-xl font-semibold">{words.dashboard}</h1>
      <ChatBanner fallback={helpCentre} storageKey="story-dashboard-banner" message="I have a question about my dashboard." />
      <Figures />
      <NewAccounts />
      <NewestAccounts />
    </div>
  )
}
