'use client'

import { Search } from 'lucide-react'
import { EmptyState } from '@/components/intercom/empty-state'
import { useLocale } from '@/components/intercom/locale-provider'
import { Button } from '@/components/ui/button'
import { useAdmins } from '@/hooks/use-admins'
import { useTags } from '@/hooks/use-tags'
import type { InboxFilter } from '@/lib/intercom/inbox-filter'
import { filterNames, type ToolbarWords } from '@/lib/intercom/inbox-filter-names'

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
