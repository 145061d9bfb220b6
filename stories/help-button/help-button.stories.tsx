import { CircleQuestionMark } from 'lucide-react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { HelpButton, HelpButtonView } from '@/components/intercom/help-button'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { helpCentre, inPage, supportAddress, withMessenger, withNavBar } from '../messenger/with-messenger.tsx'

/** The Messenger comes when somebody reaches for the button; hover over it and look at the Actions panel. */
const meta = preview.meta({
  title: 'Messenger/HelpButton',
  component: HelpButton,
  args: { fallback: helpCentre },
  decorators: [withNavBar, withMessenger],
  parameters: { docs: { story: { height: '240px' } } },
})

/** Nothing is loaded: nobody has asked for help. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Get help' })).toHaveAttribute('aria-expanded', 'false')
    await expect(world.messenger.requests).toBe(0)
  },
})

/** It was pressed, and the Messenger is on its way. */
export const Loading = meta.story({
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
    await expect(canvas.getByRole('status')).toHaveTextContent('Opening chat')
  },
})

/** Loaded ahead, with nothing unread. */
export const Ready = meta.story({
  // It looks as Default does: that a Messenger is there is nothing to see until it has something to say.
  parameters: { provider: { load: 'now' }, chromatic: { disableSnapshot: true } },
  play: async () => {
    await waitFor(() => expect(world.messenger.view).not.toBeNull())
  },
})

/** Pressed again, it closes what it has opened. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Get help' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'))
  },
})

/** A new message that begins with a text. */
export const Prefilled = meta.story({
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
  args: { variant: 'outline' },
  parameters: { intercom: { unread: 12 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Get help 12 unread messages' })).toBeVisible()
  },
})
export const TooManyUnread = meta.story({
  args: { variant: 'ghost' },
  parameters: { intercom: { unread: 120 }, provider: { load: 'now' } },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Get help 120 unread messages' })
    await expect(button).toHaveTextContent('99+')
  },
})

/** An ad blocker, say: the app's help centre is offered, and another try. */
export const Blocked = meta.story({
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toBeVisible()
    const { left, right } = canvas.getByRole('group').getBoundingClientRect()
    await expect(left).toBeGreaterThanOrEqual(0)
    await expect(right).toBeCloseTo(canvas.getByRole('button', { name: 'Get help' }).getBoundingClientRect().right, 0)
  },
})
export const BlockedWithAddress = meta.story({
  args: { fallback: supportAddress, message: 'My invoice is wrong' },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    const link = await canvas.findByRole('link', { name: 'Email support@tidewater.example' })
    await expect(link).toHaveAttribute('href', 'mailto:support@tidewater.example?body=My%20invoice%20is%20wrong')
  },
})
export const BlockedWithoutFallback = meta.story({
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.queryByRole('link')).toBeNull()
  },
})

/** The script came, and the Messenger never did. */
export const TimedOut = meta.story({
  render: (args) => <HelpButtonView fallback={args.fallback} state="failed" reason="timeout" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('group')).toHaveTextContent('Try again, or reach us another way.')
  },
})

/** The app's server does not know who is signed in any more, and no session is opened without that. */
export const IdentityRefused = meta.story({
  parameters: { intercom: { signedInAs: 'nobody' }, provider: { userId: 'story-user', verifyIdentity: true } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await expect(await canvas.findByRole('group')).toHaveTextContent("We couldn't verify your account")
  },
})

/** The button is a link from the start. */
export const NoAppId = meta.story({
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Open the help centre' })).toHaveAttribute('href', '#help-centre')
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})
export const NoAppIdWithAddress = meta.story({
  args: { fallback: supportAddress },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    const link = await canvas.findByRole('link', { name: 'Email us' })
    await expect(link).toHaveAttribute('href', 'mailto:support@tidewater.example')
  },
})

/** It is there, and says what is the matter: whoever has just put it into an app sees that it is in its place. */
export const NoAppIdWithoutFallback = meta.story({
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Get help' }))
    await waitFor(() => expect(canvas.getByRole('group')).toHaveTextContent("Chat isn't available right now."))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})

/** Every look, unread and not. */
export const Looks = meta.story({
  parameters: inPage,
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
    await expect(canvas.getAllByRole('button', { name: 'Get help' })).toHaveLength(9)
    await expect(canvas.getAllByRole('button', { name: 'Get help 4 unread messages' })).toHaveLength(9)
  },
})

/** In place of an e-mail link: "Questions? Write to …" */
export const InText = meta.story({
  args: { variant: 'link', children: 'chat with us', fallback: supportAddress },
  parameters: inPage,
  render: (args) => (
    <p className="max-w-sm text-sm text-muted-foreground">
      Your trial ends in three days. If anything is unclear, <HelpButton {...args} />, and somebody who knows the product
      answers within the hour.
    </p>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'chat with us' })).toBeVisible()
  },
})
export const InTextLoading = InText.extend({
  parameters: { intercom: { messenger: 'never' } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'chat with us' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'))
  },
})
export const InTextBlocked = InText.extend({
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'chat with us' }))
    await expect(await canvas.findByRole('link', { name: 'Email support@tidewater.example' })).toBeVisible()
  },
})

/** The sentence still is one. */
export const InTextNoAppId = InText.extend({
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'write to support@tidewater.example' })).toBeVisible()
  },
})

/** Without it there would be a hole in the sentence. */
export const InTextNoAppIdWithoutFallback = InText.extend({
  args: { fallback: undefined },
  parameters: { intercom: { messenger: 'no app id' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'chat with us' }))
    await waitFor(() => expect(canvas.getByRole('group')).toHaveTextContent("Chat isn't available right now."))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})

export const Dark = Looks.extend({ globals: { theme: 'dark' } })
export const DarkBlocked = Blocked.extend({ globals: { theme: 'dark' } })
export const Phone = Blocked.extend(onPhone)

/** At the far end of a line, with the words and digits of an Arabic reader. */
export const RightToLeft = meta.story({
  globals: { dir: 'rtl', locale: 'ar' },
  args: { fallback: { href: '#help-centre', label: 'افتح مركز المساعدة' } },
  parameters: { intercom: { messenger: 'blocked' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'احصل على مساعدة' }))
    await expect(await canvas.findByRole('link', { name: 'افتح مركز المساعدة' })).toBeVisible()
  },
})
