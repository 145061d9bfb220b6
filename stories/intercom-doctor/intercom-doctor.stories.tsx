import { expect, userEvent, waitFor } from 'storybook/test'
import { IntercomDoctorPanel, IntercomDoctorView } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'
import { RequestError } from 'intercom-v0-kit/inbox'
import { clearDiagnoses, diagnose, messengerTroubles } from 'intercom-v0-kit/messenger'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { withDashboard } from '../chat-banner/with-dashboard.tsx'

const page = window as { intercomSettings?: unknown }

/** As if the page had Intercom's snippet: a script that no browser runs. */
function addScript(appId: string): () => void {
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.src = `https://widget.intercom.io/widget/${appId}`
  document.head.append(script)
  return () => script.remove()
}

/** Each trouble, as it is found and reported. `IntercomDoctor` is this panel, in development alone. */
const meta = preview.meta({
  title: 'Messenger/IntercomDoctor',
  component: IntercomDoctorPanel,
  args: { defaultOpen: true },
  decorators: [withDashboard],
  beforeEach: clearDiagnoses,
  parameters: { docs: { story: { height: '280px' } } },
})

export const NoAppId = meta.story({
  beforeEach: () => diagnose('app_id', undefined),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No app id')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
    await expect(canvas.queryByRole('region')).toBeNull()
    diagnose('app_id', undefined)
    await expect(await canvas.findByText('Intercom: 1 problem')).toBeVisible()
  },
})

/** The server has it under another name, where no browser can see it. */
export const WrongPrefix = meta.story({
  parameters: { intercom: { messenger: 'no app id' } },
  beforeEach: () => {
    process.env.INTERCOM_APP_ID = 'hx7q2mlt'
    return () => void delete process.env.INTERCOM_APP_ID
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('App id without its prefix')).toBeVisible()
    await expect(canvas.getByText(/^INTERCOM_APP_ID is set/)).toBeVisible()
  },
})

export const NotAnAppId = meta.story({
  beforeEach: () => diagnose('boot', { options: {}, settings: { app_id: 'YOUR_APP_ID' } }),
})
export const ScriptBlocked = meta.story({
  beforeEach: () => diagnose('blocked', { reason: 'script', detail: undefined }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Script blocked')).toBeVisible()
  },
})
export const NoProvider = meta.story({
  beforeEach: () => diagnose('provider_missing', undefined),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No provider')).toBeVisible()
  },
})
export const NeverReady = meta.story({
  beforeEach: () => diagnose('blocked', { reason: 'timeout', detail: undefined }),
})
export const ShownAsGuest = meta.story({
  beforeEach: () => diagnose('boot', { options: { userId: '', email: undefined }, settings: { app_id: 'hx7q2mlt' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('User shown as a guest')).toBeVisible()
  },
})
export const IdentityMissing = meta.story({
  beforeEach: () =>
    diagnose('blocked', { reason: 'identity', detail: new RequestError('not_found', 'There is no such page', 404) }),
})
export const IdentityRefused = meta.story({
  beforeEach: () =>
    diagnose('blocked', { reason: 'identity', detail: new RequestError('unauthorized', 'Nobody is signed in', 401) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Identity refused (401)')).toBeVisible()
  },
})
export const EventInvalid = meta.story({
  beforeEach: () => diagnose('event', { name: 'Plan Upgraded!', metadata: undefined }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Invalid event')).toBeVisible()
  },
})
export const EventsRefused = meta.story({ beforeEach: () => diagnose('events_refused', { status: 401 }) })
export const TimeInMilliseconds = meta.story({
  beforeEach: () => diagnose('boot', { options: {}, settings: { app_id: 'hx7q2mlt', created_at: 1_767_225_600_000 } }),
})
export const LoadedTwice = meta.story({
  beforeEach: () => {
    const removes = [addScript('hx7q2mlt'), addScript('hx7q2mlt')]
    return () => {
      for (const remove of removes) remove()
    }
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loaded by another script')).toBeVisible()
  },
})

/** It sees what comes later, too. */
export const BootedElsewhere = meta.story({
  beforeEach: () => () => void delete page.intercomSettings,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).toBeNull()
    page.intercomSettings = { app_id: 'another1' }
    await expect(await canvas.findByText('Booted by another script', {}, { timeout: 5_000 })).toBeVisible()
  },
})
export const UpdatesSpent = meta.story({
  render: (args) => (
    <IntercomDoctorView
      {...args}
      troubles={[
        {
          code: 'updates_spent',
          problem: 'The next update waits 3 minutes: this page has sent as many as Intercom accepts.',
          cure: messengerTroubles.updates_spent.cure,
        },
      ]}
    />
  ),
})

/** What one sees first: a line in the corner. */
export const Closed = meta.story({
  args: { defaultOpen: false },
  beforeEach: () => {
    diagnose('app_id', undefined)
    diagnose('event', { name: 'Plan Upgraded!', metadata: undefined })
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Intercom: 2 problems')
    await expect(canvas.getByText('No app id')).not.toBeVisible()
    await userEvent.tab()
    await waitFor(() => expect(canvas.getByRole('status').closest('summary')).toHaveFocus())
  },
})

const diagnoseMuch = () => {
  diagnose('blocked', { reason: 'script', detail: undefined })
  diagnose('boot', { options: { userId: '' }, settings: { app_id: 'YOUR_APP_ID', created_at: 1_767_225_600_000 } })
  diagnose('blocked', { reason: 'identity', detail: new RequestError('unauthorized', 'Nobody is signed in', 401) })
  diagnose('event', { name: 'Plan Upgraded!', metadata: { cart: { nested: 1 } as never } })
}

/** More than there is room for. */
export const Many = meta.story({ beforeEach: diagnoseMuch, parameters: { docs: { story: { height: '640px' } } } })

/** Nothing is wrong, nothing is shown. */
export const Healthy = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).toBeNull()
  },
})

export const Dark = Many.extend({ globals: { theme: 'dark' } })
export const Phone = Many.extend(onPhone)
export const RightToLeft = Many.extend({ globals: { dir: 'rtl', locale: 'ar' } })
