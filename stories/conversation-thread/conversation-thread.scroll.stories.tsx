import { expect, userEvent, waitFor } from 'storybook/test'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { LiveThread } from './live-thread.tsx'

const meta = preview.meta({
  title: 'Inbox/ConversationThread/Scrolling',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: LiveThread,
  args: { count: 120 },
  parameters: { ...notPictured, docs: { story: { height: '720px' } } },
})

type Canvas = { getByRole: (role: string, options?: object) => HTMLElement }

const getLog = (canvas: Canvas) => canvas.getByRole('log')
const press = (canvas: Canvas, name: string) => userEvent.click(canvas.getByRole('button', { name }))
const measureDistanceToEnd = (log: HTMLElement) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)
/** Layout and observers need several frames to settle. */
const waitForLayout = async () => {
  for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame)
}
const expectAtEnd = (log: HTMLElement) => waitFor(() => expect(measureDistanceToEnd(log)).toBeLessThanOrEqual(1))

async function scrollUp(log: HTMLElement, pixels = 2500) {
  log.scrollTop -= pixels
  await waitForLayout()
}

/** Finds the first part in view and its offset. */
function findPlace(log: HTMLElement) {
  const edge = log.getBoundingClientRect().top
  const rows = [...log.querySelectorAll<HTMLElement>('[data-part-id]')]
  const row = rows.find((one) => one.getBoundingClientRect().bottom > edge)!
  return { id: row.dataset.partId!, top: row.getBoundingClientRect().top - edge }
}
const measureTop = (log: HTMLElement, id: string) =>
  log.querySelector(`[data-part-id="${id}"]`)!.getBoundingClientRect().top - log.getBoundingClientRect().top

/** Changes the thread and expects the part in view not to move. */
async function expectNotMoved(log: HTMLElement, change: () => Promise<unknown>) {
  const before = findPlace(log)
  await change()
  await waitForLayout()
  await expect(Math.abs(measureTop(log, before.id) - before.top)).toBeLessThanOrEqual(1)
}

export const OpensAtNewest = meta.story({
  name: 'Opens at the newest message',
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await expect(measureDistanceToEnd(log)).toBeLessThanOrEqual(1)
    await waitForLayout()
    await expect(measureDistanceToEnd(log)).toBeLessThanOrEqual(1)
    await expect(canvas.queryByRole('button', { name: /Jump|new message/ })).toBeNull()
  },
})

/** The thread keeps following after any scrolling by key or wheel that ends at the bottom. */
export const FollowsAtEnd = meta.story({
  name: 'Follows new messages at the end',
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    await press(canvas, 'Customer writes')
    await expectAtEnd(log)
    log.dispatchEvent(new WheelEvent('wheel', { deltaY: 200, bubbles: true }))
    log.focus()
    await userEvent.keyboard('{End}')
    await press(canvas, 'Three at once')
    await expectAtEnd(log)
    await press(canvas, 'A note and an event')
    await expectAtEnd(log)
    await expect(canvas.queryByRole('button', { name: /new message/ })).toBeNull()
  },
})

/** The thread doesn't scroll, and a button counts the new messages and jumps to them. */
export const LeavesTheReader = meta.story({
  name: 'Keeps position above the end',
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    await scrollUp(log)
    await expect(canvas.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
    await expectNotMoved(log, () => press(canvas, 'Customer writes'))
    await expect(canvas.getByRole('button', { name: '1 new message' })).toBeVisible()
    await expectNotMoved(log, () => press(canvas, 'Three at once'))
    await expectNotMoved(log, () => press(canvas, 'A note and an event'))
    // Events aren't counted, since they need no reply.
    await press(canvas, '5 new messages')
    await expectAtEnd(log)
    await expect(document.activeElement).toBe(log)
    await waitFor(() => expect(canvas.queryByRole('button', { name: /new message|Jump/ })).toBeNull())
    await press(canvas, 'Customer writes')
    await expectAtEnd(log)
  },
})

