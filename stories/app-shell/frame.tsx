import { ChartNoAxesColumn, Inbox, LayoutDashboard, Settings, Waves } from 'lucide-react'
import type { AccountUser, AppLink } from '@/components/intercom/account-menu'

/** The sign of the app that the stories are about. */
export const logo = (
  <a
    href="#dashboard"
    className="flex min-h-9 items-center gap-2 rounded-md px-1 outline-2 outline-transparent focus-visible:outline-ring"
  >
    <Waves aria-hidden="true" className="size-5 shrink-0 text-primary" />
    <span className="truncate max-[22rem]:sr-only">Tidewater</span>
  </a>
)

export const user: AccountUser = { name: 'Maya Okafor', email: 'maya@alder.example', avatarUrl: null }

/** The parts of the app; `current` is the page that is shown. */
export const links = (current: string): AppLink[] =>
  [
    { href: '#dashboard', label: 'Dashboard', icon: LayoutDashboard },
    { href: '#reports', label: 'Reports', icon: ChartNoAxesColumn },
    { href: '#inbox', label: 'Support inbox', icon: Inbox },
    { href: '#settings', label: 'Settings', icon: Settings },
  ].map((link) => ({ ...link, isCurrent: link.href === `#${current}` }))

export const topLinks: AppLink[] = [
  { href: '#docs', label: 'Docs' },
  { href: '#changelog', label: 'Changelog' },
]

export const accountLinks: AppLink[] = [{ href: '#settings', label: 'Settings', icon: Settings }]
