import { expect, userEvent, waitFor } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { addContact, buildLargeWorkspace, NOW, startConversation, type Workspace } from '../../mocks/index.ts'
import { onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { wholePage } from './whole-page'

/** Builds 10,000 conversations, and one at the top with hostile customer and text. */
function buildBusiest(): Workspace {
  const workspace = buildLargeWorkspace(10_000)
  const contact = addContact(workspace, {
    external_id: 'usr_stress',
    name: `${'Wolfeschlegelsteinhausenbergerdorff '.repeat(3)}\u202E👩‍👩‍👧‍👦`,
    email: `${'wolfe.schlegel.'.repeat(5)}x@${'subdomain.'.repeat(6)}example`,
    custom_attributes: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`generated_attribute_${index + 1}`, `${'A'.repeat(index * 20)} <b>`]),
    ),
  })
  startConversation(workspace, {
    contact,
    at: NOW - 30,
    title: `<script>alert('subject')</script> ${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}`,
    body: `<p>${'W'.repeat(400)}</p><img src=x onerror="alert(1)"><p><a href="javascript:alert(1)">x</a></p>`,
  })
  return workspace
}

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Stress',
  component: SupportInbox,
  args: { className: 'h-dvh', autoSelect: true, readOnOpen: false },
  parameters: { a11y: wholePage, intercom: { workspace: buildBusiest }, docs: { story: { height: '720px' } } },
})

const part = (canvasElement: HTMLElement, name: string) =>
  canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`) as HTMLElement

export const Stress = meta.story({
  ...onDesktop,
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('log')).toBeVisible()
    const inbox = part(canvasElement, 'support-inbox')
    await expect(inbox.scrollWidth).toBeLessThanOrEqual(inbox.clientWidth)
    await expect(canvasElement.querySelector('script, [onerror], [href^="javascript"]')).toBeNull()

    // Opening a conversation far down doesn't scroll the list.
    const scroller = part(canvasElement, 'conversation-list-scroller')
    for (let page = 0; page < 4; page++) {
      const before = scroller.scrollHeight
      scroller.scrollTop = before
      await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(before))
    }
    const box = scroller.getBoundingClientRect()
    const row = [...scroller.querySelectorAll<HTMLElement>('[data-item-id]')].find((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top > box.top && bottom < box.bottom
    }) as HTMLElement
    const place = row.getBoundingClientRect().top
    // Rows ignore clicks while the list scrolls.
    await waitFor(() => expect(getComputedStyle(row).pointerEvents).not.toBe('none'))
    await userEvent.click(row)
    await waitFor(() => expect(row).toHaveAttribute('aria-current', 'true'))
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(row.getBoundingClientRect().top).toBe(place)
    await expect(scroller.querySelectorAll('[data-item-id]').length).toBeLessThan(60)
  },
})

export const StressOnAPhone = meta.story({
  name: 'Stress, phone',
  args: { autoSelect: false },
  ...onPhone,
  play: async ({ canvas, canvasElement }) => {
    const rows = await canvas.findAllByRole('listitem')
    await userEvent.click(rows[0]?.querySelector('button') as HTMLElement)
    await expect(await canvas.findByRole('log')).toBeVisible()
    const inbox = part(canvasElement, 'support-inbox')
    await expect(inbox.scrollWidth).toBeLessThanOrEqual(inbox.clientWidth)
  },
})
