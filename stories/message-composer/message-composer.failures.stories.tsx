import { expect, userEvent, waitFor } from 'storybook/test'
import type { FaultId } from '../../mocks/faults.ts'
import { notPictured, onDesktop, onPhone, pictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from '../conversation-actions/desk'
import { ID, OTHER, findArticle, field, findPending, listPosts, send, write } from './composing'
import { savedReplies } from './replies'

const meta = preview.meta({
  title: 'Inbox/MessageComposer/Failures',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: Desk,
  args: { conversationId: ID, savedReplies },
  globals: onDesktop.globals,
  parameters: notPictured,
})

/** A look among the behaviour, pictured in one size. */
const picture = ({ parameters: { chromatic } }: typeof onPhone) => ({ chromatic: { ...chromatic, ...pictured.chromatic } })

const faults: [FaultId, RegExp][] = [
  ['offline', /isn't responding/],
  ['401', /isn't set up/],
  ['403', /isn't set up/],
  ['404', /no longer exists/],
  ['422', /Intercom rejected the message/],
  ['500', /isn't responding/],
  ['502-html', /isn't responding/],
  ['503', /isn't responding/],
  ['200-html', /isn't responding/],
  ['200-malformed', /isn't responding/],
  ['200-empty', /isn't responding/],
  ['204', /isn't responding/],
  ['200-wrong-shape', /isn't responding/],
  ['redirect', /isn't responding/],
]

/** Intercom keeps a bot's replies to emails. Notes and the Messenger are fine. */
export const ByABot = meta.story({
  name: 'Replies of a bot',
  beforeEach: () => {
    const conversation = world.intercom.workspace.conversations.find(({ id }) => id === ID)
    if (conversation) conversation.source.type = 'email'
    world.adminId = '99'
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Intercom doesn't email replies of a bot/)).toBeVisible()
    await userEvent.click(canvas.getByRole('radio', { name: 'Note' }))
    await expect(canvas.queryByText(/^Intercom doesn't email/)).toBeNull()
  },
})

/** For each fault, the reason is announced, the focus stays, and a discarded message becomes the draft again. */
export const EveryFault = meta.story({
  name: 'Every fault',
  play: async ({ canvas, canvasElement, step }) => {
    const element = await field(canvas)
    for (const [id, reason] of faults) {
      await step(id, async () => {
        world.intercom.setFault({ id, path: /reply$/ })
        await write(canvas, `Kept ${id}`)
        await send()
        const alert = await canvas.findByRole('alert')
        await expect(alert).toHaveTextContent(/^Not sent\./)
        await expect(alert).toHaveTextContent(reason)
        await expect(element).toHaveFocus()
        await userEvent.click(canvas.getByRole('button', { name: 'Discard' }))
        await expect(element).toHaveValue(`Kept ${id}`)
        await expect(element).toHaveFocus()
        await expect(findPending(canvasElement)).toHaveLength(0)
        await userEvent.clear(element)
      })
    }
  },
})

/** "Try again" sends the same message once and returns the focus to the field. */
export const Retry = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const keys: (string | null)[] = []
    const { fetch } = window
    window.fetch = (input, init) => {
      if (String(input).startsWith('/api/') && String(input).endsWith('/reply')) keys.push(new Headers(init?.headers).get('idempotency-key'))
      return fetch(input, init)
    }
    try {
      world.intercom.setFault({ id: '422', path: /reply$/, times: 1 })
      const element = await write(canvas, 'Again')
      await send()
      const button = await canvas.findByRole('button', { name: 'Try again' })
      await userEvent.click(button)
      await expect(element).toHaveFocus()
      await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
      await expect(keys).toHaveLength(2)
      await expect(keys[1]).toBe(keys[0])
      await expect(canvas.getAllByText('Again')).toHaveLength(1)
    } finally {
      window.fetch = fetch
    }
  },
})

const lost: FaultId[] = ['conn-reset', 'truncated-stream', '200-5MB']
const questions = ['Which browser is it?', 'Does it happen in a private window, too?', 'Could you send me a screenshot?']

/** The message was delivered, so it appears in the thread and no error is shown. */
export const AnswerLost = meta.story({
  name: 'Response lost',
  play: async ({ canvas, canvasElement, step }) => {
    await field(canvas)
    for (const [index, id] of lost.entries()) {
      await step(id, async () => {
        world.intercom.setFault({ id, path: /reply$/ })
        await write(canvas, questions[index]!)
        await send()
        await waitFor(() => expect(listPosts()).toHaveLength(index + 1))
        await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
        await expect(canvas.getAllByText(questions[index]!)).toHaveLength(1)
        await expect(canvas.queryByRole('alert')).toBeNull()
      })
    }
  },
})

/** After the time-out, the message can be sent again and appears once. */
export const NeverAnswered = meta.story({
  name: 'No response',
  play: async ({ canvas, canvasElement }) => {
    const element = await field(canvas)
    world.intercom.setFault({ id: 'never', path: /reply$/ })
    await write(canvas, 'Is anybody there?')
    await send()
    await expect(findArticle(canvas, 'Is anybody there?')).toHaveTextContent('Sending…')
    const again = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 30_000 })
    await expect(element).toHaveFocus()
    world.intercom.setFault(null)
    await userEvent.click(again)
    await userEvent.click(await canvas.findByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Is anybody there?')).toHaveLength(1)
  },
})

/** The message waits two seconds, as Intercom asks, and is sent without an error. */
export const Throttled = meta.story({
  name: 'Rate limited',
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '429-retry-after-s', path: /reply$/, times: 1 })
    await write(canvas, 'In a moment')
    await send()
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0), { timeout: 20_000 })
    await expect(canvas.getAllByText('In a moment')).toHaveLength(1)
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** The message isn't in the thread, so it can be sent again as a new one. */
export const SendAgain = meta.story({
  name: 'Delivery unknown',
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.intercom.setFault({ id: '500', path: /reply$/ })
    await write(canvas, 'Perhaps')
    await send()
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText(/earlier attempt didn.t go through/)).toBeVisible()
    world.intercom.setFault(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(canvas.getAllByText('Perhaps')).toHaveLength(1)
  },
})

/** The draft is kept until the message is sent. */
export const OfflineThenOnline = meta.story({
  name: 'Offline, then online',
  play: async ({ canvas, canvasElement }) => {
    await field(canvas)
    world.app = 'offline'
    await write(canvas, 'From the train')
    await send()
    await expect(await canvas.findByText(/^Not sent\. We can't reach the server/)).toBeVisible()
    world.app = 'works'
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(findPending(canvasElement)).toHaveLength(0))
    await expect(listPosts()).toHaveLength(1)
  },
})

export const Failed = meta.story({
  tags: ['!behaviour'],
  parameters: picture(onDesktop),
  play: async ({ canvas }) => {
    await field(canvas)
    world.intercom.setFault({ id: '422', path: /reply$/ })
    await write(canvas, 'This one was not taken.')
    await send()
    await expect(await canvas.findByText(/^Not sent\./)).toBeVisible()
  },
})

export const FailedDark = meta.story({
  name: 'Failed, dark',
  tags: ['!behaviour'],
  parameters: picture(onDesktop),
  globals: { theme: 'dark' },
  play: Failed.play,
})

export const FailedPhone = meta.story({
  name: 'Failed, phone',
  tags: ['!behaviour'],
  args: { conversationId: OTHER },
  globals: onPhone.globals,
  parameters: picture(onPhone),
  play: Failed.play,
})
