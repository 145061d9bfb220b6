import * as React from 'react'
import { expect, fn, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { CustomerCard } from '@/components/intercom/customer-card'
import { Button } from '@/components/ui/button'
import { notPictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { fullCustomer } from './customers'

const meta = preview.meta({
  title: 'Inbox/CustomerCard/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: CustomerCard,
  args: { contactId: fullCustomer.contactId, onSelectConversation: fn() },
  parameters: { ...notPictured, intercom: { workspace: fullCustomer.workspace }, docs: { story: { height: '760px' } } },
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e">
        <Story />
      </div>
    ),
  ],
})

/** The button confirms the copy visibly and to screen readers. */
export const CopiesTheEmail = meta.story({
  name: 'Copy the email address',
  play: async ({ canvas }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy email address' }))
    await expect(write).toHaveBeenCalledWith('ingrid.solheim@haldenbrook.example')
    await expect(await canvas.findByText('Copied')).toHaveAttribute('role', 'status')
    await expect(canvas.getByRole('button', { name: 'Copy email address' })).toHaveFocus()
  },
})

/** The address gets selected, and a hint next to it tells how to copy. */
export const CannotCopy = meta.story({
  name: 'Clipboard blocked',
  play: async ({ canvas }) => {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError'))
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy email address' }))
    const hint = await canvas.findByText(/^Couldn't copy\. Press (Ctrl\+|⌘)C\.$/)
    await expect(hint).toBeVisible()
    const address = 'ingrid.solheim@haldenbrook.example'
    await expect(getSelection()?.toString()).toBe(address)
    const shown = getSelection()?.getRangeAt(0).getBoundingClientRect()
    await expect(hint.getBoundingClientRect().bottom).toBeLessThanOrEqual(shown?.top ?? 0)
    await expect(canvas.queryByText('Copied')).toBeNull()
  },
})

/** More than six attributes are folded, and expanding them keeps the focus. */
export const FoldsAttributes = meta.story({
  name: 'Show all attributes',
  play: async ({ canvas }) => {
    const more = await canvas.findByRole('button', { name: 'Show all 15' })
    await expect(more).toHaveAttribute('aria-expanded', 'false')
    const list = document.getElementById(more.getAttribute('aria-controls') ?? '') as HTMLElement
    await expect(within(list).getAllByRole('term')).toHaveLength(6)
    const findValue = (label: string) => within(list).getByText(label).closest('dt')?.nextElementSibling
    more.focus()
    await userEvent.keyboard('{Enter}')
    await expect(within(list).getAllByRole('term')).toHaveLength(15)
    await expect(findValue('SSO enabled')).toHaveTextContent('No')
    await expect(findValue('Is beta tester')).toHaveTextContent('Yes')
    await expect(findValue('Churn risk')).toHaveTextContent('Not set')
    await expect(findValue('Account ID')).toHaveTextContent('204418')
    await expect(findValue('Dashboards')).toHaveTextContent('1,284')
    await expect(within(list).queryByRole('link')).toBeNull()
    const fewer = canvas.getByRole('button', { name: 'Show fewer' })
    await expect(fewer).toHaveFocus()
    await userEvent.click(fewer)
    await expect(within(list).getAllByRole('term')).toHaveLength(6)
  },
})

/** The customer's other conversations open by mouse and by keyboard. */
export const OpensAnotherConversation = meta.story({
  name: 'Open another conversation',
  play: async ({ canvas, args }) => {
    const rows = await canvas.findAllByRole('button', { name: /ago/ })
    await userEvent.click(rows[1] as HTMLElement)
    await expect(args.onSelectConversation).toHaveBeenLastCalledWith(rows[1]?.dataset.itemId)
    rows[2]?.focus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onSelectConversation).toHaveBeenLastCalledWith(rows[2]?.dataset.itemId)
  },
})

/** Other conversations are listed five at a time. */
export const ShowsMoreConversations = meta.story({
  name: 'Show more conversations',
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByRole('button', { name: /ago/ })).toHaveLength(5)
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('button', { name: /ago/ })).toHaveLength(8))
    await expect(canvas.queryByRole('button', { name: 'Show more' })).toBeNull()
  },
})

