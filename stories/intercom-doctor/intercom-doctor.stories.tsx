import { expect, userEvent, waitFor } from 'storybook/test'
import { IntercomDoctorPanel, IntercomDoctorView } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'
import { RequestError } from 'intercom-v0-kit/inbox'
import { clearDiagnoses, diagnose, messengerTroubles } from 'intercom-v0-kit/messenger'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { withDashboard } from '../chat-banner/with-dashboard.tsx'

const page = window as { intercomSettings?: unknown }

/** Adds the tag of Intercom's snippet, with a type that browsers don't run. */
function addScript(appId: string): () => void {
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.src = `https://widget.intercom.io/widget/${appId}`
  document.head.append(script)
  return () => script.remove()
}

/** Each problem as it is detected. `IntercomDoctor` renders this panel in development only. */
const meta = preview.meta({
  title: 'Messenger/IntercomDoctor',
  component: IntercomDoctorPanel,
  args: { defaultOpen: true },
  decorators: [withDashboard],
  beforeEach: clearDiagnoses,
  parameters: { docs: { story: { height: '280px' } } },
})

export const NoAppId = meta.story({
  name: 'No app id',
  beforeEach: () => diagnose('app_id', undefined),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No app id')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
    await expect(canvas.queryByRole('region')).toBeNull()
    diagnose('app_id', undefined)
    await expect(await canvas.findByText('Intercom: 1 problem')).toBeVisible()
  },
})

/** The variable lacks `NEXT_PUBLIC_`, so only the server can read it. */
export const WrongPrefix = meta.story({
  name: 'App id without its prefix',
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
  name: 'Invalid app id',
  beforeEach: () => diagnose('boot', { options: {}, settings: { app_id: 'YOUR_APP_ID' } }),
})
export const ScriptBlocked = meta.story({
  name: 'Script blocked',
  beforeEach: () => diagnose('blocked', { reason: 'script', detail: undefined }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Script blocked')).toBeVisible()
  },
})
export const NoProvider = meta.story({
  name: 'No provider',
  beforeEach: () => diagnose('provider_missing', undefined),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No provider')).toBeVisible()
  },
})
export const NeverReady = meta.story({
  name: 'Never ready',
  beforeEach: () => diagnose('blocked', { reason: 'timeout', detail: undefined }),
})
export const ShownAsGuest = meta.story({
  name: 'User shown as a guest',
  beforeEach: () => diagnose('boot', { options: { userId: '', email: undefined }, settings: { app_id: 'hx7q2mlt' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('User shown as a guest')).toBeVisible()
  },
})
export const IdentityMissing = meta.story({
  name: 'Identity route missing',
  beforeEach: () =>
    diagnose('blocked', { reason: 'identity', detail: new RequestError('not_found', 'There is no such page', 404) }),
})
export const IdentityRefused = meta.story({
  name: 'Identity refused',
  beforeEach: () =>
    diagnose('blocked', { reason: 'identity', detail: new RequestError('unauthorized', 'Nobody is signed in', 401) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Identity refused (401)')).toBeVisible()
  },
})
export const EventInvalid = meta.story({
  name: 'Invalid event',
  beforeEach: () => diagnose('event', ['Plan Upgraded!']),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Invalid event')).toBeVisible()
  },
})
export const EventsRefused = meta.story({
  name: 'Events refused',
  beforeEach: () => diagnose('events_refused', { status: 401 }),
})
export const TimeInMilliseconds = meta.story({
  name: 'Time in milliseconds',
  beforeEach: () => diagnose('boot', { options: {}, settings: { app_id: 'hx7q2mlt', created_at: 1_767_225_600_000 } }),
})
export const LoadedTwice = meta.story({
  name: 'Loaded twice',
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

/** The doctor also detects a script that runs after the page has loaded. */
export const BootedElsewhere = meta.story({
  name: 'Booted by another script',
  beforeEach: () => () => void delete page.intercomSettings,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).toBeNull()
    page.intercomSettings = { app_id: 'another1' }
    await expect(await canvas.findByText('Booted by another script', {}, { timeout: 5_000 })).toBeVisible()
  },
})
export const UpdatesSpent = meta.story({
  name: 'Update limit reached',
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

/** The doctor starts as one line in the corner. */
export const Closed = meta.story({
  name: 'Collapsed',
  args: { defaultOpen: false },
  beforeEach: () => {
    diagnose('app_id', undefined)
    diagnose('event', ['Plan Upgraded!'])
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
  diagnose('event', ['Plan Upgraded!', { cart: { nested: 1 } as never }])
}

/** More problems than fit into the panel. */
export const Many = meta.story({
  name: 'Many problems',
  beforeEach: diagnoseMuch,
  parameters: { ...alsoIn('touch'), docs: { story: { height: '640px' } } },
})

/** Nothing is rendered. */
export const Healthy = meta.story({
  name: 'No problems',
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('region')).toBeNull()
  },
})

export const Dark = Many.extend({ name: 'Dark', globals: { theme: 'dark' } })
export const Phone = Many.extend({ ...onPhone, name: 'Phone' })
export const RightToLeft = Many.extend({ name: 'Right to left', globals: { dir: 'rtl', locale: 'ar' } })
