import { expect, fn, userEvent, waitFor, type within } from 'storybook/test'
import { ConversationList } from '@/components/intercom/conversation-list'
import { buildLargeWorkspace } from '../../mocks/data/large.ts'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'

const meta = preview.meta({
  title: 'Inbox/ConversationList/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: ConversationList,
  args: { onSelect: fn(), filter: { state: 'all' }, className: 'h-dvh max-w-sm border-e' },
  parameters: { ...notPictured, intercom: { workspace: () => buildLargeWorkspace(130) } },
})

const readPosition = () => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
/** Finds the scroll container after its rows are measured. */
async function findScroller(root: HTMLElement): Promise<HTMLElement> {
  const scroller = root.querySelector<HTMLElement>('[data-slot=conversation-list-scroller]')!
  await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(25 * 72))
  return scroller
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

/** The list is one tab stop. Arrow keys, Home, End, J and K move, and Enter and Space open. */
export const Keyboard = meta.story({
  play: async ({ canvas, args }) => {
    await canvas.findAllByRole('listitem')
    await userEvent.tab()
    await expect(readPosition()).toBe(1)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(readPosition()).toBe(3)
    await userEvent.keyboard('j')
    await expect(readPosition()).toBe(4)
    await userEvent.keyboard('kk{ArrowUp}{ArrowUp}{ArrowUp}')
    await expect(readPosition()).toBe(1)
    await userEvent.keyboard('{End}')
    await expect(readPosition()).toBe(25)
    await waitFor(() => expect(document.activeElement).toBeVisible())
    await userEvent.keyboard('{Home}{ArrowDown}{Enter}')
    await expect(args.onSelect).toHaveBeenCalledOnce()
    await expect(document.activeElement).toHaveAttribute('aria-current', 'true')
    await userEvent.keyboard('{ArrowDown}[Space]')
    await expect(args.onSelect).toHaveBeenCalledTimes(2)

    // Combinations with a modifier belong to the browser or the app.
    await userEvent.keyboard('{Control>}j{/Control}{Shift>}J{/Shift}')
    await expect(readPosition()).toBe(3)
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: /^Load/ })).toHaveFocus()
    await userEvent.tab({ shift: true })
    await expect(readPosition()).toBe(3)
  },
})

/** With `shortcuts={false}`, J and K do nothing, and the arrow keys still work. */
export const WithoutLetters = meta.story({
  name: 'Single-letter keys off',
  args: { shortcuts: false },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('listitem')
    await userEvent.tab()
    await userEvent.keyboard('jjj')
    await expect(readPosition()).toBe(1)
    await userEvent.keyboard('{ArrowDown}')
    await expect(readPosition()).toBe(2)
  },
})

/** New rows don't move the rows in view or the focus. */
export const LoadsMoreOnScroll = meta.story({
  name: 'Load more by scrolling',
  play: async ({ canvas, canvasElement }) => {
    await canvas.findAllByRole('listitem')
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    const focused = document.activeElement
    const scroller = await findScroller(canvasElement)
    scroller.scrollTop = scroller.scrollHeight
    await nextFrame()
    const before = scroller.scrollTop
    const status = canvas.getByRole('status')
    await waitFor(() => expect(status).toHaveTextContent('25 more conversations loaded, 50 in total.'))
    await expect(scroller.scrollTop).toBe(before)
    await expect(document.activeElement).toBe(focused)

    scroller.scrollTop = scroller.scrollHeight
    await waitFor(() => expect(status).toHaveTextContent('75 in total.'))
    // The list is virtual, but the focused row stays rendered.
    await waitFor(() => expect(canvasElement.querySelectorAll('li').length).toBeLessThan(40))
    await expect(document.activeElement).toBe(focused)
    await expect(readPosition()).toBe(2)
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(scroller.scrollTop).toBeLessThan(300))
    await expect(readPosition()).toBe(3)
  },
})

/** The button announces the number of new rows and moves the focus to the first one. */
export const LoadsMoreByButton = meta.story({
  name: 'Load more by button',
  play: async ({ canvas }) => {
    await canvas.findAllByRole('listitem')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('25 more conversations loaded'))
    await waitFor(() => expect(readPosition()).toBe(26))
  },
})

/** The button disappears, and the first new row gets the focus. */
export const LoadsTheRestByButton = meta.story({
  name: 'Load the last page by button',
  parameters: { intercom: { workspace: () => buildLargeWorkspace(40) } },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('listitem')
    canvas.getByRole('button', { name: 'Load more' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(readPosition()).toBe(26))
    await expect(canvas.getByRole('status')).toHaveTextContent('15 more conversations loaded, 40 in total.')
    await expect(canvas.queryByRole('button', { name: 'Load more' })).toBeNull()
  },
})

/** Retrying loads the list and moves the focus to its first row. */
export const ComesBackOnline = meta.story({
  name: 'Back online',
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await canvas.findByRole('alert')
    world.app = 'works'
    canvas.getByRole('button', { name: 'Try again' }).focus()
    await userEvent.keyboard('{Enter}')
    const [first] = await canvas.findAllByRole('listitem')
    await expect(first).toContainElement(document.activeElement as HTMLElement)
    world.app = 'offline'
  },
})

/** Scrolls until the next page is requested while Intercom is down, and returns the scroll container. */
async function failNextPage(canvas: ReturnType<typeof within>, root: HTMLElement): Promise<HTMLElement> {
  await canvas.findAllByRole('listitem')
  world.intercom.setFault({ id: '500', path: '/conversations/search' })
  const scroller = await findScroller(root)
  scroller.scrollTop = 850
  const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
  await expect(alert).toHaveTextContent("Intercom isn't responding")
  await expect(scroller.scrollTop).toBe(850)
  return scroller
}

/** The rows stay in place, and the error is shown below them. */
export const NextPageFails = meta.story({
  name: 'Next page fails',
  play: async ({ canvas, canvasElement }) => {
    await failNextPage(canvas, canvasElement)
  },
})

/** Scrolling doesn't retry, but the button does, and the next rows are appended. */
export const NextPageTriedAgain = meta.story({
  name: 'Next page retried',
  play: async ({ canvas, canvasElement }) => {
    const scroller = await failNextPage(canvas, canvasElement)
    const asked = world.intercom.requests.length
    scroller.scrollTop = 1400
    await nextFrame()
    scroller.scrollTop = 850
    await nextFrame()
    await expect(world.intercom.requests.length).toBe(asked)

    world.intercom.setFault(null)
    canvas.getByRole('button', { name: 'Try again' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull())
    await waitFor(() => expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '130'))
    // The button is gone, but the focus isn't lost.
    await expect(readPosition()).toBe(1)
    await expect(scroller.scrollTop).toBe(850)
  },
})
