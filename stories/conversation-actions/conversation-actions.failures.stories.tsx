import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { toasts } from 'intercom-v0-kit/inbox'
import type { FaultId } from '../../mocks/faults.ts'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from './desk'

const ID = '215471000000007'

const meta = preview.meta({
  title: 'Inbox/ConversationActions/Failures',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: Desk,
  args: { conversationId: ID },
  globals: onDesktop.globals,
  parameters: notPictured,
})

type Canvas = ReturnType<typeof within>

// After a rejection the action wasn't done. After a lost or malformed response it may have been.
const refused = /^Couldn't close the conversation\./
const unclear = /^We couldn't confirm that the conversation was closed\./

// Each fault with its message. Faults that delay the response have their own stories.
const faults: [FaultId, RegExp, RegExp?][] = [
  ['offline', /Intercom isn't responding/],
  ['401', /Intercom isn't set up/, refused],
  ['403', /Intercom isn't set up/, refused],
  ['404', /no longer exists/, refused],
  ['422', /did not accept/, refused],
  ['500', /Intercom isn't responding/],
  ['502-html', /Intercom isn't responding/],
  ['503', /Intercom isn't responding/],
  ['200-html', /Intercom isn't responding/],
  ['200-malformed', /Intercom isn't responding/],
  ['200-empty', /Intercom isn't responding/],
  ['204', /Intercom isn't responding/],
  ['200-wrong-shape', /Intercom isn't responding/],
  ['redirect', /Intercom isn't responding/],
]

async function expectReverted(canvas: Canvas, reason: RegExp, beginning = unclear): Promise<void> {
  const alert = await within(await canvas.findByRole('region', { name: /Notifications/ })).findByRole('alert')
  await expect(alert).toHaveTextContent(beginning)
  await expect(alert).toHaveTextContent(reason)
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible())
}

/** For each fault, the close is reverted, the reason is announced once, and the focus stays. */
export const EveryFault = meta.story({
  name: 'Every fault',
  play: async ({ canvas, step }) => {
    await canvas.findByRole('button', { name: 'Close' })
    for (const [id, reason, beginning] of faults) {
      await step(id, async () => {
        world.intercom.setFault({ id, method: 'POST' })
        const button = canvas.getByRole('button', { name: 'Close' })
        await userEvent.click(button)
        await expectReverted(canvas, reason, beginning)
        await expect(button).toHaveFocus()
        await expect(toasts.get()).toHaveLength(1)
        world.intercom.setFault(null)
        toasts.clear()
      })
    }
  },
})

/** The route retries once after the requested delay, then reports the failure. */
export const RateLimited = meta.story({
  name: 'Rate limited',
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Close' })
    world.intercom.setFault({ id: '429-hostile', method: 'POST' })
    await userEvent.click(button)
    await expectReverted(canvas, /Too many requests/, refused)
  },
})

/** A change that took effect although its response was lost is shown as done. */
export const AnswerLost = meta.story({
  name: 'Response lost',
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Close' })
    world.intercom.setFault({ id: 'conn-reset', method: 'POST' })
    await userEvent.click(button)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(unclear)
    await expect(await canvas.findByRole('button', { name: 'Reopen' })).toBeVisible()
  },
})

/** The app's own routes can't be reached. */
export const AppOffline = meta.story({
  name: 'App offline',
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Close' })
    world.app = 'offline'
    await userEvent.click(button)
    await expect((await canvas.findAllByText(/We can't reach the server/)).length).toBeGreaterThan(0)
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible())
  },
})

/** "Try again" repeats the action, which can then be undone. */
export const RetryThenUndo = meta.story({
  name: 'Retry, then undo',
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Close' })
    world.intercom.setFault({ id: '503', method: 'POST', times: 1 })
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await userEvent.click(await within(await canvas.findByRole('region', { name: /Notifications/ })).findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(toasts.get().map(({ message }) => message)).toEqual(['Conversation closed']))
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(toasts.get().map(({ message }) => message)).toEqual(['Undone']))
  },
})

/** The failure is reported, and the action stays done. */
export const UndoFails = meta.story({
  name: 'Undo fails',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close' }))
    await canvas.findByText('Conversation closed')
    world.intercom.setFault({ id: '503', method: 'POST' })
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    const alert = await canvas.findByText(/^We couldn't confirm that it was undone\./)
    await waitFor(() => expect(alert).toBeVisible())
    await expect(canvas.getByRole('button', { name: 'Reopen' })).toBeVisible()
  },
})

/** Opens the tags dialog while Intercom fails to load tags. */
async function failTags(canvas: Canvas): Promise<Canvas> {
  await canvas.findByRole('button', { name: 'Close' })
  world.intercom.setFault({ id: '503', path: '/tags' })
  await userEvent.click(canvas.getByRole('button', { name: 'Tags' }))
  const dialog = within(await screen.findByRole('dialog'))
  await expect(await dialog.findByRole('alert')).toHaveTextContent("Intercom isn't responding")
  return dialog
}

/** The dialog shows an error if its teammates or tags can't be loaded. */
export const DialogFailed = meta.story({
  name: "Dialog can't load",
  play: async ({ canvas }) => {
    await failTags(canvas)
  },
})

/** Retrying loads the tags into the open dialog. */
export const DialogsFail = meta.story({
  name: 'Dialog retries',
  play: async ({ canvas }) => {
    const dialog = await failTags(canvas)
    world.intercom.setFault(null)
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }))
    await expect((await dialog.findAllByRole('option')).length).toBeGreaterThan(0)
  },
})

/** Actions are applied in the order of the clicks, even if the first one is slow. */
export const OutOfOrder = meta.story({
  name: 'Slow first action',
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Close' })
    const { handle } = world.intercom
    const order: string[] = []
    let isFirst = true
    world.intercom.handle = async (request) => {
      if (request.method !== 'POST') return handle(request)
      const { message_type: type } = (await request.clone().json()) as { message_type: string }
      const isSlow = isFirst
      isFirst = false
      if (isSlow) await new Promise((resolve) => setTimeout(resolve, 600))
      order.push(type)
      return handle(request)
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Reopen' }))
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible()
    await waitFor(() => expect(order).toEqual(['close', 'open']))
    await canvas.findByText('Conversation reopened')
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible()
  },
})
