import { expect, userEvent, waitFor, within } from 'storybook/test'
import { type CommandId, keymap, useProvideCommands } from 'intercom-v0-kit/inbox'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Textarea } from '@/components/ui/textarea'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { inboxPage, type InboxPage } from './rows'
import { wholePage } from './whole-page'

/** A minimal composer. */
function Answer() {
  useProvideCommands({
    focusReply: () => document.getElementById('story-reply')?.focus(),
    focusNote: () => document.getElementById('story-note')?.focus(),
  })
  return (
    <div className="flex gap-3 border-t p-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <Label htmlFor="story-reply">Reply</Label>
        <Textarea id="story-reply" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <Label htmlFor="story-note">Note</Label>
        <Textarea id="story-note" />
      </div>
    </div>
  )
}

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Keyboard',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SupportInbox,
  args: { className: 'h-dvh', composer: () => <Answer /> },
  globals: onDesktop.globals,
  parameters: { ...notPictured, a11y: wholePage, docs: { story: { height: '720px' } } },
})

const typed: Record<string, string> = {
  'Shift+ArrowDown': '{Shift>}{ArrowDown}{/Shift}',
  'Shift+ArrowUp': '{Shift>}{ArrowUp}{/Shift}',
  'Mod+a': '{Control>}a{/Control}',
}

const press = async (key: string): Promise<void> => {
  await userEvent.keyboard(typed[key] ?? (key.length > 1 ? `{${key}}` : key))
}

const dialog = (name: RegExp) => within(document.body).findByRole('dialog', { name })

/** Returns a conversation's state at Intercom. */
const getState = (id: string) => world.intercom.workspace.conversations.find((one) => one.id === id)?.state

/** Checks the effect of each command, with the given row focused. */
const effects: Record<CommandId, (page: InboxPage, id: string, run: () => Promise<void>) => Promise<void>> = {
  async next(page, id, run) {
    const place = page.ids().indexOf(id)
    await run()
    await expect(page.rows()[place + 1]).toHaveFocus()
  },
  async previous(page, id, run) {
    const place = page.ids().indexOf(id)
    await run()
    await expect(page.rows()[place - 1]).toHaveFocus()
  },
  async open(page, id, run) {
    await run()
    await page.isOpen(id)
  },
  async select(page, id, run) {
    await run()
    await expect(page.check(id)).toBeChecked()
    // The bar loads with the first checked row.
    await waitFor(() => expect(page.selected()).toBe('1 selected'))
    await run()
    await waitFor(() => expect(page.selected()).toBe('none'))
  },
  async selectMore(page, _, run) {
    await run()
    await expect(page.selected()).toBe('2 selected')
    await press('Escape')
  },
  async selectAll(page, _, run) {
    await run()
    await expect(page.selected()).toBe(`${page.ids().length} selected`)
    await press('Escape')
  },
  async reply(page, id, run) {
    await run()
    await page.isOpen(id)
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Reply'))
    await expect(document.activeElement).toHaveValue('')
  },
  async note(page, id, run) {
    await run()
    await page.isOpen(id)
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Note'))
  },
  async close(page, id, run) {
    const next = page.ids()[page.ids().indexOf(id) + 1] ?? ''
    await run()
    await waitFor(() => expect(page.row(id)).toBeNull())
    await expect(page.row(next)).toHaveFocus()
    await waitFor(() => expect(getState(id)).toBe('closed'))
    await within(document.body).findByText('Conversation closed')
  },
  async snooze(page, id, run) {
    await run()
    await dialog(/snooze/i)
    await press('Escape')
    await waitFor(() => expect(page.row(id)).toHaveFocus())
  },
  async assign(page, id, run) {
    await run()
    await dialog(/assign/i)
    await press('Escape')
    await waitFor(() => expect(page.row(id)).toHaveFocus())
  },
  async unread(page, id, run) {
    const state = () => page.row(id)?.closest('[data-slot=conversation-row]')?.getAttribute('data-status')
    await run()
    await waitFor(() => expect(state()).toBe('unread'))
    await within(document.body).findByText('Marked as unread')
  },
  async compose(page, id, run) {
    await run()
    await dialog(/new message/i)
    await press('Escape')
    await waitFor(() => expect(page.row(id)).toHaveFocus())
  },
  async search(_, __, run) {
    await run()
    await expect(document.activeElement).toHaveAccessibleName('Search conversations')
    await expect(document.activeElement).toHaveValue('')
  },
  async card(page, id, run) {
    await press('Enter')
    await page.isOpen(id)
    const card = () => page.part('support-inbox-card')?.dataset.state
    await expect(card()).toBe('open')
    await run()
    await waitFor(() => expect(card()).toBe('closed'))
    await run()
    await waitFor(() => expect(card()).toBe('open'))
  },
  async undo(page, id, run) {
    await press('e')
    await waitFor(() => expect(getState(id)).toBe('closed'))
    await waitFor(() => expect(within(document.body).getAllByRole('button', { name: 'Undo' }).length).toBeGreaterThan(0))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await run()
    await waitFor(() => expect(page.row(id)).not.toBeNull())
    await waitFor(() => expect(getState(id)).toBe('open'))
  },
  async leave(page, _, run) {
    await press('x')
    await expect(page.selected()).toBe('1 selected')
    await run()
    await expect(page.selected()).toBe('none')
  },
  async help(page, id, run) {
    await run()
    await dialog(/Keyboard shortcuts/)
    await press('Escape')
    await waitFor(() => expect(page.row(id)).toHaveFocus())
  },
}

