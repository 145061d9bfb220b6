import { expect, userEvent, waitFor } from 'storybook/test'
import { HelpButton } from '@/components/intercom/help-button'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, hoverWhenReady, withMessenger, withNavBar } from '../messenger/with-messenger.tsx'

/** The Interactions panel shows how the button loads and opens the Messenger. */
const meta = preview.meta({
  title: 'Messenger/HelpButton/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: HelpButton,
  args: { fallback: helpCentre },
  decorators: [withNavBar, withMessenger],
  parameters: { ...notPictured, docs: { story: { height: '240px' } } },
})

/** Hovering loads the Messenger's script once and opens nothing. */
export const LoadsWhenReachedFor = meta.story({
  name: 'Loads on hover',
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await expect(document.querySelector('script[src*="widget.intercom.io"]')).toBeNull()
    await hoverWhenReady(button)
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(document.querySelector('link[rel="preconnect"][href="https://js.intercomcdn.com"]')).not.toBeNull()
    await userEvent.unhover(button)
    await userEvent.hover(button)
    await waitFor(() => expect(world.messenger.view).not.toBeNull())
    await expect(world.messenger.view?.isOpen).toBe(false)
    await expect(world.messenger.requests).toBe(1)
  },
})

/** Focus loads the Messenger, Enter opens it, and closing it returns the focus to the button. */
export const KeepsTheKeyboardsPlace = meta.story({
  name: 'Keyboard',
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

/** Several early clicks open the Messenger once, when it is ready. */
export const OpensWhenItIsThere = meta.story({
  name: 'Clicked before the script loads',
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

/** With an unread reply, the button opens the reply instead of a new message. */
export const ShowsWhatIsUnread = meta.story({
  name: 'Opens the unread reply',
  args: { message: 'I have a question' },
  parameters: { intercom: { unread: 2 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Get help 2 unread messages' }))
    await waitFor(() => expect(world.messenger.view).toMatchObject({ isOpen: true, place: 'messages' }))
    world.messenger.setUnreadCount(0)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Get help' })).toBeVisible())
  },
})

/** An error appears only after a click. Escape dismisses it, and the button retries. */
export const TriesAgain = meta.story({
  name: 'Blocked, then retried',
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await hoverWhenReady(button)
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(canvas.queryByRole('group')).toBeNull()

    await userEvent.click(button)
    await expect(await canvas.findByRole('group', { name: 'Chat is unavailable' })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent("Chat is blocked on this device")
    // Escape calls this on a popover, but a script can't press the key.
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

/** Nothing loads from Intercom before the user consents, and an earlier click then opens the Messenger. */
export const AsksForConsent = meta.story({
  name: 'Consent first',
  parameters: { provider: { load: () => localStorage.getItem('consent') === 'yes' } },
  beforeEach: () => {
    localStorage.removeItem('consent')
    for (const link of document.querySelectorAll('link[rel="preconnect"]')) link.remove()
    return () => localStorage.removeItem('consent')
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button')
    await hoverWhenReady(button)
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

/** `onClick` runs first and can prevent the Messenger from opening. */
export const LeavesTheClickToTheApp = meta.story({
  name: 'Click handled by the app',
  args: { onClick: (event) => event.preventDefault() },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect(world.messenger.requests).toBe(1))
    await expect(world.messenger.calls.some(({ method }) => method === 'show')).toBe(false)
  },
})
