'use client'

import type * as React from 'react'
import type { AppLink, LinkComponent } from '@/components/intercom/account-menu'
import { cn } from '@/lib/utils'

const linkClassName = cn(
  'flex min-h-9 items-center gap-3 rounded-md px-3 text-sm text-sidebar-foreground pointer-coarse:min-h-11',
  '-outline-offset-2 hover:bg-sidebar-accent hover:text-sidebar-accent-foreground focus-visible:outline-2 focus-visible:outline-sidebar-ring',
  'aria-[current=page]:bg-sidebar-accent aria-[current=page]:font-medium aria-[current=page]:text-sidebar-accent-foreground',
  'forced-colors:aria-[current=page]:forced-color-adjust-none forced-colors:aria-[current=page]:bg-[Highlight] forced-colors:aria-[current=page]:text-[HighlightText]',
)

/** Props of {@link AppSidebar}. */
interface AppSidebarProps extends React.ComponentProps<'nav'> {
  /** The parts of the app. */
  links: readonly AppLink[]
  /** What makes a link. Default `a`. */
  linkComponent?: LinkComponent
  /** Only icons are seen; the words are for screen readers, and in tooltips. */
  isCollapsed?: boolean
  /** Somebody goes somewhere. */
  onNavigate?: () => void
  /** What belongs to it, below the parts. */
  children?: React.ReactNode
}

/** The parts of the app, on the theme's dark sidebar. */
function AppSidebar({
  links,
  linkComponent: Link = 'a',
  isCollapsed = false,
  onNavigate,
  className,
  children,
  ...props
}: AppSidebarProps) {
  return (
    <nav
      data-slot="app-sidebar"
      data-state={isCollapsed ? 'collapsed' : 'expanded'}
      className={cn('flex flex-col gap-2 bg-sidebar p-2 text-sidebar-foreground', className)}
      {...props}
    >
      <ul className="flex flex-col gap-1">
        {links.map(({ href, label, icon: Icon, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
              title={isCollapsed ? label : undefined}
              onClick={onNavigate}
              className={cn(linkClassName, isCollapsed && 'justify-center px-0')}
            >
              {Icon ? <Icon aria-hidden="true" className="size-4 shrink-0" /> : null}
              <span className={isCollapsed && Icon ? 'sr-only' : 'truncate'}>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  )
}

export { AppSidebar, type AppSidebarProps }
