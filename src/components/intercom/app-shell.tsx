'use client'

import { Menu, PanelLeftClose, PanelLeftOpen, X } from 'lucide-react'
import * as React from 'react'
import { AccountMenu, type AccountUser, type AppLink, type LinkComponent } from '@/components/intercom/account-menu'
import { AppSidebar } from '@/components/intercom/app-sidebar'
import { HelpButton } from '@/components/intercom/help-button'
import type { HelpFallback } from '@/components/intercom/help-fallback'
import { appShellMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { SignOutFailure } from '@/components/intercom/sign-out-failure'
import { Button } from '@/components/ui/button'
import { Sheet, SheetClose, SheetContent, SheetTitle, SheetTrigger } from '@/components/ui/sheet'
import { useControllableState } from '@radix-ui/react-use-controllable-state'
import { cn } from '@/lib/utils'

/** Props of {@link AppShell}. */
interface AppShellProps extends React.ComponentProps<'div'> {
  /** The app's sign, at the top. It needs a name for screen readers. */
  logo: React.ReactNode
  /** Who is signed in. */
  user: AccountUser
  /** The parts of the app, in the sidebar. */
  links: readonly AppLink[]
  /** Links beside the logo, where there is room; else they are in the menu. */
  topLinks?: readonly AppLink[]
  /** Links in the account's menu. */
  accountLinks?: readonly AppLink[]
  /** What makes a link: Next.js's `Link`, say. Default `a`. */
  linkComponent?: LinkComponent
  /** What the Support button offers where there is no Messenger. */
  supportFallback?: HelpFallback
  /** Whether the sidebar shows icons alone; without it the shell decides. */
  isCollapsed?: boolean
  /** How the sidebar is at first. */
  defaultIsCollapsed?: boolean
  /** Somebody made the sidebar small, or large. */
  onCollapsedChange?: (isCollapsed: boolean) => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
  /** The page. */
  children?: React.ReactNode
}

/**
 * The frame of an app: its sign, its parts, support and account, around the page. Stands inside an `IntercomSession`. It
 * is as high as the window, and the page scrolls in it.
 */
function AppShell({
  logo,
  user,
  links,
  topLinks = [],
  accountLinks,
  linkComponent: Link = 'a',
  supportFallback,
  isCollapsed,
  defaultIsCollapsed = false,
  onCollapsedChange,
  messages,
  className,
  children,
  ...props
}: AppShellProps) {
  const t = useMessages('appShell', appShellMessages, messages)
  const id = React.useId()
  const [isSmall, setSmall] = useControllableState({ prop: isCollapsed, defaultProp: defaultIsCollapsed, onChange: onCollapsedChange })
  const [isMenuOpen, setMenuOpen] = React.useState(false)
  const CollapseIcon = isSmall ? PanelLeftOpen : PanelLeftClose

  return (
    <div
      data-slot="app-shell"
      data-state={isSmall ? 'collapsed' : 'expanded'}
      className={cn('flex h-dvh flex-col overflow-hidden bg-background text-foreground', className)}
      {...props}
    >
      <header className="@container flex h-14 shrink-0 items-center gap-2 border-b px-3 sm:gap-3 sm:px-4">
        <a
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault()
            document.getElementById(id)?.focus()
          }}
          className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-md focus:border focus:bg-background focus:px-4 focus:py-2 focus:text-sm focus:outline-2 focus:outline-ring"
        >
          {t('skip')}
        </a>
        <Sheet open={isMenuOpen} onOpenChange={setMenuOpen}>
          <SheetTrigger asChild>
            <Button type="button" variant="ghost" size="icon" aria-label={t('menu')} className="shrink-0 pointer-coarse:size-10 md:hidden">
              <Menu aria-hidden="true" />
            </Button>
          </SheetTrigger>
          <SheetContent
            side="left"
            showCloseButton={false}
            aria-describedby={undefined}
            className="max-w-72 border-sidebar-border bg-sidebar text-sidebar-foreground"
          >
            <div className="flex h-14 shrink-0 items-center justify-between ps-5 pe-2">
              <SheetTitle className="text-sm">{t('menuTitle')}</SheetTitle>
              <SheetClose
                aria-label={t('close')}
                className="flex size-10 items-center justify-center rounded-md hover:bg-sidebar-accent focus-visible:outline-2 focus-visible:outline-sidebar-ring"
              >
                <X aria-hidden="true" className="size-4" />
              </SheetClose>
            </div>
            <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
              <AppSidebar links={links} linkComponent={Link} aria-label={t('main')} onNavigate={() => setMenuOpen(false)} />
              {topLinks.length > 0 ? (
                <AppSidebar
                  links={topLinks}
                  linkComponent={Link}
                  aria-label={t('top')}
                  onNavigate={() => setMenuOpen(false)}
                  className="mx-2 border-t border-sidebar-border px-0"
                />
              ) : null}
            </div>
          </SheetContent>
        </Sheet>
        {/* The app's name before the words of a button: a long one leaves room for the button's icon, and a word or two. */}
        <div className="flex max-w-[calc(100%-12.5rem)] min-w-9 shrink-0 items-center overflow-hidden font-semibold md:max-w-xs">{logo}</div>
        {topLinks.length > 0 ? (
          <nav aria-label={t('top')} className="hidden md:block">
            <ul className="flex items-center">
              {topLinks.map(({ href, label, isCurrent }) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={isCurrent ? 'page' : undefined}
                    className="flex min-h-9 items-center rounded-md px-3 text-sm text-muted-foreground hover:text-foreground focus-visible:outline-2 focus-visible:outline-ring aria-[current=page]:text-foreground forced-colors:aria-[current=page]:underline"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div className="ms-auto flex min-w-0 items-center gap-2">
          <HelpButton
            variant="outline"
            size="sm"
            fallback={supportFallback}
            className="min-w-0 shrink pointer-coarse:h-10 @max-3xs:shrink-0 [&>span:first-of-type]:truncate @max-3xs:[&>span:first-of-type]:sr-only"
          >
            {t('support')}
          </HelpButton>
          <AccountMenu user={user} links={accountLinks} linkComponent={Link} messages={messages} />
        </div>
      </header>
      <SignOutFailure messages={messages} onDismiss={() => document.getElementById(id)?.focus()} />
      <div className="flex min-h-0 flex-1">
        <div
          className={cn(
            'hidden shrink-0 flex-col border-e border-sidebar-border bg-sidebar md:flex motion-safe:transition-[width]',
            isSmall ? 'w-14' : 'w-56',
          )}
        >
          <AppSidebar
            links={links}
            linkComponent={Link}
            isCollapsed={isSmall}
            aria-label={t('main')}
            className="min-h-0 flex-1 overflow-y-auto"
          >
            <button
              type="button"
              aria-expanded={!isSmall}
              aria-label={isSmall ? t('expand') : t('collapse')}
              onClick={() => setSmall(!isSmall)}
              className="sticky bottom-0 mt-auto flex size-10 shrink-0 items-center justify-center rounded-md bg-sidebar text-sidebar-foreground hover:bg-sidebar-accent focus-visible:outline-2 focus-visible:outline-sidebar-ring"
            >
              <CollapseIcon aria-hidden="true" className="size-4 rtl:-scale-x-100" />
            </button>
          </AppSidebar>
        </div>
        <main id={id} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  )
}

export { AppShell, type AppShellProps }
