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

/** There is no stream: what is shown is looked up every ten seconds. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Live updates are off.')
  },
})

/** No webhook has arrived yet, so the page checks by itself. */
export const Checking = meta.story({ args: { state: 'checking' } })

/** The stream broke, and is being connected again. */
export const Connecting = meta.story({ args: { state: 'connecting' } })

/** There is no network. */
export const Offline = meta.story({ args: { state: 'offline' } })

/** All is well again: told to who was told of the trouble, and not seen. The line at the foot of the list is gone. */
export const LiveAgain = meta.story({
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

/** Other words, as long as they get. */
export const LongWords = meta.story({
  args: {
    messages: { polling: 'Automatische Aktualisierungen stehen derzeit nicht zur Verfügung. Neue Nachrichten erscheinen verzögert.' },
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const RightToLeft = meta.story({ globals: { dir: 'rtl', locale: 'ar' } })
