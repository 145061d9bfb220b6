import { expect, fn, userEvent } from 'storybook/test'
import { CustomerCard } from '@/components/intercom/customer-card'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { arabicCustomer, bareLead, fullCustomer, worstCustomer } from './customers'

const meta = preview.meta({
  title: 'Inbox/CustomerCard',
  component: CustomerCard,
  args: { contactId: fullCustomer.contactId, onSelectConversation: fn() },
  parameters: { intercom: { workspace: fullCustomer.workspace }, docs: { story: { height: '760px' } } },
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e">
        <Story />
      </div>
    ),
  ],
})

export const Default = meta.story({
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Ingrid Solheim' })).toBeVisible()
    await expect(canvas.getByText('Oslo, Norway')).toBeVisible()
    await expect(canvas.getByText('18 minutes ago')).toBeVisible()
    await expect(canvas.getByText('Monthly spend 1,490')).toBeVisible()
    // The plan is in the details, not in the attributes again.
    await expect(canvas.getAllByText('Plan')).toHaveLength(1)
    await expect(await canvas.findByRole('heading', { level: 3, name: 'Other conversations 8' })).toBeVisible()
    await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(4)
  },
})

/** The company's spend is formatted as money. Without a currency, it is a plain number. */
export const WithCurrency = meta.story({
  name: 'With a currency',
  args: { currency: 'EUR' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/€1,490 a month/)).toBeVisible()
  },
})

export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('article', { name: 'Customer' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the customer')
  },
})

export const Empty = meta.story({
  name: 'Empty: no customer',
  args: { contactId: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No customer to show')).toBeVisible()
  },
})

/** A visitor without data: one button shows the empty fields. */
export const LeadWithoutData = meta.story({
  name: 'Lead without data',
  args: { contactId: bareLead.contactId },
  parameters: { intercom: { workspace: bareLead.workspace } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Unknown customer' })).toBeVisible()
    const gaps = ['No email', 'No phone number', 'No plan', 'Never']
    for (const gap of gaps) await expect(canvas.queryByText(gap)).toBeNull()
    const more = canvas.getByRole('button', { name: 'Show 5 empty fields' })
    await userEvent.click(more)
    for (const gap of gaps) await expect(canvas.getByText(gap)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Hide 5 empty fields' }))
    await expect(more).toHaveFocus()
    for (const gap of gaps) await expect(canvas.queryByText(gap)).toBeNull()
    for (const gap of ['No company', 'No tags']) await expect(canvas.getByText(gap)).toBeVisible()
    await expect(canvas.getByRole('button', { name: /Not set Edit .*Role in company/ })).toBeVisible()
    await expect(canvas.getByRole('heading', { name: 'Company' })).toBeVisible()
    await expect(canvas.getByText('First seen')).toBeVisible()
    await expect(canvas.queryByText('Signed up')).toBeNull()
  },
})

export const AllAttributes = meta.story({
  name: 'All attributes',
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all 15' }))
    await expect(canvas.getByText('SSO enabled')).toBeVisible()
  },
})

/** The selected conversation isn't listed or counted among the other conversations. */
export const InAConversation = meta.story({
  name: 'Beside an open conversation',
  args: { currentConversationId: fullCustomer.conversationIds[1] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Other conversations 7' })).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: /Waiting|Unread|Closed|ago/ })).toHaveLength(4)
  },
})

/** Hostile markup, long words, 40 attributes and 300 conversations. */
export const Stress = meta.story({
  args: { contactId: worstCustomer.contactId, currency: 'EUR' },
  parameters: { intercom: { workspace: worstCustomer.workspace } },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('button', { name: 'Show all 41' })).toBeVisible()
    await expect(await canvas.findByRole('heading', { name: 'Other conversations 300' })).toBeVisible()
    const card = canvas.getByRole('article')
    await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth)
    await expect(canvasElement.querySelector('script, img[onerror]')).toBeNull()
    await expect(card.querySelector('a')).toBeNull()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const Narrow = meta.story({
  decorators: [
    (Story) => (
      <div className="w-70">
        <Story />
      </div>
    ),
  ],
})

/** Strings, dates, numbers and countries in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  args: { contactId: arabicCustomer.contactId },
  globals: { dir: 'rtl', locale: 'ar' },
  parameters: { intercom: { workspace: arabicCustomer.workspace } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('عمّان، الأردن')).toBeVisible()
  },
})
