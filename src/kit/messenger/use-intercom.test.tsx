import * as React from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { useIntercom } from '@/kit/messenger/use-intercom'
import { useTrackEvent } from '@/kit/messenger/use-track-event'

function Status() {
  const status = useIntercom((state) => state.status)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  const actions = useIntercom()
  useTrackEvent()
  // Calls during server rendering must not throw or leak into other requests.
  for (const action of Object.values(actions)) (action as () => void)()
  return <p>{`${status} ${isOpen} ${unreadCount}`}</p>
}

test('is off on the server, where no call throws', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(
    <React.StrictMode>
      <IntercomProvider appId="abc12345" userId="u1" load="now">
        <Status />
      </IntercomProvider>
    </React.StrictMode>,
  )
  expect(html).toBe('<p>off false 0</p>')
})

test('types the events of a catalogue', () => {
  function Upgrade() {
    const { trackEvent, show } = useIntercom<{ plan_upgraded: { plan: string }; signed_out: undefined }>()
    trackEvent('plan_upgraded', { plan: 'team' })
    trackEvent('signed_out')
    // @ts-expect-error -- not an event of the catalogue
    trackEvent('plan_upgrade', { plan: 'team' })
    // @ts-expect-error -- not the metadata of the event
    trackEvent('plan_upgraded', { plan: 1 })
    show()
    return null
  }
  expect(renderToString(<Upgrade />)).toBe('')
})
