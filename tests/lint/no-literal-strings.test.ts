import { testRule } from './rule-tester.ts'
import { noLiteralStrings } from './no-literal-strings.ts'

const path = 'src/components/intercom/x.tsx'
const render = (jsx: string) => ({ path, code: `const x = ${jsx}` })

testRule(
  'no-literal-strings',
  noLiteralStrings,
  [
    render("<p>{t('empty')}</p>"),
    render('<p> · {count} – … 24/7 </p>'),
    render("<p>{' '}{name}{' · '}</p>"),
    render("<p>{open ? t('open') : null}{state === 'open' && <X />}</p>"),
    render('<img alt="" src="a.png" />'),
    render("<button aria-label={t('close')} title={label ?? t('close')} type=\"button\" />"),
    render('<p className="flex" data-slot="x" role="status" aria-live="polite" lang="en" />'),
    render('<kbd>J</kbd>'),
    render('<p>&nbsp;&#8211;&middot;</p>'),
    render("<time title={`${day} · ${time}`} />"),
  ],
  [
    { ...render('<p>No conversations</p>'), says: ['`No conversations` is always English'] },
    { ...render('<p>{count} unread</p>'), says: ['`unread`'] },
    { ...render('<>Ende</>'), says: ['`Ende`'] },
    { ...render("<p>{'Close'}</p>"), says: ['`Close`'] },
    { ...render("<p>{open ? 'Open' : 'Closed'}</p>"), says: ['`Open`', '`Closed`'] },
    { ...render("<p>{late && 'Late'}{name ?? 'Nobody'}</p>"), says: ['`Late`', '`Nobody`'] },
    { ...render('<p>{`by ${name}`}</p>'), says: ['`by `'] },
    { ...render('<button aria-label="Close" />'), says: ['`aria-label` is read out, and `Close` is always English'] },
    { ...render("<button title={open ? 'Close' : t('open')} />"), says: ['`title`'] },
    { ...render("<input placeholder={'Search' + suffix} />"), says: ['`placeholder`'] },
    { ...render('<img alt={`Picture of ${name}`} src={src} />'), says: ['`alt`'] },
    { ...render('<EmptyState description="Nothing here" />'), says: ['`description`'] },
    { ...render('<EmptyState title="Nothing here" />'), says: ['`Nothing here`'] },
  ],
)
