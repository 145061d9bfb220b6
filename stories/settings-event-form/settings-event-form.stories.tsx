import { expect, userEvent, waitFor } from 'storybook/test'
import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { account, resetAccount } from '../../.storybook/account.ts'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { withCustomer } from '../account-settings/with-customer.tsx'
import { arabicFields, arabicProfile, profile, profileFields, profileSchema } from './profile.ts'

/** A settings form that saves each field on blur and tracks the changes in Intercom. */
const meta = preview.meta({
  title: 'Account/SettingsEventForm',
  component: SettingsEventForm,
  args: { schema: profileSchema, fields: profileFields, values: profile, className: 'p-6' },
  decorators: [withCustomer],
  beforeEach: () => resetAccount(),
  parameters: { intercom: { signedInAs: 'customer' } },
})

async function rename(canvas: { getByLabelText: (label: string) => HTMLElement }, to = 'Maya O.') {
  const name = canvas.getByLabelText('Name')
  await userEvent.clear(name)
  await userEvent.type(name, to)
  await userEvent.tab()
  return name
}

export const Default = meta.story({ parameters: alsoIn('touch') })

export const Saving = meta.story({
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    const name = await rename(canvas)
    await waitFor(() => expect(name).toHaveAttribute('aria-busy', 'true'))
    await waitFor(() => expect(account.holds).toHaveLength(1))
  },
})

/** The other fields can be edited during the save. */
export const Slow = meta.story({
  name: 'Slow save',
  beforeEach: () => resetAccount({ holds: [] }),
  play: async ({ canvas }) => {
    await rename(canvas)
    await userEvent.selectOptions(canvas.getByLabelText('Role'), 'developer')
    await waitFor(() => expect(account.saves).toEqual([{ name: 'Maya O.' }, { role: 'developer' }]))
  },
})

export const Saved = meta.story({
  play: async ({ canvas }) => {
    await rename(canvas)
    await waitFor(() => expect(canvas.getByText('Name: saved')).toBeInTheDocument())
  },
})

/** The server rejects the value, and the field keeps it and shows the reason. */
export const FieldError = meta.story({
  name: 'Field error',
  parameters: alsoIn('touch'),
  beforeEach: () => resetAccount({ refuses: { name: 'Someone in your workspace already uses this name.' } }),
  play: async ({ canvas }) => {
    const name = await rename(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Someone in your workspace already uses this name.')
    await expect(name).toHaveValue('Maya O.')
    await expect(name).toHaveAccessibleDescription(/Someone in your workspace/)
    await expect(canvas.queryByRole('button', { name: /again/i })).toBeNull()
  },
})

/** An invalid value isn't sent to the server. */
export const Invalid = meta.story({
  play: async ({ canvas }) => {
    const email = canvas.getByLabelText('Email')
    await userEvent.clear(email)
    await userEvent.type(email, 'maya at alder')
    await userEvent.tab()
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Enter an address like ada@example.com.')
    await expect(account.saves).toEqual([])
  },
})

export const Failed = meta.story({
  beforeEach: () => resetAccount({ failures: 1 }),
  play: async ({ canvas }) => {
    await rename(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Your change is still here')
  },
})

/** The change waits: nothing is red, and it is saved once the server can be reached. */
export const Offline = meta.story({
  parameters: { intercom: { signedInAs: 'customer', app: 'offline' } },
  play: async ({ canvas, canvasElement }) => {
    const name = await rename(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent("we can't reach the server")
    await expect(canvasElement.querySelector('[data-slot=field-error]')).toHaveAttribute('data-state', 'waiting')
    await expect(canvasElement.querySelector('[aria-invalid=true]')).toBeNull()
    await expect(canvas.queryByRole('button', { name: /^Try again/ })).toBeNull()
    await expect(name).toHaveValue('Maya O.')
  },
})

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    const name = await rename(canvas)
    await expect(await canvas.findByRole('alert')).toHaveTextContent("you're signed out")
    await expect(name).toHaveValue('Maya O.')
  },
})

export const Disabled = meta.story({ args: { isDisabled: true } })

export const Dark = meta.story({
  globals: { theme: 'dark' },
  beforeEach: () => resetAccount({ failures: 1 }),
  play: Failed.play,
})

export const Phone = meta.story({
  ...onPhone,
  args: { values: { ...profile, name: 'Wolfeschlegelsteinhausenbergerdorff Maximiliane Adelheid von und zu Hohenlohe-Schillings-9' } },
  beforeEach: () => resetAccount({ failures: 1 }),
  play: Failed.play,
})

export const Desktop = meta.story(onDesktop)

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: { fields: arabicFields, values: arabicProfile },
  beforeEach: () => resetAccount({ failures: 1 }),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText('الاسم'), ' الشمري')
    await userEvent.tab()
    await expect(await canvas.findByRole('alert')).toHaveTextContent('لم يُحفظ')
  },
})
