import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ChatBanner, ChatBannerView } from '@/components/intercom/chat-banner'
import { HelpButtonView } from '@/components/intercom/help-button'
import { HelpForm } from '@/components/intercom/support-form/help-form'
import { Button } from '@/components/ui/button'
import { getMessengerWindow } from 'intercom-v0-kit/messenger'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, hoverWhenReady, supportAddress, withMessenger } from '../messenger/with-messenger.tsx'
import { withDashboard } from './with-dashboard.tsx'

/** A banner at the top of a dashboard. Once dismissed, it stays hidden in this browser. */
const meta = preview.meta({
  title: 'Messenger/ChatBanner',
  component: ChatBanner,
  args: { fallback: helpCentre, storageKey: 'chat-banner-story', onDismiss: fn() },
  decorators: [withDashboard, withMessenger],
  beforeEach: () => localStorage.removeItem('chat-banner-story'),
  parameters: { docs: { story: { height: '320px' } } },
})

export const Default = meta.story({
  parameters: { ...alsoIn('touch'), provider: { load: 'intent' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Chat with us' })).toHaveTextContent('Questions? Chat with us!')
    await expect(world.messenger.requests).toBe(0)
    await hoverWhenReady(canvas.getByRole('button', { name: 'Start a chat' }))
    await waitFor(() => expect(world.messenger.requests).toBe(1))
  },
})

export const Primary = meta.story({ args: { tone: 'primary' }, parameters: alsoIn('rightToLeft') })
export const Success = meta.story({
  args: { tone: 'success', children: 'Your plan was upgraded. Shall we show you what is new?' },
})

/** A long text and an action that opens the app's own chat. */
export const OwnWordsAndAction = meta.story({
  name: 'Custom text and action',
  args: {
    children:
      'We have moved invoices, receipts and tax documents to a page of their own, and somebody from billing is here until six.',
    action: (
      <Button size="sm" variant="outline">
        Book a call
      </Button>
    ),
  },
  play: async ({ canvas }) => {
    const [action, dismiss] = ['Book a call', 'Dismiss'].map((name) => canvas.getByRole('button', { name }).getBoundingClientRect())
    // On wide screens, the action is in the first line.
    if (window.innerWidth >= 640) await expect(action?.top).toBe(dismiss?.top)
  },
})
export const Lasting = meta.story({
  name: 'Not dismissible',
  args: { isDismissible: false },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button', { name: 'Dismiss' })).toBeNull()
  },
})

export const Loading = meta.story({
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Start a chat' })
    const { width } = button.getBoundingClientRect()
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
    await expect(button.getBoundingClientRect().width).toBe(width)
  },
})

export const Open = meta.story({
  args: { message: 'About my plan: ' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Start a chat' }))
    await waitFor(() => expect(world.messenger.view).toMatchObject({ isOpen: true, text: 'About my plan: ' }))
  },
})

/** An unread reply replaces the question. */
export const Unread = meta.story({
  parameters: { ...alsoIn('touch'), intercom: { unread: 2 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('2 new replies')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Read' }))
    await waitFor(() => expect(world.messenger.view).toMatchObject({ isOpen: true, place: 'messages' }))
    getMessengerWindow().Intercom?.('hide')
  },
})
export const OneUnread = meta.story({
  name: 'One unread',
  args: { tone: 'primary' },
  parameters: { intercom: { unread: 1 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1 new reply')).toBeVisible()
  },
})
export const TooManyUnread = meta.story({
  name: 'More than 99 unread',
  args: { tone: 'success' },
  parameters: { intercom: { unread: 120 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('120 new replies')).toBeVisible()
  },
})

export const Blocked = meta.story({
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Start a chat' }))
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toBeVisible()
  },
})
export const BlockedWithAddress = meta.story({
  name: 'Blocked, with an email fallback',
  args: { tone: 'primary', fallback: supportAddress },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Start a chat' })
    button.focus()
    await userEvent.click(button)
    await expect(await canvas.findByRole('link', { name: 'Email support@tidewater.example' })).toBeVisible()
    // The focus ring uses the banner's text colour, since `--ring` hardly contrasts with the banner.
    const banner = canvas.getByRole('region', { name: 'Chat with us' })
    await waitFor(() => expect(getComputedStyle(button).outlineColor).toBe(getComputedStyle(banner).color))
  },
})

