import { expect, fn, userEvent } from 'storybook/test'
import { ErrorState } from '@/components/intercom/error-state'
import { LocaleProvider } from 'intercom-v0-kit/strings'
import { RequestError, type RequestErrorCode } from 'intercom-v0-kit/inbox'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

const failure = (code: RequestErrorCode, status: number, retryAfter?: number) =>
  new RequestError(code, 'assignee: must be "me", "unassigned" or an id', status, {
    request_id: '0b9f4c1e-8a55-4f0b-9a53-2f6f4f1f6c11',
    retry_after: retryAfter,
  })

const meta = preview.meta({
  title: 'Inbox/ErrorState',
  component: ErrorState,
  args: { error: failure('upstream_unavailable', 502), onRetry: fn() },
  parameters: { docs: { story: { height: '280px' } } },
})

export const IntercomDown = meta.story({
  name: 'Intercom is down',
  parameters: alsoIn('touch'),
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Intercom is having trouble')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})
export const Timeout = meta.story({ args: { error: failure('upstream_timeout', 504) } })
export const RateLimited = meta.story({
  name: 'Rate limited',
  args: { error: failure('rate_limited', 429, 30) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/try again in 30 seconds/)).toBeVisible()
  },
})
export const CountingDown = meta.story({
  name: 'Rate limited, counting down',
  args: { error: failure('rate_limited', 429, 30) },
  // Use the browser's clock, since the story's clock is frozen.
  render: (args) => (
    <LocaleProvider locale="en-GB">
      <ErrorState {...args} />
    </LocaleProvider>
  ),
  parameters: { chromatic: { disableSnapshot: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/try again in 2\d seconds/, {}, { timeout: 5000 })).toBeVisible()
  },
})
export const SignedOut = meta.story({
  name: 'Signed out',
  args: { error: failure('unauthorized', 401) },
  play: async ({ canvas }) => {
    // Retrying can't help.
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})
export const Forbidden = meta.story({ args: { error: failure('forbidden', 403) } })
export const NotFound = meta.story({ name: 'Not found', args: { error: failure('not_found', 404) } })
export const Offline = meta.story({ args: { error: failure('offline', 0) } })
export const Malformed = meta.story({ name: 'Unexpected response', args: { error: failure('malformed', 200) } })
export const NotConfigured = meta.story({ name: 'Not configured', args: { error: failure('not_configured', 500) } })
export const Rejected = meta.story({ args: { error: failure('invalid_request', 400) } })
export const Unexpected = meta.story({ name: 'Unexpected error', args: { error: new TypeError('x is not a function') } })
export const Inline = meta.story({ args: { variant: 'inline' }, parameters: alsoIn('rightToLeft', 'touch') })
export const InlineRateLimited = meta.story({
  name: 'Inline, rate limited',
  args: { variant: 'inline', error: failure('rate_limited', 429, 12) },
})
export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  args: { variant: 'inline' },
})
