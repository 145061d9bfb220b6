import '../page.css'
import * as sdk from '@intercom/messenger-js-sdk'
import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { IntercomProvider as PeerProvider, useIntercom as usePeer } from 'react-use-intercom'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { useIntercom } from '@/kit/messenger/use-intercom'
import { createMessengerMock } from '../../../mocks/messenger/index.ts'

createMessengerMock({ hasPanel: false })
const APP_ID = 'abc12345'
const variant = new URLSearchParams(location.search).get('variant')

function Sdk({ children }: { children: React.ReactNode }) {
  React.useEffect(() => sdk.Intercom({ app_id: APP_ID, user_id: 'ann' }), [])
  return children
}

const text = <main>{Array.from({ length: 40 }, (_, index) => <p key={index}>A line of the app that has nothing to do with support.</p>)}</main>
const button = <button type="button" onClick={() => variant === 'messenger-js-sdk' && sdk.show()}>Help</button>

function OurButton() {
  const { load, show } = useIntercom()
  return <button type="button" onPointerEnter={load} onClick={() => show()}>Help</button>
}

function PeerButton() {
  const { show } = usePeer()
  return <button type="button" onClick={show}>Help</button>
}

function app() {
  switch (variant) {
    case 'ours, idle':
    case 'ours, on intent':
    case 'ours, at once': {
      const load = ({ 'ours, idle': 'idle', 'ours, on intent': 'intent', 'ours, at once': 'now' } as const)[variant]
      return <IntercomProvider appId={APP_ID} load={load} userId="ann"><OurButton />{text}</IntercomProvider>
    }
    case 'react-use-intercom':
      return <PeerProvider appId={APP_ID} autoBoot autoBootProps={{ userId: 'ann' }}><PeerButton />{text}</PeerProvider>
    case 'messenger-js-sdk':
      return <Sdk>{button}{text}</Sdk>
    default:
      return <>{button}{text}</>
  }
}

createRoot(document.getElementById('root')!).render(app())
