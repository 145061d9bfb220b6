import { useLocale } from 'intercom-v0-kit/strings'
import { NOW } from '../../mocks/data/clock.ts'
import { useAppWords } from './use-app-words.ts'

const DAY = 24 * 60 * 60 * 1000

/** The example app's list of reports. */
export function Reports() {
  const { locale, timeZone } = useLocale()
  const words = useAppWords()
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone })
  const end = 'text-end text-muted-foreground tabular-nums'
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 sm:gap-6 sm:p-6">
      <h1 className="text-xl font-semibold">{words.reports}</h1>
      <table className="w-full text-sm">
        <thead className="text-xs text-muted-foreground">
          <tr className="border-b">
            <th scope="col" className="py-2 text-start font-normal">{words.report}</th>
            <th scope="col" className="py-2 text-end font-normal">{words.changed}</th>
          </tr>
        </thead>
        <tbody>
          {words.reportNames.map((name, index) => (
            <tr key={name} className="border-b">
              <th scope="row" className="text-start font-medium">
                <a
                  href={`#report-${index + 1}`}
                  className="block rounded-sm py-3 underline-offset-4 hover:underline focus-visible:outline-2 focus-visible:outline-ring"
                >
                  {name}
                </a>
              </th>
              <td className={end}>{date.format(NOW * 1000 - index * index * 3 * DAY)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