/** The form of `HelpForm` takes the place of a link. The banner stays below it. */
export const BlockedWithForm = meta.story({
  name: 'Blocked, with a form',
  args: { fallback: { form: true } },
  parameters: { intercom: { messenger: 'blocked', signedInAs: 'customer' } },
  render: (args) => (
    <>
      <ChatBanner {...args} />
      <HelpForm />
    </>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Start a chat' })
    for (const key of ['{Escape}', '']) {
      await userEvent.click(button)
      const dialog = within(await screen.findByRole('dialog', { name: 'Write to us' }))
      await waitFor(() => expect(dialog.getByLabelText('Subject')).toHaveFocus())
      await expect(canvas.queryByRole('group', { name: 'Chat is unavailable' })).toBeNull()
      if (!key) continue
      await userEvent.keyboard(key)
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      await waitFor(() => expect(button).toHaveFocus())
    }
  },
})

/** The Messenger didn't start in time. */
export const TimedOut = meta.story({
  name: 'Timed out',
  render: ({ fallback, onDismiss }) => (
    <ChatBannerView
      onDismiss={onDismiss}
      action={
        <HelpButtonView size="sm" icon={null} fallback={fallback} state="failed" reason="timeout">
          Start a chat
        </HelpButtonView>
      }
    />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group')).toHaveTextContent('Chat is taking too long to load.')
  },
})

/** The session expired on the server, and there is no fallback to offer. */
export const IdentityRefused = meta.story({
  name: 'Identity refused',
  args: { fallback: undefined },
  parameters: { intercom: { signedInAs: 'nobody' }, provider: { userId: 'story-user', verifyIdentity: true } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Start a chat' }))
    const panel = await canvas.findByRole('group')
    await expect(panel).toHaveTextContent("We couldn't verify your account, so chat is unavailable. Sign in again.")
    await expect(panel).not.toHaveTextContent('another way')
  },
})

/** The banner offers the fallback and doesn't mention chat. */
export const NoAppId = meta.story({
  name: 'No app id',
  args: { fallback: supportAddress },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("Questions? We're happy to help.")).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Email us' })).toBeVisible()
  },
})
export const NoAppIdWithoutFallback = meta.story({
  name: 'No app id, no fallback',
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'Chat with us' })).toBeNull())
  },
})

export const Dismissed = meta.story({
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }))
    await expect(canvas.queryByRole('region', { name: 'Chat with us' })).toBeNull()
    await expect(args.onDismiss).toHaveBeenCalledOnce()
    await expect(localStorage.getItem('chat-banner-story')).not.toBeNull()
  },
})

/** With `isDismissed`, the browser's storage is ignored. */
export const KeptByTheApp = meta.story({
  name: 'Dismissal stored by the app',
  args: { isDismissed: false },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }))
    await expect(args.onDismiss).toHaveBeenCalledOnce()
    await expect(localStorage.getItem('chat-banner-story')).toBeNull()
    await expect(canvas.getByRole('region', { name: 'Chat with us' })).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const DarkPrimary = meta.story({ name: 'Dark, primary', args: { tone: 'primary' }, globals: { theme: 'dark' } })
export const DarkSuccess = Success.extend({ name: 'Dark, success', globals: { theme: 'dark' } })
export const Phone = OwnWordsAndAction.extend({ ...onPhone, name: 'Phone' })
export const PhoneUnread = OneUnread.extend({ ...onPhone, name: 'Phone, one unread' })
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  parameters: { intercom: { unread: 3 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/ردود جديدة/)).toBeVisible()
  },
})
