import * as React from 'react'
import { expect, waitFor } from 'storybook/test'
import { IntercomProvider, useUnreadBadge, type UnreadBadgeOptions, useUnreadCount } from 'intercom-v0-kit/messenger'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="14" fill="#2563eb"/><path d="M14 40q9-9 18 0t18 0" fill="none" stroke="#fff" stroke-width="6"/></svg>',
)}`
const getIcon = () => document.head.querySelector<HTMLLinkElement>('link[data-unread-badge]')

/** Draws the browser's tab as the page has set it, because a story has no tab of its own. */
function Tab() {
  const [{ title, icon }, setTab] = React.useState({ title: '', icon: '' })
  React.useEffect(() => {
    const read = () => setTab({ title: document.title, icon: getIcon()?.href ?? ICON })
    const timer = setInterval(read, 100)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="flex w-64 max-w-full items-center gap-2 rounded-t-lg border border-b-0 bg-card px-3 py-2 text-xs" data-testid="tab">
      <img alt="" src={icon || undefined} width={16} height={16} />
      <bdi className="truncate">{title}</bdi>
    </div>
  )
}

function Count() {
  const count = useUnreadCount()
  return <p className="text-muted-foreground">useUnreadCount(): {count}</p>
}

function Page(props: UnreadBadgeOptions) {
  useUnreadBadge(props)
  return (
    <div className="flex flex-col bg-muted p-6 pb-0">
      <Tab />
      <main className="flex min-h-32 flex-col gap-2 border bg-card p-4 text-sm">
        <h1 className="font-semibold">Reports</h1>
        <Count />
      </main>
    </div>
  )
}

/** The unread count in the browser's tab, with `useUnreadBadge()`. */
const meta = preview.meta({
  title: 'Messenger/Unread badge',
  component: Page,
  decorators: [
    (Story) => (
      <IntercomProvider hideDefaultLauncher load="now">
        <Story />
      </IntercomProvider>
    ),
  ],
  beforeEach: () => {
    const { title } = document
    document.title = 'Reports'
    const icons = [...document.head.querySelectorAll('link[rel~="icon"]')]
    for (const icon of icons) icon.remove()
    const icon = document.createElement('link')
    Object.assign(icon, { rel: 'icon', href: ICON, id: 'story-icon' })
    document.head.append(icon)
    return () => {
      icon.remove()
      document.head.append(...icons)
      document.title = title
    }
  },
  parameters: { docs: { story: { height: '220px' } }, intercom: { unread: 3 } },
})

export const Default = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(document.title).toBe('(3) Reports'))
    await waitFor(() => expect(getIcon()?.href).toMatch(/^data:image\/png/))
    await expect(await canvas.findByText('(3) Reports')).toBeVisible()
    await expect(canvas.getByText('useUnreadCount(): 3')).toBeVisible()
  },
})

export const Many = meta.story({
  name: 'More than nine',
  parameters: { intercom: { unread: 12 } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('(9+) Reports')).toBeVisible()
    await waitFor(() => expect(getIcon()?.dataset.unreadBadge).toBe('9+'))
  },
})

/** Nothing is unread, or everything has been read. */
export const None = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('(3) Reports')).toBeVisible()
    await waitFor(() => expect(getIcon()).not.toBeNull())
    world.messenger.setUnreadCount(0)
    await waitFor(() => expect(document.title).toBe('Reports'))
    await expect(getIcon()).toBeNull()
    await expect(document.querySelector('#story-icon')).toHaveAttribute('rel', 'icon')
  },
})

/** A router sets the title and the icon of the next page. The badge follows. */
export const Navigation = meta.story({
  name: 'After a navigation',
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('(3) Reports')).toBeVisible()
    document.title = 'Invoices'
    await waitFor(() => expect(document.title).toBe('(3) Invoices'))
    const title = document.createElement('title')
    title.textContent = 'Members'
    document.querySelector('title')?.replaceWith(title)
    await waitFor(() => expect(document.title).toBe('(3) Members'))
    world.messenger.setUnreadCount(4)
    await waitFor(() => expect(document.title).toBe('(4) Members'))
    await expect(await canvas.findByText('(4) Members')).toBeVisible()
  },
})

/** Any count will do, such as the unread conversations of the team. */
export const OwnCount = meta.story({
  name: 'Own count',
  args: { count: 7 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('(7) Reports')).toBeVisible()
  },
})

export const TitleOnly = meta.story({
  name: 'Title only',
  args: { favicon: false },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('(3) Reports')).toBeVisible()
    await expect(getIcon()).toBeNull()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story({ globals: onPhone.globals, parameters: onPhone.parameters })
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Reports$/)).toBeVisible()
  },
})
