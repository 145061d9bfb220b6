import { CircleQuestionMark } from 'lucide-react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { HelpButton, HelpButtonView } from '@/components/intercom/help-button'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, inPage, supportAddress, withMessenger, withNavBar } from '../messenger/with-messenger.tsx'

/** The Messenger loads on hover or focus. Hover over the button and watch the Actions panel. */
const meta = preview.meta({
  title: 'Messenger/HelpButton',
  component: HelpButton,
  args: { fallback: helpCentre },
  decorators: [withNavBar, withMessenger],
  parameters: { docs: { story: { height: '240px' } } },
})

/** Nothing is loaded yet. */
export const Default = meta.story({
  parameters: { ...alsoIn('touch'), provider: { load: 'intent' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Get help' })).toHaveAttribute('aria-expanded', 'false')
    await expect(world.messenger.requests).toBe(0)
  },
})

/** The button was clicked, and the Messenger is loading. */
export const Loading = meta.story({
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
    await expect(canvas.getByRole('status')).toHaveTextContent('Opening chat')
  },
})

/** The Messenger is preloaded, with nothing unread. */
export const Ready = meta.story({
  // Looks like `Default`.
  parameters: { provider: { load: 'now' }, chromatic: { disableSnapshot: true } },
  play: async () => {
    await waitFor(() => expect(world.messenger.view).not.toBeNull())
  },
})

/** Clicking the button again closes the Messenger. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'))
  },
})

/** The Messenger opens with a new message that starts with a given text. */
export const Prefilled = meta.story({
  name: 'Prefilled message',
  args: { message: 'I have a question about my invoice: ' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await waitFor(() =>
      expect(world.messenger.view).toMatchObject({ place: 'composer', text: 'I have a question about my invoice: ' }),
    )
  },
})

export const Unread = meta.story({
  parameters: { intercom: { unread: 1 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 1 unread message' })).toBeVisible()
  },
})
export const ManyUnread = meta.story({
  name: 'Many unread',
  args: { variant: 'outline' },
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 12 unread messages' })).toBeVisible()
  },
})
export const TooManyUnread = meta.story({
  name: 'More than 99 unread',
  args: { variant: 'ghost' },
  parameters: { intercom: { unread: 120 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Get help 120 unread messages' })
    await expect(button).toHaveTextContent('99+')
  },
})

/** The script is blocked, for example by an ad blocker. The button offers the help centre and a retry. */
export const Blocked = meta.story({
  parameters: { ...alsoIn('touch'), intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toBeVisible()
    const { left, right } = canvas.getByRole('group').getBoundingClientRect()
    await expect(left).toBeGreaterThanOrEqual(0)
    await expect(right).toBeCloseTo(canvas.getByRole('button', { name: 'Get help' }).getBoundingClientRect().right, 0)
  },
})
export const BlockedWithAddress = meta.story({
  name: 'Blocked, with an email fallback',
  args: { fallback: supportAddress, message: 'My invoice is wrong' },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    const link = await canvas.findByRole('link', { name: 'Email support@tidewater.example' })
    await expect(link).toHaveAttribute('href', 'mailto:support@tidewater.example?body=My%20invoice%20is%20wrong')
  },
})
export const BlockedWithoutFallback = meta.story({
  name: 'Blocked, no fallback',
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.queryByRole('link')).toBeNull()
  },
})

/** The script loaded, but the Messenger never became ready. */
export const TimedOut = meta.story({
  name: 'Timed out',
  render: (args) => <HelpButtonView fallback={args.fallback} state="failed" reason="timeout" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group')).toHaveTextContent('Try again, or reach us another way.')
  },
})

/** The session expired on the server, so the Messenger doesn't start. */
export const IdentityRefused = meta.story({
  name: 'Identity refused',
  parameters: { intercom: { signedInAs: 'nobody' }, provider: { userId: 'story-user', verifyIdentity: true } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('group')).toHaveTextContent("We couldn't verify your account")
  },
})

