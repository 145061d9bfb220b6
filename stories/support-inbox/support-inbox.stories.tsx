import { expect, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { buildDemoWorkspace, DEMO_CONVERSATION } from '../../mocks/data/demo.ts'
import { addAdmin, buildWorkspace, closeConversation, createWorkspace, DAY, MINUTE, NOW, type Workspace } from '../../mocks/index.ts'
import { alsoIn, onDesktop, onPhone, onTablet } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { wholePage } from './whole-page'

function buildEmptyWorkspace(): Workspace {
  const workspace = createWorkspace(NOW - DAY)
  addAdmin(workspace)
  return workspace
}

/** Builds the demo workspace after every open conversation was closed today. */
function buildFinishedWorkspace(): Workspace {
  const workspace = buildDemoWorkspace()
  const [admin] = workspace.admins
  const open = workspace.conversations.filter(({ state }) => state === 'open')
  if (admin) for (const [index, one] of open.entries()) closeConversation(workspace, one, { type: 'admin', id: admin.id, name: admin.name, email: admin.email }, NOW - index * MINUTE)
  return workspace
}

const meta = preview.meta({
  title: 'Inbox/SupportInbox',
  component: SupportInbox,
  args: { className: 'h-dvh' },
  parameters: { a11y: wholePage, docs: { story: { height: '720px' } }, intercom: { workspace: buildDemoWorkspace } },
})

/** An ordinary afternoon: three unread conversations, three that wait and four that wait for the customer. */
export const Default = meta.story({
  args: { defaultSelectedId: DEMO_CONVERSATION },
  parameters: alsoIn('rightToLeft', 'touch'),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
  },
})

export const NothingOpen = meta.story({
  name: 'Nothing selected',
  play: async ({ canvas, canvasElement }) => {
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0)
    await expect(await canvas.findByText('Select a conversation')).toBeInTheDocument()
    await expect(canvas.getByText('Waiting longest')).toBeInTheDocument()
    // Buttons give their icons a size, which is not that of the ring.
    const ring = () => canvasElement.querySelector('[data-slot=inbox-idle-pane] [data-slot=waiting-ring]')
    await waitFor(() => expect(ring()?.getBoundingClientRect().width).toBe(44))
  },
})

export const Desktop = meta.story({
  args: { defaultSelectedId: DEMO_CONVERSATION },
  ...onDesktop,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(await canvas.findByRole('complementary', { name: 'Customer' })).toBeVisible()
  },
})

export const Dark = meta.story({
  args: { defaultSelectedId: DEMO_CONVERSATION },
  globals: { theme: 'dark', ...onDesktop.globals },
  parameters: onDesktop.parameters,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
  },
})

/** Two columns. A button opens the customer. */
export const Tablet = meta.story({
  args: { defaultSelectedId: DEMO_CONVERSATION },
  ...onTablet,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
  },
})

/** One column, starting with the list. */
export const Phone = meta.story({
  args: { autoSelect: true },
  ...onPhone,
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0)
    await expect(canvas.queryByRole('log')).toBeNull()
  },
})

/** Strings, dates and numbers in Arabic, with a customer who writes in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  // A conversation counts as read after 1.5 seconds, so pictures would depend on the machine.
  args: { defaultSelectedId: '215471000000024', readOnOpen: false },
  globals: { dir: 'rtl', locale: 'ar', ...onDesktop.globals },
  parameters: { ...onDesktop.parameters, intercom: { workspace: buildWorkspace } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(canvas.getByRole('heading', { level: 1, name: 'صندوق الدعم' })).toBeInTheDocument()
  },
})

export const Loading = meta.story({
  parameters: { ...onDesktop.parameters, intercom: { app: 'never' } },
  args: { defaultSelectedId: '215471000000001' },
  globals: onDesktop.globals,
})

/** A workspace without conversations. */
export const Empty = meta.story({
  parameters: { ...alsoIn('touch'), intercom: { workspace: buildEmptyWorkspace } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('0 open', { selector: 'p' })).toBeVisible()
    await expect(await canvas.findByText("You're all caught up.")).toBeVisible()
  },
})

/** Every conversation is closed or snoozed. The pane tells how the day went and what returns next. */
export const InboxZero = meta.story({
  name: 'Inbox zero',
  ...onDesktop,
  parameters: { ...onDesktop.parameters, intercom: { workspace: buildFinishedWorkspace } },
  play: async ({ canvasElement }) => {
    const pane = await waitFor(() => {
      const found = canvasElement.querySelector<HTMLElement>('[data-slot=inbox-zero]')
      if (!found) throw new Error('There are open conversations.')
      return found
    })
    await expect(await within(pane).findByText('closed today')).toBeVisible()
    await expect(within(pane).getByText('median first reply')).toBeVisible()
    await expect(await within(pane).findByRole('button', { name: /^Back / })).toBeVisible()
  },
})
export const InboxZeroDark = InboxZero.extend({ name: 'Inbox zero, dark', globals: { theme: 'dark', ...onDesktop.globals } })

/** Inside a page that has its own `main` and `h1`. */
export const Embedded = meta.story({
  args: { autoSelect: true, isEmbedded: true, readOnOpen: false, className: 'h-full' },
  ...onDesktop,
  render: (args) => (
    <main className="flex h-dvh flex-col gap-3 bg-muted p-4">
      <h1 className="text-lg font-semibold">Tidewater back office</h1>
      <div className="min-h-0 flex-1 overflow-hidden rounded-lg border">
        <SupportInbox {...args} />
      </div>
    </main>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(canvas.getAllByRole('main')).toHaveLength(1)
    await expect(canvas.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  },
})
