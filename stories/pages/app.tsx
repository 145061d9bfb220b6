import * as React from 'react'
import { AccountSettings } from '@/components/intercom/account-settings'
import { AppShell } from '@/components/intercom/app-shell'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { sections } from '../account-settings/sections.tsx'
import { accountLinks, links, logo, topLinks, user } from '../app-shell/frame.tsx'
import { helpCentre } from '../messenger/with-messenger.tsx'

const figures = [
  ['Active accounts', '1,284'],
  ['Trials', '96'],
  ['Churn', '1.8 %'],
] as const

function Dashboard() {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 sm:gap-6 sm:p-6">
      <h1 className="text-xl font-semibold">Dashboard</h1>
      <ChatBanner fallback={helpCentre} storageKey="story-dashboard-banner" message="I have a question about my dashboard." />
      <dl className="grid gap-3 sm:grid-cols-3">
        {figures.map(([name, value]) => (
          <div key={name} className="flex flex-col gap-1 rounded-lg border bg-card p-4">
            <dt className="text-xs text-muted-foreground">{name}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Settings() {
  const [section, setSection] = React.useState('profile')
  return <AccountSettings sections={sections} value={section} onValueChange={setSection} />
}

function Support() {
  return (
    <>
      <h1 className="sr-only">Support inbox</h1>
      <SupportInbox isEmbedded className="h-full" />
    </>
  )
}

const pages = { dashboard: Dashboard, settings: Settings, inbox: Support }

const GoContext = React.createContext<(path: string) => void>(() => {})

function PageLink({ href, onClick, children, ...props }: React.ComponentProps<'a'> & { href: string }) {
  const go = React.use(GoContext)
  return (
    <a
      href={href}
      {...props}
      onClick={(event) => {
        event.preventDefault()
        onClick?.(event)
        go(href.slice(1))
      }}
    >
      {children}
    </a>
  )
}

/** Props of {@link App}. */
interface AppProps {
  /** The page that it begins with. Default: the dashboard. */
  start?: keyof typeof pages
}

/** A small app of three pages, in the place of a router and its files. */
export function App({ start = 'dashboard' }: AppProps) {
  const [path, setPath] = React.useState<string>(start)
  const Page = pages[path as keyof typeof pages] ?? Dashboard
  return (
    <GoContext value={setPath}>
      <AppShell
        logo={logo}
        user={user}
        links={links(path)}
        topLinks={topLinks}
        accountLinks={accountLinks}
        linkComponent={PageLink}
        supportFallback={helpCentre}
      >
        <Page />
      </AppShell>
    </GoContext>
  )
}
