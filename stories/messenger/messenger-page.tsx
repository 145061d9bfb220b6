import * as React from 'react'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomProvider } from '@/components/intercom/intercom-provider'
import { Button } from '@/components/ui/button'
import { useIntercom } from '@/hooks/use-intercom'
import type { IntercomUser } from '@/lib/intercom/messenger/attributes'
import type { LoadPolicy } from '@/lib/intercom/messenger/types'
import { useAppWords } from '../app-shell/use-app-words.ts'
import { helpCentre } from './with-messenger.tsx'

const users = {
  ingrid: {
    userId: 'user_ingrid',
    email: 'ingrid.solheim@haldenbrook.example',
    name: 'Ingrid Solheim',
    createdAt: new Date('2025-03-04T09:00:00Z'),
    company: { companyId: 'haldenbrook', name: 'Haldenbrook' },
    customAttributes: { plan: 'Team' },
  },
  tomas: { userId: 'user_tomas', name: 'Tomás Ferreira', customAttributes: { plan: 'Free' } },
} satisfies Record<string, IntercomUser>

/** Reads the state: it renders when the status changes, or whether it is open, and at nothing else. */
function Reading() {
  const status = useIntercom((state) => state.status)
  const isOpen = useIntercom((state) => state.isOpen)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted-foreground">
      <span>
        Status: <span data-testid="status" className="font-mono text-foreground">{status}</span>
      </span>
      <span>
        Messenger: <span data-testid="open" className="font-mono text-foreground">{isOpen ? 'open' : 'closed'}</span>
      </span>
    </p>
  )
}

interface MessengerPageProps {
  /** When the Messenger is loaded. */
  load?: LoadPolicy
}

/** A small app: who is signed in is the app's to say, and the provider's props say it on. */
export function MessengerPage({ load }: MessengerPageProps) {
  const [name, setName] = React.useState<keyof typeof users>()
  const user = name && users[name]
  const words = useAppWords()
  return (
    <IntercomProvider hideDefaultLauncher load={load} {...user}>
      <header className="flex h-14 items-center justify-between gap-3 border-b px-4">
        <span className="font-semibold">Tidewater</span>
        <HelpButton variant="outline" size="sm" fallback={helpCentre}>
          {words.support}
        </HelpButton>
      </header>
      <main className="mx-auto flex max-w-2xl flex-col gap-4 p-4 text-sm sm:p-6">
        <h1 className="text-lg font-semibold">{[words.greeting, user?.name].filter(Boolean).join(', ')}</h1>
        <ChatBanner isDismissible={false} fallback={helpCentre} />
        <Reading />
        <p className="flex flex-wrap gap-2">
          {name !== 'ingrid' ? (
            <Button variant="outline" size="sm" onClick={() => setName('ingrid')}>
              {name ? 'Switch to Ingrid' : 'Log in as Ingrid'}
            </Button>
          ) : null}
          {name !== 'tomas' ? (
            <Button variant="outline" size="sm" onClick={() => setName('tomas')}>
              {name ? 'Switch to Tomás' : 'Log in as Tomás'}
            </Button>
          ) : null}
          {name ? (
            <Button variant="ghost" size="sm" onClick={() => setName(undefined)}>
              Log out
            </Button>
          ) : null}
        </p>
      </main>
      <HelpLauncher fallback={helpCentre} />
    </IntercomProvider>
  )
}