/** The button is a link to the fallback. */
export const NoAppId = meta.story({
  name: 'No app id',
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toHaveAttribute('href', '#help-centre')
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})
export const NoAppIdWithAddress = meta.story({
  name: 'No app id, with an email fallback',
  args: { fallback: supportAddress },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    const link = await canvas.findByRole('link', { name: 'Email us' })
    await expect(link).toHaveAttribute('href', 'mailto:support@tidewater.example')
  },
})

/** The button stays, and a click explains that chat isn't available. */
export const NoAppIdWithoutFallback = meta.story({
  name: 'No app id, no fallback',
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await waitFor(() => expect(canvas.getByRole('group')).toHaveTextContent("Chat isn't available right now."))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})

/** Every variant, with and without unread replies. */
export const Looks = meta.story({
  name: 'All variants',
  parameters: { ...inPage, ...alsoIn('rightToLeft', 'touch') },
  render: () => (
    <div className="flex flex-col gap-6">
      {[0, 4].map((unreadCount) => (
        <section key={unreadCount} className="flex flex-col gap-3">
          <h2 className="text-xs text-muted-foreground">{unreadCount ? `${unreadCount} unread` : 'Nothing unread'}</h2>
          <div className="flex flex-wrap items-center gap-4">
            {(['default', 'outline', 'secondary', 'ghost', 'link'] as const).map((variant) => (
              <HelpButtonView key={variant} unreadCount={unreadCount} variant={variant} />
            ))}
            {(['sm', 'lg'] as const).map((size) => (
              <HelpButtonView key={size} unreadCount={unreadCount} size={size} />
            ))}
            <HelpButtonView unreadCount={unreadCount} size="icon" variant="outline" />
            <HelpButtonView unreadCount={unreadCount} size="icon-sm" variant="ghost" icon={CircleQuestionMark} />
          </div>
        </section>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    const buttons = canvas.getAllByRole('button')
    await expect(buttons).toHaveLength(18)
    for (const button of buttons) await expect(button).toHaveAccessibleName()
  },
})

export const InText = meta.story({
  name: 'In a sentence',
  args: { variant: 'link', children: 'chat with us', fallback: supportAddress },
  parameters: inPage,
  render: (args) => (
    <p className="max-w-sm text-sm text-muted-foreground">
      Your trial ends in three days. If anything is unclear, <HelpButton {...args} />, and a product specialist
      replies within an hour.
    </p>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'chat with us' })).toBeVisible()
  },
})
export const InTextLoading = InText.extend({
  name: 'In a sentence, loading',
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'chat with us' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
})
export const InTextBlocked = InText.extend({
  name: 'In a sentence, blocked',
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'chat with us' }))
    await expect(await canvas.findByRole('link', { name: 'Email support@tidewater.example' })).toBeVisible()
  },
})

/** The sentence still reads as one. */
export const InTextNoAppId = InText.extend({
  name: 'In a sentence, no app id',
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'write to support@tidewater.example' })).toBeVisible()
  },
})

/** The button stays, so that the sentence has no gap. */
export const InTextNoAppIdWithoutFallback = InText.extend({
  name: 'In a sentence, no app id or fallback',
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'chat with us' }))
    await waitFor(() => expect(canvas.getByRole('group')).toHaveTextContent("Chat isn't available right now."))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})

export const Dark = Looks.extend({ name: 'Dark', globals: { theme: 'dark' } })
export const DarkBlocked = Blocked.extend({ name: 'Dark, blocked', globals: { theme: 'dark' } })
export const Phone = Blocked.extend({ ...onPhone, name: 'Phone' })

/** At the end of a navigation bar, in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: { fallback: { href: '#help-centre', label: 'افتح مركز المساعدة' } },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'احصل على مساعدة' }))
    await expect(await canvas.findByRole('link', { name: 'افتح مركز المساعدة' })).toBeVisible()
  },
})
