import { expect, userEvent, waitFor } from 'storybook/test'
import { HelpButton } from '@/components/intercom/help-button'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, withMessenger, withNavBar } from '../messenger/with-messenger.tsx'

/** What the button does, step by step: see the Interactions panel. */
const meta = preview.meta({
  title: 'Messenger/HelpButton/Behaviour',
  component: HelpButton,
  args: { fallback: helpCentre },
  decorators: [withNavBar, withMessenger],
  parameters: { docs: { story: { height: '240px' } } },
})

/** The Messenger's script is asked for by the pointer that comes near, once, and opens nothing. */
export const LoadsWhenReachedFor = meta.story({
  // It ends as Default looks: nothing of what it does is to be seen.
  parameters: { chromatic: { disableSnapshot: true } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await expect(document.querySelector('script[src*="widget.intercom.io"]')).toBeNull()
    await userEvent.hover(button)
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(document.querySelector('link[rel="preconnect"][href="https://js.intercomcdn.com"]')).not.toBeNull()
    await userEvent.unhover(button)
    await userEvent.hover(button)
    await waitFor(() => expect(world.messenger.view).not.toBeNull())
    await expect(world.messenger.view?.isOpen).toBe(false)
    await expect(world.messenger.requests).toBe(1)
  },
})

/** By keyboard: the focus loads, Enter opens, and when the Messenger is closed the focus is on the button again. */
export const KeepsTheKeyboardsPlace = meta.story({
  args: { message: 'Hello' },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'))
    await expect(button).not.toHaveFocus()
    getMessengerWindow().Intercom?.('hide')
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'false'))
    await waitFor(() => expect(button).toHaveFocus())
  },
})

/** A click before the Messenger is there is kept, however often it comes, and opens it once. */
export const OpensWhenItIsThere = meta.story({
  parameters: { intercom: { messenger: 'late' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
    await userEvent.click(button)
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'), { timeout: 10_000 })
    await expect(button).toHaveAttribute('aria-busy', 'false')
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
    await expect(world.messenger.calls.filter(({ method }) => method === 'show')).toHaveLength(1)
  },
})

/** Somebody with an unread reply finds it, and not an empty message. */
export const ShowsWhatIsUnread = meta.story({
  args: { message: 'I have a question' },
  parameters: { intercom: { unread: 2 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Get help 2 unread messages' }))
    await waitFor(() => expect(world.messenger.view).toMatchObject({ isOpen: true, place: 'messages' }))
    world.messenger.setUnreadCount(0)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Get help' })).toBeVisible())
  },
})

/** A failure ahead of the click is no news. After it: said, put away by Escape, and tried again. */
export const TriesAgain = meta.story({
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.hover(button)
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(canvas.queryByRole('group')).toBeNull()

    await userEvent.click(button)
    await expect(await canvas.findByRole('group', { name: 'Chat is unavailable' })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent("Chat is blocked on this device")
    // What a press of the Escape key does to a popover; a script cannot press it.
    canvas.getByRole('group').hidePopover()
    await waitFor(() => expect(canvas.queryByRole('group')).toBeNull())
    await expect(button).toHaveFocus()

    await userEvent.click(button)
    await expect(await canvas.findByRole('group')).toBeVisible()
    const requests = world.messenger.requests
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(world.messenger.requests).toBe(requests + 1))
    await expect(await canvas.findByRole('group', { name: 'Chat is unavailable' })).toBeVisible()

    world.messenger.options.delivery = 'now'
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'))
    await expect(canvas.queryByRole('group')).toBeNull()
  },
})

/** Without consent nothing is asked of Intercom, not even its address. The click is kept until there is consent. */
export const AsksForConsent = meta.story({
  parameters: { provider: { load: () => localStorage.getItem('consent') === 'yes' } },
  beforeEach: () => {
    localStorage.removeItem('consent')
    for (const link of document.querySelectorAll('link[rel="preconnect"]')) link.remove()
    return () => localStorage.removeItem('consent')
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await userEvent.hover(button)
    await userEvent.click(button)
    await expect(button).toHaveAttribute('aria-busy', 'false')
    await expect(world.messenger.requests).toBe(0)
    await expect(document.querySelector('script[src*="intercom"], link[href*="intercom"]')).toBeNull()

    localStorage.setItem('consent', 'yes')
    await userEvent.unhover(button)
    await userEvent.hover(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'))
  },
})

/** What the app does with the click comes first, and may be all. */
export const LeavesTheClickToTheApp = meta.story({
  args: { onClick: (event) => event.preventDefault() },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(world.messenger.calls.some(({ method }) => method === 'show')).toBe(false)
  },
})
