'use client'

import { LogOut } from 'lucide-react'
import * as React from 'react'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { useSignOut } from 'intercom-v0-kit/messenger'
import { appShellMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { cn } from '@/lib/utils'

/** Somewhere to go. */
export interface AppLink {
  /** Where it leads. */
  href: string
  /** What it is called. */
  label: string
  /** A Lucide icon, or any other. */
  icon?: React.ComponentType<{ className?: string }>
  /** It is the page that is shown. */
  isCurrent?: boolean
}

/** What makes a link: `a`, or the one of a router, such as Next.js's `Link`. */
export type LinkComponent = React.ElementType<React.ComponentProps<'a'> & { href: string }>

/** Whose account it is. */
export interface AccountUser {
  /** Their name; null where it is not known. */
  name: string | null
  email: string
  /** The address of a picture; null where there is none. */
  avatarUrl: string | null
}

/** Props of {@link AccountMenu}. */
interface AccountMenuProps extends React.ComponentProps<'button'> {
  /** Who is signed in. */
  user: AccountUser
  /** Where the menu leads, above "Sign out". */
  links?: readonly AppLink[]
  /** What makes a link. Default `a`. */
  linkComponent?: LinkComponent
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** The picture of whoever is signed in, and behind it their account: where to change it, and how to sign out. */
function AccountMenu({ user, links = [], linkComponent: Link = 'a', messages, className, ...props }: AccountMenuProps) {
  const t = useMessages('appShell', appShellMessages, messages)
  const { signOut, state } = useSignOut()
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger
        aria-busy={state === 'busy'}
        className={cn(
          'flex size-10 shrink-0 items-center justify-center rounded-full hover:bg-accent',
          'focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40 aria-expanded:bg-accent',
          className,
        )}
        {...props}
      >
        <ContactAvatar name={user.name} email={user.email} avatarUrl={user.avatarUrl} />
        <span className="sr-only">{t('account', { name: user.name || user.email })}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-w-72">
        {/* Base UI has no label outside a group. */}
        <div className="flex flex-col px-2 py-1.5 text-sm font-medium">
          {user.name ? <PlainText text={user.name} max={80} /> : null}
          <PlainText text={user.email} className="text-xs font-normal text-muted-foreground" />
        </div>
        <DropdownMenuSeparator />
        {links.map(({ href, label, icon: Icon }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href}>
              {Icon ? <Icon aria-hidden="true" /> : null}
              {label}
            </Link>
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem disabled={state === 'busy'} onClick={signOut}>
          <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
          {state === 'busy' ? t('signingOut') : t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

export { AccountMenu, type AccountMenuProps }