/** Neither older messages nor a refetch move the text in view. */
export const KeepsPlace = meta.story({
  name: 'Keeps position when history loads',
  play: async ({ canvas, canvasElement }) => {
    const log = getLog(canvas)
    const status = canvasElement.querySelector('[data-slot=thread-log] [role=status]')!
    await waitForLayout()
    await scrollUp(log)
    await expectNotMoved(log, () => press(canvas, 'Older ones come'))
    await expectNotMoved(log, () => press(canvas, 'Older ones come'))
    await expectNotMoved(log, () => press(canvas, 'Oldest three go'))
    await expectNotMoved(log, () => press(canvas, 'Fetched again'))
    // Repeat without the browser's scroll anchoring.
    log.style.overflowAnchor = 'none'
    await expectNotMoved(log, () => press(canvas, 'Older ones come'))
    await expectNotMoved(log, () => press(canvas, 'Oldest three go'))
    log.style.overflowAnchor = ''
    log.scrollTop = 0
    await waitForLayout()
    await expectNotMoved(log, () => press(canvas, 'Older ones come'))
    // Older messages aren't announced.
    await expect(status).toHaveTextContent('')
    await expect(log).toHaveAttribute('aria-live', 'off')
    await expect(canvas.queryByRole('button', { name: /new message/ })).toBeNull()
  },
})

/** Each new message is announced once, and several at once as a number. */
export const Announces = meta.story({
  name: 'Announces new messages',
  args: { count: 8 },
  play: async ({ canvas, canvasElement }) => {
    const status = canvasElement.querySelector('[data-slot=thread-log] [role=status]')!
    await expect(status).toHaveTextContent('')
    await press(canvas, 'Customer writes')
    await waitFor(() => expect(status.textContent).toMatch(/New message from .Maya Okafor.: Are you still there\?/))
    await press(canvas, 'Three at once')
    await waitFor(() => expect(status).toHaveTextContent('3 new messages'))
    await press(canvas, 'A note and an event')
    await waitFor(() => expect(status.textContent).toMatch(/New internal note by .*Tom Aalto.*Be quick/))
  },
})

/** The thread scrolls to the beginning of the message. */
export const LongMessage = meta.story({
  name: 'New message taller than the window',
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    await press(canvas, 'A long message')
    await waitForLayout()
    const article = log.querySelector('[data-part-id=live-0]')!
    await expect(article.clientHeight).toBeGreaterThan(log.clientHeight)
    await waitFor(() => expect(Math.abs(measureTop(log, 'live-0'))).toBeLessThan(80))
    await expect(canvas.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
  },
})

/** New messages don't scroll the thread while the user selects text. */
export const SelectingHolds = meta.story({
  name: 'Selected text holds the position',
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    const paragraphs = log.querySelectorAll('article p')
    getSelection()?.selectAllChildren(paragraphs[paragraphs.length - 1]!)
    const before = findPlace(log)
    // A pointer press would clear the selection, so click by script.
    canvas.getByRole('button', { name: 'Three at once' }).click()
    await waitForLayout()
    await expect(Math.abs(measureTop(log, before.id) - before.top)).toBeLessThanOrEqual(1)
    await expect(canvas.getByRole('button', { name: '3 new messages' })).toBeVisible()
    getSelection()?.removeAllRanges()
  },
})

/** A thread that overflows is a tab stop and scrolls with the usual keys. */
export const Keyboard = meta.story({
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    await expect(log).toHaveAttribute('tabindex', '0')
    for (let step = 0; step < 12 && document.activeElement !== log; step += 1) await userEvent.tab()
    await expect(document.activeElement).toBe(log)
    await expect(log).toHaveAccessibleName(/Messages with .*Maya Okafor/)
  },
})

/** A thread that fits is not a tab stop. */
export const ShortThread = meta.story({
  name: 'Short thread',
  args: { count: 2 },
  play: async ({ canvas }) => {
    await waitForLayout()
    await expect(getLog(canvas)).not.toHaveAttribute('tabindex')
    await expect(canvas.queryByRole('button', { name: /Jump/ })).toBeNull()
  },
})

/** All parts are in the DOM, and only those near the viewport are laid out. */
export const FiveHundred = meta.story({
  name: 'Five hundred parts',
  args: { count: 500 },
  play: async ({ canvas }) => {
    const log = getLog(canvas)
    await waitForLayout()
    await expectAtEnd(log)
    await expect(log.querySelectorAll('[data-part-id]').length).toBe(500)
    const blocks = [...log.querySelectorAll('[data-slot=thread-block]')]
    const left = blocks.filter((block) => getComputedStyle(block).contentVisibility === 'auto')
    await expect(left.length).toBeGreaterThan(blocks.length / 2)
    const hidden = log.querySelector('[data-part-id]')!
    await expect(hidden.checkVisibility({ contentVisibilityAuto: true })).toBe(false)
    await expectNotMoved(log, () => press(canvas, 'Fetched again'))
    await expectAtEnd(log)
    await scrollUp(log, 12_000)
    await expectNotMoved(log, () => press(canvas, 'Older ones come'))
  },
})
