import { useLocale } from 'intercom-v0-kit/strings'
import { useAppWords } from './use-app-words.ts'

/** Three stat cards of the example app. */
export function Figures() {
  const { locale } = useLocale()
  const words = useAppWords()
  const count = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const figures = [
    [words.accounts, count.format(1284)],
    [words.trials, count.format(96)],
    [words.churn, share.format(0.018)],
  ]
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {figures.map(([name, value]) => (
        <div key={name} className="flex flex-col gap-1 rounded-lg border bg-card p-4">
          <dt className="text-xs text-muted-foreground">{name}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
