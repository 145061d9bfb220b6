import { expect, userEvent, waitFor } from 'storybook/test'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { account, resetAccount } from '../../.storybook/account.ts'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { profile, profileFields, profileSchema } from './profile.ts'

/** What the form does, step by step: see the Interactions panel. */
const meta = preview.meta({
  title: 'Account/SettingsEventForm/Behaviour',
  component: SettingsEventForm,
  args: { schema: profileSchema, fields: profileFields, values: profile, className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetAccount(),
  parameters: { intercom: { signedInAs: 'customer' } },
})

async function replace(field: HTMLElement, text: string) {
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

/** Whether leaving the page now would ask. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

const messengerReady = () => waitFor(() => expect(world.messenger.view).not.toBeNull(), { timeout: 10_000 })

/** A name and an address are one event, and the Messenger knows both at once. */
export const TellsOnce = meta.story({
  play: async ({ canvas }) => {
    await messengerReady()
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

/** What did not change is not saved, however often it is visited, or typed and taken back. */
export const SavesNothingUnchanged = meta.story({
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

/** Two fields that are saved at the same time carry themselves alone, whichever comes back first. */
export const KeepsFieldsApart = meta.story({
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

/** What is typed while a save is under way comes after it, and stays. */
export const TheLastWordCounts = meta.story({
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

/** What failed twice is still there, leaving would ask, and the keyboard stays at the field. */
export const TriesAgain = meta.story({
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

/** Without a network what was typed waits, and goes when there is one. */
export const GoesOnWhenOnline = meta.story({
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

/** What the server made of it is shown. */
export const ShowsWhatIsSaved = meta.story({
  play: async ({ canvas }) => {
    const about = canvas.getByLabelText('About you')
    await replace(about, '  Reports  ')
    await userEvent.tab()
    await waitFor(() => expect(about).toHaveValue('Reports'))
    await expect(asksBeforeLeaving()).toBe(false)
  },
})
