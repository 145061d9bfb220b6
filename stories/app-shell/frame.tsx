import { ChartNoAxesColumn, Inbox, LayoutDashboard, Settings, Waves } from 'lucide-react'
import type { AccountUser, AppLink } from '@/components/intercom/app-shell'
import { english } from './words.ts'

export const logo = (
  <a
    href="#dashboard"
    className="flex min-h-9 min-w-0 items-center gap-2 rounded-md px-1 focus-visible:outline-2 focus-visible:outline-ring"
  >
    <Waves aria-hidden="true" className="size-5 shrink-0 text-primary" />
    <span className="truncate max-[22rem]:sr-only">Tidewater</span>
  </a>
)

/** The signed-in customer. */
export const user: AccountUser = { name: 'Maya Okafor', email: 'maya@alder.example', avatarUrl: null }

/** The signed-in customer of the Arabic stories. */
export const arabicUser: AccountUser = { name: 'عمر عبد الرحمن', email: 'omar@dunes.example', avatarUrl: null }

/** Builds the sidebar links. Only agents get the inbox, with the number of new conversations. */
export const links = (current: string, words = english, isAgent = false, newCount = 0): AppLink[] =>
  [
    { href: '#dashboard', label: words.dashboard, icon: LayoutDashboard },
    { href: '#reports', label: words.reports, icon: ChartNoAxesColumn },
    ...(isAgent ? [{ href: '#inbox', label: words.inbox, icon: Inbox, count: newCount }] : []),
    { href: '#settings', label: words.settings, icon: Settings },
  ].map((link) => ({ ...link, isCurrent: link.href === `#${current}` }))

export const topLinks = (words = english): AppLink[] => [
  { href: '#docs', label: words.docs },
  { href: '#changelog', label: words.changelog },
]

export const accountLinks = (words = english): AppLink[] => [{ href: '#settings', label: words.settings, icon: Settings }]
