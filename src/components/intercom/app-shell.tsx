'use client'

import { useControllableState } from '@radix-ui/react-use-controllable-state'
import { CircleAlert, LogOut, Menu, PanelLeftClose, PanelLeftOpen, X } from 'lucide-react'
import * as React from 'react'
import { useMediaQuery } from 'intercom-v0-kit/account'
import { type HelpFallback, useSignOut, useSignOutFailure } from 'intercom-v0-kit/messenger'
import { appShellStrings, type StringsProps, useLocale, useStrings } from 'intercom-v0-kit/strings'
import { HelpButton } from '@/components/intercom/help-button'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Sheet, SheetClose, SheetContent, SheetTitle, SheetTrigger } from '@/components/ui/sheet'
import { cn } from '@/lib/utils'

/** Link of an {@link AppShell}. */
export interface AppLink {
  href: string
  label: string
  /** Icon before the label, such as one of Lucide. */
  icon?: React.ComponentType<{ className?: string }> | undefined
  /** Number after the label, such as of new conversations. 0 shows none. */
  count?: number | undefined
  /** Whether the link leads to the current page. */
  isCurrent?: boolean | undefined
}

/** Component that renders links, such as `a` or Next.js's `Link`. */
export type LinkComponent = React.ElementType<React.ComponentProps<'a'> & { href: string }>

/** User of an {@link AppShell}. */
export interface AccountUser {
  /** `null` if unknown. */
  name: string | null
  email: string
  /** URL of a picture, or `null`. */
  avatarUrl: string | null
}

/** Props of {@link AppShell}. */
interface AppShellProps extends React.ComponentProps<'div'>, StringsProps {
  /** Logo with an accessible name. */
  logo: React.ReactNode
  /** User whose picture opens the account menu. */
  user: AccountUser
  /** Links of the sidebar. */
  links: readonly AppLink[]
  /** Links beside the logo. On phones they move to the menu. */
  topLinks?: readonly AppLink[]
  /** Links of the account menu. */
  accountLinks?: readonly AppLink[] | undefined
  /** Component for links, such as Next.js's `Link`. @default 'a' */
  linkComponent?: LinkComponent
  /** Shown by the Support button if the Messenger is unavailable. */
  supportFallback?: HelpFallback | undefined
  /** Whether the sidebar shows icons only. Omit it to let the shell keep this state. */
  isCollapsed?: boolean | undefined
  /** Whether the sidebar initially shows icons only. By default it does in windows narrower than 1,024 px. */
  defaultIsCollapsed?: boolean
  /** Called when the user collapses or expands the sidebar. */
  onCollapsedChange?: ((isCollapsed: boolean) => void) | undefined
  /** Content of the page. */
  children?: React.ReactNode
}

/**
 * Renders an app's frame with navigation, support and the account menu. Needs an `IntercomSession` above it. Fills the
 * window's height, and the page scrolls inside.
 */
function AppShell({
  logo, user, links, topLinks = [], accountLinks, linkComponent: Link = 'a', supportFallback,
  isCollapsed, defaultIsCollapsed, onCollapsedChange, strings, className, children, ...props
}: AppShellProps) {
  const t = useStrings('appShell', appShellStrings, strings)
  const id = React.useId()
  const isNarrow = useMediaQuery('(max-width: 63.99rem)')
  const onChange = (next: boolean | null) => onCollapsedChange?.(next === true)
  const [chosen, choose] = useControllableState<boolean | null>({ prop: isCollapsed, defaultProp: defaultIsCollapsed ?? null, onChange })
  const isSmall = chosen ?? isNarrow
  const [isMenuOpen, setMenuOpen] = React.useState(false)
  const menuProps = { linkComponent: Link, onNavigate: () => setMenuOpen(false) }
  const CollapseIcon = isSmall ? PanelLeftOpen : PanelLeftClose
  const focusPage = () => document.getElementById(id)?.focus()

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
            focusPage()
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
          <SheetContent side="left" showCloseButton={false} aria-describedby={undefined} className="max-w-72 border-sidebar-border bg-sidebar text-sidebar-foreground">
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
              <AppSidebar {...menuProps} links={links} aria-label={t('main')} />
              {topLinks.length > 0 ? (
                <AppSidebar {...menuProps} links={topLinks} aria-label={t('top')} className="mx-2 border-t border-sidebar-border px-0" />
              ) : null}
            </div>
          </SheetContent>
        </Sheet>
        {/* A long name leaves room for the Support button's icon and a word or two. */}
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
          <AccountMenu user={user} accountLinks={accountLinks} linkComponent={Link} strings={strings} />
        </div>
      </header>
      <SignOutFailure strings={strings} onDismiss={focusPage} />
      <div className="flex min-h-0 flex-1">
        <div
          className={cn(
            'hidden shrink-0 flex-col border-e border-sidebar-border bg-sidebar md:flex motion-safe:transition-[width]',
            // Until hydration, the width comes from the window alone.
            chosen === null ? 'w-14 overflow-x-hidden lg:w-56' : isSmall ? 'w-14' : 'w-56',
          )}
        >
          <AppSidebar links={links} linkComponent={Link} isCollapsed={isSmall} aria-label={t('main')} className="min-h-0 flex-1 overflow-y-auto">
            <button
              type="button"
              aria-expanded={!isSmall}
              aria-label={isSmall ? t('expand') : t('collapse')}
              onClick={() => choose(!isSmall)}
              className="sticky bottom-0 mt-auto flex size-10 shrink-0 items-center justify-center rounded-md bg-sidebar text-sidebar-foreground hover:bg-sidebar-accent focus-visible:outline-2 focus-visible:outline-sidebar-ring"
            >
              <CollapseIcon aria-hidden="true" className="size-4 rtl:-scale-x-100" />
            </button>
          </AppSidebar>
        </div>
        <main id={id} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto bg-canvas outline-none">
          {children}
        </main>
      </div>
    </div>
  )
}

