import { expect, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Errors',
  component: SupportInbox,
  args: { className: 'h-dvh' },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
})

/** Waits for the list's error. */
const findError = async (canvasElement: HTMLElement) =>
  within(await within(canvasElement).findByRole('navigation')).findByRole('alert')

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent("You're signed out")
  },
})

export const Forbidden = meta.story({
  parameters: { intercom: { signedInAs: 'stranger' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent("You don't have access")
  },
})

/** The list loads, but the selected conversation no longer exists. */
export const NotFound = meta.story({
  name: 'Not found',
  args: { defaultSelectedId: '215479999999999' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Not found')
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0)
    await expect(await canvas.findByText('No customer to show')).toBeVisible()
  },
})

export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { fault: '429-retry-after-s' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent(/try again in \d+ second/)
  },
})

/** One state for list, conversation and customer. */
export const IntercomDown = meta.story({
  name: 'Intercom is down',
  args: { defaultSelectedId: '215471000000001' },
  parameters: { intercom: { fault: '503' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent("Intercom isn't responding")
    const shown = [...canvasElement.querySelectorAll('[role=alert]')].filter((alert) => alert.checkVisibility())
    await expect(shown).toHaveLength(1)
    await expect(canvasElement.querySelector('[data-slot=support-inbox-card]')).not.toBeVisible()
  },
})

export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent("You're offline")
  },
})

export const Malformed = meta.story({
  name: 'Unexpected response',
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvasElement }) => {
    await expect(await findError(canvasElement)).toHaveTextContent('We got an unexpected response')
  },
})
