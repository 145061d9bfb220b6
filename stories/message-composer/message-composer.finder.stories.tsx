import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { drafts } from 'intercom-v0-kit/inbox'
import { buildWorkspace } from '../../mocks/index.ts'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from '../conversation-actions/desk'
import { ID, field, findPending, listPosts, send, write } from './composing'
import { savedReplies } from './replies'

const meta = preview.meta({
  title: 'Inbox/MessageComposer/Finder',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: Desk,
  args: { conversationId: ID, savedReplies },
  globals: onDesktop.globals,
  parameters: { ...notPictured, intercom: { apiVersion: '2.16' } },
})

const findInput = () => screen.findByRole('combobox')
const getOptions = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

/** A slash opens the finder, and Enter puts the reply in its place, with the customer's name. The cursor is after it. */
export const InsertBySlash = meta.story({
  name: 'Insert a saved reply by keyboard',
  play: async ({ canvas }) => {
    const element = await write(canvas, 'Before after')
    element.setSelectionRange(7, 7)
    await userEvent.keyboard('/')
    const input = await findInput()
    await waitFor(() => expect(input).toHaveFocus())
    await userEvent.keyboard('ask for')
    await waitFor(() => expect(getOptions()).toEqual([expect.stringMatching(/^Ask for a screenshot/)]))
    await expect(input).toHaveAttribute('aria-expanded', 'true')
    await expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Enter}')
    await isClosed()
    const inserted = 'Hi Ravi, could you send me a screenshot of the dashboard, with the address bar in it?'
    await waitFor(() => expect(element).toHaveValue(`Before ${inserted}after`))
    await waitFor(() => expect(element).toHaveFocus())
    await waitFor(() => expect(element.selectionStart).toBe('Before '.length + inserted.length))
  },
})

/** Text that was typed before the finder has loaded is its query, and the rest of the draft stays. */
export const TypeAhead = meta.story({
  name: 'Type on while the finder loads',
  play: async ({ canvas }) => {
    const element = await field(canvas)
    await userEvent.type(element, 'See\n/export')
    const input = await findInput()
    await waitFor(() => expect(input).toHaveValue('export'))
    await waitFor(() => expect(getOptions()).toContainEqual(expect.stringMatching(/^Export a dashboard/)))
    await userEvent.click(screen.getByRole('option', { name: /^Export a dashboard/ }))
    await isClosed()
    await expect(element).toHaveValue('See\nExport a dashboard: https://help.tidewater.example/export/dashboards')
  },
})

/** Escape keeps what was typed. Backspace in the empty field removes the slash. */
export const Leave = meta.story({
  name: 'Leave the finder',
  play: async ({ canvas, step }) => {
    const element = await write(canvas, 'One /')
    await step('Escape', async () => {
      await userEvent.type(await findInput(), 'two')
      await userEvent.keyboard('{Escape}')
      await isClosed()
      await expect(element).toHaveValue('One /two')
      await waitFor(() => expect(element).toHaveFocus())
      await waitFor(() => expect(element.selectionStart).toBe(8))
    })
    await step('Backspace', async () => {
      await userEvent.keyboard(' /')
      await waitFor(async () => expect(await findInput()).toHaveFocus())
      await userEvent.keyboard('{Backspace}')
      await isClosed()
      await expect(element).toHaveValue('One /two ')
    })
    await step('a space, or a second slash', async () => {
      for (const [typed, text] of [[' ', '/ '], ['usr/', '/usr/']] as const) {
        await waitFor(() => expect(element).toHaveFocus())
        await userEvent.clear(element)
        await userEvent.keyboard('/')
        await waitFor(async () => expect(await findInput()).toHaveFocus())
        await userEvent.keyboard(typed)
        await isClosed()
        await expect(element).toHaveValue(text)
      }
    })
  },
})

/** A slash inside a word, an address or an IME composition, and pasted text, open nothing. */
export const NoSearch = meta.story({
  name: 'Slashes that are no search',
  play: async ({ canvas }) => {
    const element = await write(canvas, '/')
    // Once it has loaded, the finder opens at once.
    await findInput()
    await userEvent.keyboard('{Escape}')
    await isClosed()
    await waitFor(() => expect(element).toHaveFocus())
    for (const text of ['and/or', 'https://a.example/b']) {
      await userEvent.clear(element)
      await userEvent.keyboard(text)
      await expect(element).toHaveValue(text)
      await expect(screen.queryByRole('dialog')).toBeNull()
    }
    await userEvent.clear(element)
    await userEvent.paste('/usr')
    await expect(element).toHaveValue('/usr')
    await userEvent.clear(element)
    // Around React, which would see no change.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, '/')
    element.dispatchEvent(new InputEvent('input', { data: '/', isComposing: true, bubbles: true }))
    await waitFor(() => expect(drafts.get(ID, 'reply').text).toBe('/'))
    await expect(screen.queryByRole('dialog')).toBeNull()
  },
})