const sidebarLinkClassName = cn(
  'flex min-h-9 items-center gap-3 rounded-md px-3 text-sm text-sidebar-foreground pointer-coarse:min-h-11',
  '-outline-offset-2 hover:bg-sidebar-accent hover:text-sidebar-accent-foreground focus-visible:outline-2 focus-visible:outline-sidebar-ring',
  'aria-[current=page]:bg-sidebar-accent aria-[current=page]:font-medium aria-[current=page]:text-sidebar-accent-foreground',
  'forced-colors:aria-[current=page]:forced-color-adjust-none forced-colors:aria-[current=page]:bg-[Highlight] forced-colors:aria-[current=page]:text-[HighlightText]',
)

const sidebarCountClassName =
  'rounded-full bg-sidebar-primary text-xs/5 font-medium text-sidebar-primary-foreground tabular-nums forced-colors:border forced-colors:bg-[CanvasText] forced-colors:text-[Canvas]'

/** Sidebar with the links of the app. It collapses to icons. */
function AppSidebar({
  links, linkComponent: Link = 'a', isCollapsed, onNavigate, className, children, ...props
}: Pick<AppShellProps, 'links' | 'linkComponent'> & React.ComponentProps<'nav'> & { isCollapsed?: boolean; onNavigate?: () => void }) {
  const { locale } = useLocale()
  const format = new Intl.NumberFormat(locale)
  return (
    <nav
      data-slot="app-sidebar"
      data-state={isCollapsed ? 'collapsed' : 'expanded'}
      className={cn('flex flex-col gap-2 bg-sidebar p-2 text-sidebar-foreground', className)}
      {...props}
    >
      <ul className="flex flex-col gap-1">
        {links.map(({ href, label, icon: Icon, count = 0, isCurrent }) => {
          const number = count > 0 ? format.format(count) : ''
          const isIcon = isCollapsed && Icon
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                // The accessible name too.
                title={isIcon ? `${label} ${number}`.trim() : undefined}
                onClick={onNavigate}
                className={cn(sidebarLinkClassName, 'relative', isCollapsed && 'justify-center px-0')}
              >
                {Icon ? <Icon aria-hidden="true" className="size-4 shrink-0" /> : null}
                {isIcon ? null : <span className="truncate">{label}</span>}
                {number ? <span className={cn(sidebarCountClassName, isIcon ? 'absolute end-2 top-1.5 size-2' : 'ms-auto px-1.5')}>{isIcon ? null : number}</span> : null}
              </Link>
            </li>
          )
        })}
      </ul>
      {children}
    </nav>
  )
}

/** Menu of the signed-in user, with sign-out. */
function AccountMenu({
  user, accountLinks = [], linkComponent: Link = 'a', strings,
}: Pick<AppShellProps, 'user' | 'accountLinks' | 'linkComponent' | 'strings'>) {
  const t = useStrings('appShell', appShellStrings, strings)
  const { signOut, state } = useSignOut()
  const isBusy = state === 'busy'
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger
        aria-busy={isBusy}
        className={cn(
          'flex size-10 shrink-0 items-center justify-center rounded-full hover:bg-accent',
          'focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40 aria-expanded:bg-accent',
        )}
      >
        <ContactAvatar name={user.name} email={user.email} avatarUrl={user.avatarUrl} />
        <span className="sr-only">{t('account', { name: user.name || user.email })}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-w-72">
        {/* No menu label, because Base UI allows one in a group only. */}
        <div className="flex flex-col px-2 py-1.5 text-sm font-medium">
          {user.name ? <PlainText text={user.name} max={80} /> : null}
          <PlainText text={user.email} className="text-xs font-normal text-muted-foreground" />
        </div>
        <DropdownMenuSeparator />
        {accountLinks.map(({ href, label, icon: Icon }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href}>
              {Icon ? <Icon aria-hidden="true" /> : null}
              {label}
            </Link>
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem disabled={isBusy} onClick={signOut}>
          <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
          {isBusy ? t('signingOut') : t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

// `onDismiss` moves the focus, because the pressed button is removed.
function SignOutFailure({ onDismiss, strings }: StringsProps & { onDismiss: () => void }) {
  const t = useStrings('appShell', appShellStrings, strings)
  const { isShown, isBusy, retry, dismiss } = useSignOutFailure(onDismiss)
  return (
    // A live region has to exist before its text, or screen readers often skip it.
    <div
      role="alert"
      data-slot="sign-out-failure"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-muted py-1.5 ps-4 pe-2 text-sm empty:absolute empty:border-0 empty:p-0"
    >
      {isShown ? (
        <>
          <p className="flex min-w-0 flex-1 basis-40 gap-2">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-destructive" />
            {isBusy ? t('signingOut') : t('signOutFailed')}
          </p>
          <span className="ms-auto flex items-center gap-1">
            <Button type="button" variant="outline" size="sm" aria-disabled={isBusy} onClick={retry} className="pointer-coarse:h-10">
              {t('retry')}
            </Button>
            <Button type="button" variant="ghost" size="icon-sm" aria-label={t('dismiss')} onClick={dismiss} className="pointer-coarse:size-10">
              <X aria-hidden="true" />
            </Button>
          </span>
        </>
      ) : null}
    </div>
  )
}

export { AccountMenu, AppShell, AppSidebar, type AppShellProps }
