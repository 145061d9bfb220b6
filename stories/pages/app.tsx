import * as React from 'react'
import { AccountSettings } from '@/components/intercom/account-settings'
import { AppShell } from '@/components/intercom/app-shell'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomSession } from 'intercom-v0-kit/messenger'
import { useConversationCounts } from 'intercom-v0-kit/inbox'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { arabicSections, sections } from '../account-settings/sections.tsx'
import { accountLinks, links, logo, topLinks } from '../app-shell/frame.tsx'
import { Reports } from '../app-shell/reports.tsx'
import { useAppWords } from '../app-shell/use-app-words.ts'
import { arabic } from '../app-shell/words.ts'
import { helpCentre } from '../messenger/with-messenger.tsx'
import { Dashboard } from './dashboard.tsx'
import { arabicCustomer, customer, type AppUser } from './people.ts'

function Settings() {
  const [section, setSection] = React.useState('profile')
  const isArabic = useAppWords() === arabic
  return <AccountSettings sections={isArabic ? arabicSections : sections} value={section} onValueChange={setSection} />
}

function Support() {
  const words = useAppWords()
  return (
    <>
      <h1 className="sr-only">{words.inbox}</h1>
      <SupportInbox isEmbedded autoSelect className="h-full" />
    </>
  )
}

const pages = { dashboard: Dashboard, reports: Reports, settings: Settings, inbox: Support }

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

interface AppProps {
  /** @default 'dashboard' */
  start?: keyof typeof pages
  /** The signed-in user. By default, a customer with the page's language. */
  user?: AppUser
}

/** Renders an app of four pages, without a router. */
export function App({ start = 'dashboard', user: givenUser }: AppProps) {
  const [path, setPath] = React.useState<string>(start)
  const words = useAppWords()
  const user = givenUser ?? (words === arabic ? arabicCustomer : customer)
  const counts = useConversationCounts(user.isAgent)
  const Page = pages[path as keyof typeof pages] ?? Dashboard
  return (
    <GoContext value={setPath}>
      <IntercomSession
        load={user.isAgent ? 'intent' : 'now'}
        hideDefaultLauncher
        userId={user.id}
        name={user.name ?? undefined}
        email={user.email ?? undefined}
        onSignOut={() => {}}
      >
        <AppShell
          logo={logo}
          user={user}
          links={links(path, words, user.isAgent, counts.data?.unread)}
          topLinks={topLinks(words)}
          accountLinks={accountLinks(words)}
          linkComponent={PageLink}
          supportFallback={helpCentre}
        >
          <Page />
        </AppShell>
        {user.isAgent ? null : <HelpLauncher fallback={helpCentre} />}
      </IntercomSession>
    </GoContext>
  )
}
