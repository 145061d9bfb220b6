import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { CustomerTimeline, CustomerTimelineView } from '@/components/intercom/customer-timeline'
import { notPictured, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { arabicTimeline, emptyTimeline, fullTimeline, type StoryTimeline, worstTimeline } from './timelines'

const show = ({ contactId, workspace }: StoryTimeline, intercom: object = {}) => ({
  args: { contactId },
  parameters: { intercom: { workspace, ...intercom } },
})

const meta = preview.meta({
  title: 'Inbox/CustomerTimeline',
  component: CustomerTimeline,
  args: { contactId: fullTimeline.contactId, onSelectConversation: fn() },
  parameters: { intercom: { workspace: fullTimeline.workspace }, docs: { story: { height: '560px' } } },
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e bg-card p-4 text-card-foreground">
        <Story />
      </div>
    ),
  ],
})

/** Events in words with their metadata, notes of the team, and conversations, by day. */
export const Default = meta.story({
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText('Plan upgraded')).toBeVisible()
    await expect(canvas.getByRole('list', { name: 'Today' })).toBeVisible()
    await expect(canvas.getByText('€410')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'in_2041' })).toHaveAttribute('rel', expect.stringContaining('noopener'))
    await expect(canvas.getByText(/Renews in February/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Invoices go to the wrong address' }))
    await expect(args.onSelectConversation).toHaveBeenCalledOnce()
  },
})

/** Loads pages until there is none, and loses no entry. */
export const LoadEarlier = meta.story({
  name: 'Load earlier',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Load earlier' }))
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(30))
    await waitFor(() => expect(canvas.queryByRole('button', { name: /Load/ })).toBeNull())
    await expect(canvas.getAllByRole('listitem')).toHaveLength(36)
  },
})

export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Timeline' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the timeline')
  },
})

export const Empty = meta.story({
  ...show(emptyTimeline),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Nothing yet')).toBeVisible()
  },
})

/** One source failed. The others show, and a button retries. */
export const PartlyMissing = meta.story({
  name: 'Partly missing',
  ...show(fullTimeline, { fault: { id: '404', path: '/events', times: 1 } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("Events couldn't be loaded.")).toBeVisible()
    await expect(canvas.getByText(/Renews in February/)).toBeVisible()
  },
})

/** The access token may not read two sources. Agents see which permission each of them needs. */
export const PermissionMissing = meta.story({
  name: 'Permission missing',
  ...show(fullTimeline, { fault: { id: '403', path: /^\/events$|\/notes$/ } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Events are missing: .*Read events/)).toBeVisible()
    await expect(canvas.getByText(/Notes are missing: .*Read one user and one company/)).toBeVisible()
    await expect(canvas.getByText('Invoices go to the wrong address')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})

/** The access token may read nothing of it. */
export const Forbidden = meta.story({
  ...show(fullTimeline, { fault: '403' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Conversations are missing/)).toBeVisible()
    await expect(canvas.queryByText('Nothing yet')).toBeNull()
  },
})

export const RateLimited = meta.story({
  name: 'Rate limited',
  ...show(fullTimeline, { fault: '429-hostile' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Intercom is asking us to slow down')
  },
})

export const Offline = meta.story({
  ...show(fullTimeline, { app: 'offline' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
  },
})

/** A failed update keeps the entries that have loaded. */
export const UpdateFailed = meta.story({
  name: 'Update failed',
  render: (args) => (
    <CustomerTimelineView
      entries={[{ kind: 'event', created_at: 1_795_010_000, event_name: 'plan_upgraded', metadata: [] }]}
      error={new Error('failed')}
      hasMore
      isLoadingMore
      onRetry={fn()}
      onSelectConversation={args.onSelectConversation}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Plan upgraded')).toBeVisible()
    await expect(canvas.getByRole('alert')).toHaveTextContent('Something went wrong')
  },
})

/** Hostile markup and addresses, long words and empty texts. */
export const Stress = meta.story({
  ...show(worstTimeline),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText(/¥1,200/)).toBeVisible()
    const timeline = canvas.getByRole('region', { name: 'Timeline' })
    await expect(timeline.scrollWidth).toBeLessThanOrEqual(timeline.clientWidth)
    // Long metadata wraps in the whole width.
    for (const entry of canvas.getAllByRole('listitem')) await expect(entry.clientHeight).toBeLessThan(240)
    await expect(canvasElement.querySelector('script, img[onerror], a[href^="javascript"]')).toBeNull()
    await expect(canvas.getByText('Conversation without text')).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

/** Strings, amounts and days in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  ...show(arabicTimeline),
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/يفضّل المكالمات/)).toBeVisible()
  },
})
