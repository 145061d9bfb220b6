import * as React from 'react'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomProvider, type IntercomUser, type LoadPolicy, useIntercom } from 'intercom-v0-kit/messenger'
import { Button } from '@/components/ui/button'
import { useAppWords } from '../app-shell/use-app-words.ts'
import { NavBar } from './nav-bar.tsx'
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

/** Renders only when one of the three selected values changes. */
function Reading() {
  const words = useAppWords()
  const status = useIntercom((state) => state.status)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  return (
    <section aria-labelledby="reading" className="mt-4 flex flex-col gap-3 rounded-lg border border-dashed p-4">
      <h2 id="reading" className="text-xs text-muted-foreground">{words.whatItSays}</h2>
      <dl className="grid grid-cols-3 gap-3 font-mono text-xs">
        {Object.entries({ status, isOpen, unreadCount }).map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-col gap-1">
            <dt className="text-muted-foreground">{name}</dt>
            <dd data-testid={name} className="text-sm">{String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface MessengerPageProps {
  load?: LoadPolicy
}

/** Renders a small app that passes its signed-in user to the provider. */
export function MessengerPage({ load }: MessengerPageProps) {
  const [name, setName] = React.useState<keyof typeof users>()
  const user = name && users[name]
  const words = useAppWords()
  return (
    <IntercomProvider hideDefaultLauncher load={load} {...user}>
      <NavBar>
        <HelpButton variant="outline" size="sm" fallback={helpCentre}>
          {words.support}
        </HelpButton>
      </NavBar>
      <main className="mx-auto flex max-w-2xl flex-col gap-4 p-4 text-sm sm:p-6">
        <h1 className="text-xl font-semibold">{words.greet(user?.name)}</h1>
        <ChatBanner isDismissible={false} fallback={helpCentre} />
        <p className="flex flex-wrap gap-2">
          {(['ingrid', 'tomas'] as const)
            .filter((each) => each !== name)
            .map((each) => (
              <Button key={each} variant="outline" size="sm" onClick={() => setName(each)}>
                {(name ? words.switchTo : words.logIn)(users[each].name.split(' ')[0] ?? '')}
              </Button>
            ))}
          {name ? (
            <Button variant="ghost" size="sm" onClick={() => setName(undefined)}>
              {words.logOut}
            </Button>
          ) : null}
        </p>
        <Reading />
      </main>
      <HelpLauncher fallback={helpCentre} />
    </IntercomProvider>
  )
}
