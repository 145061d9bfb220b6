'use client'

import { Search } from 'lucide-react'
import { EmptyState } from '@/components/intercom/error-state'
import { useLocale } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { filterNames, type InboxFilter, type ToolbarWords, useAdmins, useTags } from 'intercom-v0-kit/inbox'

/** Props of {@link NothingMatches}. */
interface NothingMatchesProps {
  /** What is looked for. */
  filter: InboxFilter
  /** Looks for everything. */
  onClear: () => void
  /** The toolbar's words. */
  t: ToolbarWords
}

/** Says what was looked for, and how to see more. */
function NothingMatches({ filter, onClear, t }: NothingMatchesProps) {
  const admins = useAdmins().data
  const tags = useTags(filter.tagId !== null).data?.tags
  const { locale } = useLocale()
  const names = filterNames(filter, { admins, tags }, t).map(({ name }) => name)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <EmptyState
      icon={Search}
      title={t('emptyTitle')}
      description={t('empty', { filters: list.format(filter.state === 'all' ? names : [t(filter.state), ...names]) })}
      className="wrap-anywhere"
    >
      <Button type="button" variant="outline" size="sm" onClick={onClear} className="pointer-coarse:h-10">
        {t('clear')}
      </Button>
    </EmptyState>
  )
}

export { NothingMatches, type NothingMatchesProps }