export const EveryKey = meta.story({
  name: 'Every key',
  play: async ({ canvasElement, step }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    // Find rows by id, since a changed row can move between two keys on a slow machine.
    const [, , ...ids] = page.ids()
    for (const { id, keys, listKeys } of keymap) {
      for (const key of [...keys, ...listKeys]) {
        await step(`${id}: ${key}`, async () => {
          const used = ids.find((one) => page.row(one)) ?? ''
          page.row(used)?.focus()
          await effects[id](page, used, () => press(key))
        })
      }
    }
  },
})

/** Keys do nothing in text fields and menus, and together with Ctrl, Alt or Cmd. */
export const Inert = meta.story({
  name: 'Keys ignored',
  args: { autoSelect: true },
  render: (args) => (
    <>
      <SupportInbox {...args} className="h-[calc(100dvh-3rem)]" />
      <div className="h-12 border-t p-1.5">
        <Input aria-label="Elsewhere" placeholder="Another field of the page" />
      </div>
    </>
  ),
  parameters: { a11y: { config: { rules: [{ id: 'region', enabled: false }] } } },
  play: async ({ canvas, canvasElement, step }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await canvas.findByLabelText('Reply')
    await userEvent.click(canvas.getByRole('button', { name: 'Filters and sorting' }))
    const tags = await canvas.findByRole('combobox', { name: 'Tag' })
    await waitFor(() => expect(within(tags).getAllByRole('option').length).toBeGreaterThan(1))
    const editable = document.createElement('div')
    editable.contentEditable = 'true'
    editable.textContent = 'Text'
    page.part('conversation-thread')?.append(editable)
    const keys = keymap.flatMap((binding) => binding.keys).filter((key) => key !== 'Escape')
    const closed = () => world.intercom.workspace.conversations.filter(({ state }) => state === 'closed').length
    const before = { ids: page.ids(), closed: closed() }

    const nothing = async (target: HTMLElement, init: KeyboardEventInit = {}) => {
      target.focus()
      // Lists handle Ctrl+A themselves.
      for (const key of init.ctrlKey || init.metaKey ? keys.filter((one) => one !== 'a') : keys) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
        target.dispatchEvent(event)
        await expect(event.defaultPrevented, `${key} in ${target.tagName}`).toBe(false)
        if (Object.keys(init).length === 0) await expect(target).toHaveFocus()
      }
      await expect(page.ids()).toEqual(before.ids)
      await expect(closed()).toBe(before.closed)
      await expect(page.selected()).toBe('none')
      await expect(within(document.body).queryByRole('dialog')).toBeNull()
    }
    const row = page.rows()[1] as HTMLElement
    await step('in fields', async () => {
      await nothing(canvas.getByRole('searchbox'))
      await nothing(canvas.getByLabelText('Reply'))
      await nothing(tags)
      await nothing(editable)
      await nothing(canvas.getByLabelText('Elsewhere'))
    })
    await step('with modifiers', async () => {
      await nothing(row, { ctrlKey: true })
      await nothing(row, { metaKey: true })
      await nothing(row, { altKey: true })
    })
    await step('while composing', () => nothing(row, { isComposing: true }))
    await step('held down', async () => {
      const event = new KeyboardEvent('keydown', { key: 'e', repeat: true, bubbles: true, cancelable: true })
      row.dispatchEvent(event)
      await expect(event.defaultPrevented).toBe(false)
    })
    await step('in a dialog', async () => {
      row.focus()
      await userEvent.keyboard('?')
      const help = await dialog(/Keyboard shortcuts/)
      await userEvent.keyboard('exs')
      await expect(page.ids()).toEqual(before.ids)
      await expect(within(document.body).getAllByRole('dialog')).toEqual([help])
      await userEvent.keyboard('{Escape}')
    })
    editable.remove()
  },
})