/** The profile stays, and the error is shown in place of the conversations. */
export const ConversationsFail = meta.story({
  name: "Other conversations can't load",
  beforeEach: () => world.intercom.setFault({ id: '503', path: '/conversations/search' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Ingrid Solheim' })).toBeVisible()
    const alert = await canvas.findByRole('alert')
    await expect(alert).toHaveTextContent("Intercom isn't responding")
    await expect(canvas.getByText('Norway', { exact: false })).toBeVisible()
    alert.scrollIntoView({ block: 'end' })
  },
})

/** Retrying loads the conversations and keeps the focus. */
export const ConversationsTriedAgain = meta.story({
  name: 'Other conversations retried',
  beforeEach: () => world.intercom.setFault({ id: '503', path: '/conversations/search' }),
  play: async ({ canvas }) => {
    const again = await canvas.findByRole('button', { name: 'Try again' })
    world.intercom.setFault(null)
    await userEvent.click(again)
    await expect(await canvas.findAllByRole('button', { name: /ago/ })).toHaveLength(5)
    await expect(canvas.queryByRole('alert')).toBeNull()
    await expect(document.body).not.toHaveFocus()
  },
})

/** Retrying loads the customer once Intercom is back. */
export const TriesAgain = meta.story({
  name: 'Customer retried',
  parameters: { intercom: { workspace: fullCustomer.workspace, fault: '503' } },
  play: async ({ canvas }) => {
    const again = await canvas.findByRole('button', { name: 'Try again' })
    world.intercom.setFault(null)
    await userEvent.click(again)
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Ingrid Solheim' })).toBeVisible()
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull())
  },
})

/** Neither the data nor the expanded sections of the previous customer remain. */
export const FollowsTheCustomer = meta.story({
  name: 'Switching customers',
  render: function Switching(args) {
    const [contactId, setContactId] = React.useState(args.contactId)
    return (
      <>
        <div className="border-b bg-muted p-2">
          <Button size="sm" variant="outline" onClick={() => setContactId(world.intercom.workspace.contacts[0]?.id)}>
            Next customer
          </Button>
        </div>
        <CustomerCard {...args} contactId={contactId} />
      </>
    )
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all 15' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Next customer' }))
    await expect(canvas.queryByText('Ingrid Solheim')).toBeNull()
    const name = world.intercom.workspace.contacts[0]?.name ?? ''
    await expect(await canvas.findByRole('heading', { level: 2, name })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Show fewer' })).toBeNull()
  },
})

const getStored = () => world.intercom.workspace.contacts.find(({ id }) => id === fullCustomer.contactId)!

/** Name, phone and listed attributes change in their place. The new value shows at once, and the focus returns to it. */
export const Edit = meta.story({
  name: 'Edit name, phone and an attribute',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Edit .*Name/ }))
    const name = canvas.getByRole('textbox', { name: /Edit .*Name/ })
    await expect(name).toHaveFocus()
    await userEvent.clear(name)
    await userEvent.keyboard('Ingrid Berg{Enter}')
    await expect(canvas.getByRole('heading', { level: 2, name: 'Ingrid Berg' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: /Edit .*Name|Saving/ })).toHaveFocus()
    await waitFor(() => expect(getStored().name).toBe('Ingrid Berg'))

    await userEvent.click(canvas.getByRole('button', { name: /Edit .*Phone/ }))
    await userEvent.clear(canvas.getByRole('textbox', { name: /Edit .*Phone/ }))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(getStored().phone).toBeNull())

    await userEvent.click(canvas.getByRole('button', { name: /Show all/ }))
    await userEvent.click(canvas.getByRole('button', { name: /Edit .*Role in company/ }))
    await userEvent.keyboard('Head of logistics{Enter}')
    await expect(await canvas.findByRole('button', { name: /^Head of logistics/ })).toHaveFocus()
    await waitFor(() => expect(getStored().custom_attributes.role_in_company).toBe('Head of logistics'))
    // Others are read-only.
    await waitFor(() => expect(canvas.getAllByRole('button', { name: /Edit / })).toHaveLength(2))
  },
})

/** A refused value stays in its place, with the reason. A retry saves it. */
export const EditFailed = meta.story({
  name: 'Saving fails, then works',
  parameters: { intercom: { fault: { id: '429-hostile', method: 'PUT', times: 1 } } },
  play: async ({ canvas }) => {
    const phone = await canvas.findByRole('button', { name: /Edit .*Phone/ })
    await userEvent.click(phone)
    await userEvent.clear(canvas.getByRole('textbox', { name: /Edit .*Phone/ }))
    await userEvent.keyboard('+47 1{Enter}')
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('too many changes at once'))
    await expect(canvas.getByRole('button', { name: /^\+47 1 Edit/ })).toBeVisible()
    await expect(getStored().phone).not.toBe('+47 1')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again: Phone' }))
    await waitFor(() => expect(getStored().phone).toBe('+47 1'))
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull())
  },
})
