/** Renders one live conversation and its connection state. */
import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { useConnectionState, useLiveUpdates } from '@/kit/inbox/live/use-live-updates'

function App() {
  useLiveUpdates()
  return (
    <>
      <output>{useConnectionState()}</output>
      <ConversationThread conversationId={new URLSearchParams(location.search).get('id')} />
    </>
  )
}

createRoot(document.getElementById('root')!).render(
  <React.StrictMode>
    <App />
  </React.StrictMode>,
)