/** With `shortcuts={false}`, only the arrow keys, Enter and the list's own keys work. */
export const Off = meta.story({
  name: 'Single keys off',
  args: { shortcuts: false },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const rows = await page.findRows()
    rows[0]?.focus()
    await userEvent.keyboard('jjxe?/')
    await expect(rows[0]).toHaveFocus()
    await expect(page.selected()).toBe('none')
    await expect(page.ids()).toHaveLength(rows.length)
    await expect(canvas.getByRole('searchbox')).not.toHaveAttribute('aria-keyshortcuts')
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    await expect(page.selected()).toBe('2 selected')
    await userEvent.keyboard('{Escape}{Enter}')
    await expect(rows[2]).toHaveAttribute('aria-current', 'true')
    // Without single keys, Tab reaches the row's checkbox.
    await userEvent.tab()
    await expect(page.check(page.ids()[2] ?? '')).toHaveFocus()
    await userEvent.keyboard(' ')
    await expect(page.selected()).toBe('1 selected')
  },
})

/** The help dialog and the buttons show the custom keys. */
export const Remapped = meta.story({
  name: 'Custom keys',
  args: { keymap: { select: 'v', search: ['f', 'F2'], close: null } },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const rows = await page.findRows()
    rows[1]?.focus()
    await userEvent.keyboard('xe')
    await expect(page.selected()).toBe('none')
    await expect(page.ids()).toHaveLength(rows.length)
    await userEvent.keyboard('v')
    await expect(page.selected()).toBe('1 selected')
    const bar = within(page.part('bulk-bar') as HTMLElement)
    await expect(bar.getByRole('button', { name: 'Close' })).not.toHaveAttribute('aria-keyshortcuts')
    await expect(bar.getByRole('button', { name: 'Snooze' })).toHaveAttribute('aria-keyshortcuts', 's')
    await expect(canvas.getByRole('searchbox')).toHaveAttribute('aria-keyshortcuts', 'f F2')
    await userEvent.keyboard('{Escape}?')
    const help = await dialog(/Keyboard shortcuts/)
    await expect(help.querySelector('[data-command=close]')).toBeNull()
    await expect(help.querySelector('[data-command=select]')).toHaveTextContent('V')
    await expect(help.querySelectorAll('[data-command]')).toHaveLength(keymap.length - 1)
  },
})
