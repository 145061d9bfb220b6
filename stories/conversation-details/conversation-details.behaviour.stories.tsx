import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ConversationDetails } from '@/components/intercom/conversation-details'
import { Toaster } from '@/components/intercom/toaster'
import { Sheet, SheetContent, SheetTitle } from '@/components/ui/sheet'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { attributesConversation } from './conversations'

const { conversationId, workspace } = attributesConversation

const meta = preview.meta({
  title: 'Inbox/ConversationDetails/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: ConversationDetails,
  args: { conversationId },
  parameters: { ...notPictured, intercom: { workspace, apiVersion: '2.16' } },
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e pb-40">
        <Story />
        <Toaster />
      </div>
    ),
  ],
})

const getAttribute = (name: string) =>
  world.intercom.workspace.conversations.find(({ id }) => id === conversationId)?.custom_attributes[name]

/** A list offers its options. The new value shows at once, and a toast undoes it. */
export const ChooseFromAList = meta.story({
  name: 'Choose from a list and undo',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Normal Edit .*Severity/ }))
    const field = canvas.getByRole('combobox', { name: /Edit .*Severity/ })
    await expect(field).toHaveFocus()
    await expect([...field.querySelectorAll('option')].map(({ text }) => text)).toEqual(['Not set', 'Low', 'Normal', 'High'])
    await userEvent.selectOptions(field, 'High')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByRole('button', { name: /^High/ })).toHaveFocus()
    await waitFor(() => expect(getAttribute('Severity')).toBe('High'))
    await waitFor(() => expect(canvas.getByText('Attribute changed')).toBeVisible())
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(getAttribute('Severity')).toBe('Normal'))
    await expect(await canvas.findByRole('button', { name: /Normal Edit .*Severity/ })).toBeVisible()
  },
})

/** A number stays a number. Other text is refused in place. */
export const EnterANumber = meta.story({
  name: 'Enter a number by keyboard',
  play: async ({ canvas }) => {
    const value = await canvas.findByRole('button', { name: /3 Edit .*Affected people/ })
    value.focus()
    await userEvent.keyboard('{Enter}')
    const field = canvas.getByRole('textbox', { name: /Edit .*Affected people/ })
    await expect(field).toHaveFocus()
    await userEvent.keyboard('many{Enter}')
    await expect(canvas.getByRole('alert')).toHaveTextContent('Enter a whole number.')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await userEvent.clear(field)
    await userEvent.keyboard('120{Enter}')
    await expect(await canvas.findByRole('button', { name: /^120/ })).toHaveFocus()
    await waitFor(() => expect(getAttribute('Affected people')).toBe(120))
  },
})

/** Escape discards the input, and the focus returns to the value. */
export const Cancel = meta.story({
  name: 'Cancel with Escape',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Yes Edit .*Needs engineering/ }))
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'No')
    await userEvent.keyboard('{Escape}')
    await expect(canvas.getByRole('button', { name: /Yes Edit/ })).toHaveFocus()
    await expect(getAttribute('Needs engineering')).toBe(true)
    await expect(world.intercom.requests.some(({ method }) => method === 'PUT')).toBe(false)
  },
})

/** In a sheet, Escape ends the edit first, and closes the sheet afterwards. */
export const CancelInASheet = meta.story({
  name: 'Cancel with Escape in a sheet',
  render: (args) => (
    <Sheet defaultOpen>
      <SheetContent aria-describedby={undefined}>
        <SheetTitle className="p-4">Customer</SheetTitle>
        <ConversationDetails {...args} />
      </SheetContent>
    </Sheet>
  ),
  play: async () => {
    const sheet = within(await screen.findByRole('dialog', { name: 'Customer' }))
    await userEvent.click(await sheet.findByRole('button', { name: /Yes Edit .*Needs engineering/ }))
    await userEvent.keyboard('{Escape}')
    await expect(sheet.getByRole('button', { name: /Yes Edit/ })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  },
})

/** An attribute without a value gets one, and an empty field clears it again. */
export const SetAndClear = meta.story({
  name: 'Set and clear a value',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Not set Edit .*Order number/ }))
    await userEvent.keyboard('PO-20418{Enter}')
    await waitFor(() => expect(getAttribute('Order number')).toBe('PO-20418'))
    await userEvent.click(await canvas.findByRole('button', { name: /PO-20418 Edit/ }))
    await userEvent.clear(canvas.getByRole('textbox'))
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('button', { name: /Not set Edit .*Order number/ })).toBeVisible()
    await waitFor(() => expect(getAttribute('Order number')).toBeNull())
  },
})

/** If Intercom refuses the change, the old value comes back, with a retry in the toast. */
export const Failed = meta.story({
  name: 'Saving fails, then works',
  parameters: { intercom: { fault: { id: '422', method: 'PUT', times: 1 } } },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Normal Edit .*Severity/ }))
    await userEvent.selectOptions(canvas.getByRole('combobox'), 'Low')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(canvas.getByText(/^Couldn't change the attribute\./)).toBeVisible())
    await expect(await canvas.findByRole('button', { name: /Normal Edit .*Severity/ })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(getAttribute('Severity')).toBe('Low'))
    await expect(await canvas.findByRole('button', { name: /Low Edit .*Severity/ })).toBeVisible()
  },
})
