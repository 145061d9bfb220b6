import { expect } from 'storybook/test'
import { ConnectionStatusView } from '@/components/intercom/connection-status'
import { ConversationListSkeleton } from '@/components/intercom/conversation-list'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

const meta = preview.meta({
  title: 'Inbox/ConnectionStatus',
  component: ConnectionStatusView,
  args: { state: 'polling', className: 'max-w-80' },
  parameters: { docs: { story: { height: '120px' } } },
})

/** Without a stream, the page polls every ten seconds. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Live updates are off.')
  },
})

/** No webhook has arrived yet, so the page polls every 30 seconds. */
export const Checking = meta.story({ args: { state: 'checking' } })

/** The stream was interrupted and is reconnecting. */
export const Connecting = meta.story({ args: { state: 'connecting' } })

export const Offline = meta.story({ args: { state: 'offline' } })

/** Screen readers hear that the connection is back, and the status line disappears. */
export const LiveAgain = meta.story({
  name: 'Live again',
  args: { state: 'live' },
  render: (args) => (
    <div className="flex max-w-80 flex-col border">
      <ConversationListSkeleton rows={2} />
      <ConnectionStatusView {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Live updates are back on.')
    await expect(canvas.getByRole('status').getBoundingClientRect().height).toBeLessThan(2)
  },
})

export const LongWords = meta.story({
  name: 'Long strings',
  args: {
    strings: { polling: 'Automatische Aktualisierungen stehen derzeit nicht zur Verfügung. Neue Nachrichten erscheinen verzögert.' },
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const RightToLeft = meta.story({ name: 'Right to left', globals: { dir: 'rtl', locale: 'ar' } })
