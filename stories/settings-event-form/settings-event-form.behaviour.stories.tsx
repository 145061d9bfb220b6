import { expect, userEvent, waitFor } from 'storybook/test'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { account, resetAccount } from '../../.storybook/account.ts'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { profile, profileFields, profileSchema } from './profile.ts'

/** The Interactions panel shows what the form saves and tracks. */
const meta = preview.meta({
  title: 'Account/SettingsEventForm/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SettingsEventForm,
  args: { schema: profileSchema, fields: profileFields, values: profile, className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetAccount(),
  parameters: { ...notPictured, intercom: { signedInAs: 'customer' } },
})

async function replace(field: HTMLElement, text: string) {
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

/** Whether the page asks for confirmation before it unloads. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

const waitForMessenger = () => waitFor(() => expect(world.messenger.view).not.toBeNull(), { timeout: 10_000 })

/** A changed name and email are tracked as one event, and the Messenger gets both at once. */
export const TellsOnce = meta.story({
  name: 'One event for several fields',
  play: async ({ canvas }) => {
    await waitForMessenger()
    await replace(canvas.getByLabelText('Name'), 'Maya O.')
    await replace(canvas.getByLabelText('Email'), 'maya.o@alder.example')
    await userEvent.tab()
    await waitFor(() => expect(world.messenger.events).toHaveLength(1), { timeout: 10_000 })
    await expect(world.messenger.events[0]).toMatchObject({
      name: 'profile_updated',
      metadata: { fields_changed: 'name,email' },
      user: 'story-user',
    })
    await expect(account.values).toEqual({ name: 'Maya O.', email: 'maya.o@alder.example' })
    await waitFor(
      () => expect(world.messenger.view?.settings).toMatchObject({ name: 'Maya O.', email: 'maya.o@alder.example' }),
      { timeout: 10_000 },
    )
    await new Promise((resolve) => setTimeout(resolve, 2500))
    await expect(world.messenger.events).toHaveLength(1)
  },
})

/** Visiting a field, or undoing an edit, sends no request. */
export const SavesNothingUnchanged = meta.story({
  name: "Unchanged fields aren't saved",
  play: async ({ canvas }) => {
    for (let i = 0; i < 7; i++) await userEvent.tab()
    const name = canvas.getByLabelText('Name')
    await userEvent.type(name, 'x')
    await userEvent.type(name, '{Backspace}')
    await userEvent.tab()
    await expect(account.saves).toEqual([])
    await expect(asksBeforeLeaving()).toBe(false)
  },
})

/** Each request has only its own field, and responses can arrive in any order. */
export const KeepsFieldsApart = meta.story({
  name: 'Two fields saved in parallel',
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    await replace(canvas.getByLabelText('Name'), 'Maya O.')
    await replace(canvas.getByLabelText('Email'), 'm@alder.example')
    await userEvent.tab()
    await waitFor(() => expect(account.holds).toHaveLength(2))
    await expect(account.saves).toEqual([{ name: 'Maya O.' }, { email: 'm@alder.example' }])
    account.holds?.[1]?.()
    await waitFor(() => expect(canvas.getByText('Email: saved')).toBeInTheDocument())
    await expect(asksBeforeLeaving()).toBe(true)
    account.holds?.[0]?.()
    await waitFor(() => expect(canvas.getByText('Name: saved')).toBeInTheDocument())
    await expect(account.values).toEqual({ name: 'Maya O.', email: 'm@alder.example' })
    await expect(asksBeforeLeaving()).toBe(false)
  },
})

/** The newer value stays in the field and is saved next. */
export const TheLastWordCounts = meta.story({
  name: 'Edited while saving',
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    const name = canvas.getByLabelText('Name')
    await replace(name, 'First')
    await userEvent.tab()
    await waitFor(() => expect(account.holds).toHaveLength(1))
    await replace(name, 'Second')
    await userEvent.tab()
    account.holds?.[0]?.()
    await waitFor(() => expect(account.holds).toHaveLength(2))
    await expect(name).toHaveValue('Second')
    account.holds?.[1]?.()
    await waitFor(() => expect(account.values).toEqual({ name: 'Second' }))
    await expect(account.saves).toEqual([{ name: 'First' }, { name: 'Second' }])
  },
})

/** The value stays in the field, leaving the page asks for confirmation, and the focus stays. */
export const TriesAgain = meta.story({
  name: 'Fails twice, then saved',
  beforeEach: () => resetAccount({ failures: 2 }),
  play: async ({ canvas }) => {
    const name = canvas.getByLabelText('Name')
    await replace(name, 'Maya O.')
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Your change is still here')
    await expect(name).toHaveFocus()
    await expect(asksBeforeLeaving()).toBe(true)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again: Name' }))
    await expect(name).toHaveFocus()
    await waitFor(() => expect(account.saves).toHaveLength(2))
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again: Name' }))
    await waitFor(() => expect(canvas.getByText('Name: saved')).toBeInTheDocument())
    await expect(name).toHaveValue('Maya O.')
    await expect(name).toHaveFocus()
    await expect(account.saves).toEqual([{ name: 'Maya O.' }, { name: 'Maya O.' }, { name: 'Maya O.' }])
    await expect(asksBeforeLeaving()).toBe(false)
  },
})

/** The value is saved when the network is back. */
export const GoesOnWhenOnline = meta.story({
  name: 'Offline, then online',
  parameters: { intercom: { signedInAs: 'customer', app: 'offline' } },
  play: async ({ canvas }) => {
    await replace(canvas.getByLabelText('Name'), 'Maya O.')
    await userEvent.tab()
    await expect(await canvas.findByRole('alert')).toHaveTextContent("we can't reach the server")
    world.app = 'works'
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(account.values).toEqual({ name: 'Maya O.' }))
  },
})

/** The field shows the value that the server returns. */
export const ShowsWhatIsSaved = meta.story({
  name: 'Normalised by the server',
  play: async ({ canvas }) => {
    const about = canvas.getByLabelText('About you')
    await replace(about, '  Reports  ')
    await userEvent.tab()
    await waitFor(() => expect(about).toHaveValue('Reports'))
    await expect(asksBeforeLeaving()).toBe(false)
  },
})
