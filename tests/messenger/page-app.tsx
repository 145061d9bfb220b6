/** Renders an app with a help button, configured by the query string. */
import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { useIntercom } from '@/kit/messenger/use-intercom'
import { useTrackEvent } from '@/kit/messenger/use-track-event'
import type { LoadPolicy } from '@/kit/messenger/types'
import { createMessengerMock } from '../../mocks/messenger/index.ts'

const mock = createMessengerMock()
const query = new URLSearchParams(location.search)

function Help() {
  const { load, showNewMessage } = useIntercom()
  const status = useIntercom((state) => state.status)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  const track = useTrackEvent()
  return (
    <main>
      <button type="button" onPointerEnter={load} onClick={() => showNewMessage('Where is my invoice?')}>Help</button>
      <button type="button" onClick={() => track('report_opened', { report: 'revenue' })}>Track</button>
      <output>{`${status} ${isOpen ? 'open' : 'closed'}`}</output>
      <p>{unreadCount} unread</p>
    </main>
  )
}

createRoot(document.getElementById('root')!).render(
  <React.StrictMode>
    <IntercomProvider
      userId="ann"
      load={(query.get('load') as LoadPolicy | null) ?? undefined}
      nonce={query.get('nonce') ?? undefined}
      trustedTypesPolicy={query.get('trustedTypesPolicy') ?? undefined}
    >
      <Help />
    </IntercomProvider>
  </React.StrictMode>,
)

declare global {
  interface Window {
    messengerMock: typeof mock
  }
}

window.messengerMock = mock