/** Articles wait for a pause in typing, and answers of earlier queries are not shown. */
export const Articles = meta.story({
  name: 'Search articles',
  play: async ({ canvas }) => {
    await write(canvas, '/')
    await userEvent.type(await findInput(), 'refund')
    await waitFor(() => expect(getOptions()).toContainEqual(expect.stringMatching(/^Refunds for seats/)))
    const asked = world.intercom.requests.filter(({ path }) => path === '/articles/search').map(({ query }) => query.phrase)
    await expect(asked).toEqual(['refund'])
    await userEvent.keyboard('x')
    await waitFor(() => expect(getOptions()).toEqual([]))
    await waitFor(() => expect(screen.getByText('Nothing matches “refundx”')).toBeVisible())
  },
})

/** An internal article can be inserted into a note, and not into a reply. */
export const Internal = meta.story({
  name: 'Internal articles only in notes',
  play: async ({ canvas, step }) => {
    await step('reply', async () => {
      await write(canvas, '/')
      await userEvent.type(await findInput(), 'approve')
      const option = await screen.findByRole('option', { name: /Internal: only in notes.*When to approve a refund/ })
      await expect(option).toHaveAttribute('aria-disabled', 'true')
      await userEvent.keyboard('{Enter}')
      await expect(screen.getByRole('dialog')).toBeVisible()
      await userEvent.keyboard('{Escape}')
      await isClosed()
      await userEvent.clear(await field(canvas))
    })
    await step('note', async () => {
      await userEvent.click(canvas.getByRole('radio', { name: 'Note' }))
      const element = await write(canvas, '/')
      await userEvent.type(await findInput(), 'approve')
      await screen.findByRole('option', { name: /When to approve a refund/ })
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(element).toHaveValue('When to approve a refund'))
    })
  },
})

/** Placeholders that can't be filled in stay, are listed below the field, and go when they are replaced. */
export const PlaceholdersLeft = meta.story({
  name: 'Fill in the rest',
  play: async ({ canvas }) => {
    const element = await write(canvas, '/')
    await userEvent.type(await findInput(), 'trial')
    await userEvent.click(await screen.findByRole('option', { name: /^Trial extended/ }))
    await isClosed()
    await expect(await canvas.findByText(/1 placeholder to fill in: .*\{\{conversation\.custom_attributes\.trial_end\}\}/)).toBeVisible()
    await expect(element.value).toMatch(/^Hi Ravi, I extended the trial of Brightside Clinics/)
    element.setSelectionRange(element.value.indexOf('{{'), element.value.indexOf('}}') + 2)
    await userEvent.keyboard('Friday')
    await expect(canvas.queryByText(/placeholder/)).toBeNull()
    await send()
    await waitFor(() => expect(listPosts()).toHaveLength(1))
  },
})

/** Replies of the app, the thread and sending work while Intercom's replies and articles fail. */
export const Faults = meta.story({
  name: 'Intercom fails while the finder is open',
  parameters: { intercom: { fault: { id: '503', path: /^\/macros|articles\/search$/ } } },
  play: async ({ canvas, canvasElement }) => {
    await write(canvas, '/')
    await userEvent.type(await findInput(), 'refund')
    await waitFor(() => expect(getOptions()).toEqual([expect.stringMatching(/^Refund is on its way/)]))
    const dialog = within(screen.getByRole('dialog'))
    await waitFor(() => expect(dialog.getByText(/saved replies couldn't be loaded/)).toBeVisible(), { timeout: 15_000 })
    await waitFor(() => expect(dialog.getByText(/Articles couldn't be searched/)).toBeVisible(), { timeout: 15_000 })
    await userEvent.keyboard('{Enter}')
    await isClosed()
    await send()
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(listPosts()).toHaveLength(1)
  },
})

/** A workspace whose list of macros has no bodies, as Intercom's long lists. */
function buildLongList() {
  const workspace = buildWorkspace()
  for (const macro of workspace.macros) {
    // `JSON.stringify` passes an empty key for a single macro.
    const toJSON = (key: string) => (key === '' ? { ...macro, toJSON: undefined } : { ...macro, toJSON: undefined, body: null, body_text: null })
    Object.assign(macro, { toJSON })
  }
  return workspace
}

/** Long lists of Intercom have no bodies. A chosen reply is read first, and a failure keeps the finder open. */
export const LongList = meta.story({
  name: 'Insert a reply of a long list',
  parameters: { intercom: { workspace: buildLongList, fault: { id: '404', path: /^\/macros\/\d+$/, times: 1 } } },
  play: async ({ canvas }) => {
    const element = await write(canvas, '/')
    await userEvent.type(await findInput(), 'export limit')
    await screen.findByRole('option', { name: 'Export limit' })
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByText(/saved replies couldn't be loaded. It no longer exists/)).toBeVisible())
    await userEvent.keyboard('{Enter}')
    await isClosed()
    await expect(element.value).toMatch(/^The browser export stops/)
  },
})
