/** Runs one case per page load, because a page has only one Messenger. */
import * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { getMessengerWindow } from '@/kit/messenger/script-loader'
import { createMessengerMock } from '../../mocks/messenger/index.ts'
import { wrappers, type User, type Wrapper } from './wrappers.tsx'

const mock = createMessengerMock({ hasPanel: false })
const root = createRoot(document.getElementById('root')!)
const ann: User = { userId: 'ann', name: 'Ann' }
const bob: User = { userId: 'bob', name: 'Bob' }

function render(children: React.ReactNode): void {
  flushSync(() => root.render(children))
}

/** Waits until the Messenger is loaded and no more calls arrive. */
async function settle(): Promise<void> {
  let before = -1
  while (!mock.view || mock.calls.length !== before) {
    before = mock.calls.length
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Counts calls of a method by the page, without the script's own boot. */
function count(method: string): number {
  return mock.calls.filter((call) => call.method === method && !call.isAutomatic).length
}

/** Opens the Messenger by its own launcher, unknown to the wrappers. */
function openMessenger(): void {
  getMessengerWindow().Intercom?.('show')
}

function closeMessenger(): void {
  getMessengerWindow().Intercom?.('hide')
}

const cases = {
  async 'StrictMode'({ Provider }: Wrapper) {
    render(<React.StrictMode><Provider user={ann} /></React.StrictMode>)
    await settle()
    return { boots: count('boot'), updates: count('update'), listeners: count('onShow') }
  },

  async 'three remounts'({ Provider }: Wrapper) {
    let heard = 0
    for (const key of [1, 2, 3, 4]) {
      render(<Provider key={key} user={ann} onShow={() => heard++} />)
      await settle()
    }
    openMessenger()
    return { boots: count('boot'), updates: count('update'), heard }
  },

  async 'ten renders without a change'({ Provider }: Wrapper) {
    for (let each = 0; each <= 10; each++) render(<Provider user={ann} />)
    await settle()
    return { updates: count('update') }
  },

  async 'log out, log in'({ Provider, useSession }: Wrapper) {
    let heard = 0
    const session: { current?: ReturnType<typeof useSession> } = {}
    function Session() {
      const current = useSession()
      React.useEffect(() => {
        session.current = current
      })
      return null
    }
    const app = (user: User | null) => <Provider user={user} onShow={() => heard++}><Session /></Provider>
    render(app(ann))
    await settle()
    session.current?.logOut()
    render(app(null))
    await new Promise((resolve) => setTimeout(resolve, 100))
    session.current?.logIn(bob)
    render(app(bob))
    await settle()
    openMessenger()
    return { shutdowns: count('shutdown'), user: mock.view?.settings.user_id, name: mock.view?.settings.name, heard }
  },

  async 'an event of a first effect'({ Provider, useTrackEvent }: Wrapper) {
    function Child() {
      const trackEvent = useTrackEvent()
      React.useEffect(() => trackEvent('child_mounted'), [trackEvent])
      return null
    }
    render(<Provider user={ann}><Child /></Provider>)
    await settle()
    return { events: mock.events.map(({ name, user }) => `${name} of ${user}`) }
  },

  async 'an event before the provider is there'({ Provider, useTrackEvent }: Wrapper) {
    function Early() {
      const trackEvent = useTrackEvent()
      React.useEffect(() => trackEvent('early_bird'), [trackEvent])
      return null
    }
    const failures: string[] = []
    const onFailure = (event: ErrorEvent) => failures.push(event.message)
    addEventListener('error', onFailure)
    try {
      render(<Early />)
    } catch (reason) {
      failures.push(String(reason))
    }
    render(<Provider user={ann} />)
    await settle()
    return { events: mock.events.map(({ name, user }) => `${name} of ${user}`), throws: failures.length > 0 }
  },

  async 'a callback of the latest render'({ Provider }: Wrapper) {
    const heard: string[] = []
    render(<Provider user={ann} onShow={() => heard.push('first')} />)
    await settle()
    render(<Provider user={ann} onShow={() => heard.push('second')} />)
    openMessenger()
    return { heard }
  },

  async 'two providers'({ Provider }: Wrapper) {
    const heard: string[] = []
    render(<><Provider user={ann} onShow={() => heard.push('one')} /><Provider user={ann} onShow={() => heard.push('two')} /></>)
    await settle()
    openMessenger()
    return { boots: count('boot'), updates: count('update'), heard }
  },

  async 'renders of a component that only tracks'({ Provider, useTrackEvent }: Wrapper) {
    let renders = 0
    function Tracker() {
      useTrackEvent()
      renders++
      return null
    }
    const tracker = <Tracker />
    render(<Provider user={ann}>{tracker}</Provider>)
    await settle()
    const before = renders
    for (const each of [openMessenger, closeMessenger, openMessenger, closeMessenger]) {
      each()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return { renders: renders - before }
  },
}

export type CaseName = keyof typeof cases
export type WrapperName = keyof typeof wrappers

declare global {
  interface Window {
    runCase: (name: CaseName, wrapper: WrapperName) => Promise<unknown>
  }
}

window.runCase = (name, wrapper) => cases[name](wrappers[wrapper])
