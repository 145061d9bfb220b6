import { expect, fn } from 'storybook/test'
import { ConversationDetails, ConversationDetailsView } from '@/components/intercom/conversation-details'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import {
  agentConversation, arabicConversation, attributesConversation, bareConversation, emailConversation, fullConversation,
  missedConversation, ratedConversation, type StoryConversation, worstConversation,
} from './conversations'

const show = ({ conversationId, workspace }: StoryConversation, intercom: object = {}) => ({
  args: { conversationId },
  parameters: { intercom: { workspace, apiVersion: '2.16', ...intercom } },
})

const meta = preview.meta({
  title: 'Inbox/ConversationDetails',
  component: ConversationDetails,
  ...show(fullConversation),
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e">
        <Story />
      </div>
    ),
  ],
})

/** Channel, SLA, Fin's part, rating and attributes. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Messenger')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'app.tidewater.example/api/keys?tab=limits' })).toHaveAttribute('rel', expect.stringContaining('noopener'))
    await expect(canvas.getByText('First reply in 15 minutes')).toBeVisible()
    await expect(canvas.getByText('Met')).toBeVisible()
    await expect(canvas.getByText('Handed over to the team')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Rate limits of the API' })).toHaveAttribute('href', 'https://help.tidewater.example/api/rate-limits')
    await expect(canvas.queryByRole('link', { name: 'Schedule a sync' })).toBeNull()
    await expect(canvas.getByRole('img', { name: '5 out of 5 stars' })).toBeVisible()
    await expect(canvas.getByText('Quick and precise')).toBeVisible()
    await expect(await canvas.findByRole('button', { name: /Sync Edit .*Plan area/ })).toBeVisible()
  },
})

export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Conversation details' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the details')
  },
})

/** A chat without facts: only its channel. Sections without content are left out. */
export const Nothing = meta.story({
  name: 'Nothing but a channel',
  ...show(bareConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Messenger')).toBeVisible()
    await expect(canvas.getAllByRole('term')).toHaveLength(1)
    await expect(canvas.queryByRole('heading', { name: 'Conversation attributes' })).toBeNull()
  },
})

export const OnlyEmail = meta.story({
  name: 'Email',
  ...show(emailConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Email')).toBeVisible()
  },
})

/** Intercom reports a missed SLA when a teammate replies too late. */
export const OnlySla = meta.story({
  name: 'Missed SLA',
  ...show(missedConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Missed')).toBeVisible()
    await expect(canvas.getByText('Gold')).toBeVisible()
  },
})

export const OnlyRating = meta.story({
  name: 'Rating',
  ...show(ratedConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img', { name: '2 out of 5 stars' })).toBeVisible()
    await expect(canvas.getByText('It took three days.')).toBeVisible()
  },
})

export const OnlyAgent = meta.story({
  name: 'Resolved by Fin',
  ...show(agentConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Resolved it, the customer confirmed')).toBeVisible()
    await expect(canvas.queryByRole('list', { name: 'Sources' })).toBeNull()
  },
})

/** With definitions, attributes that Intercom sets itself are read-only, and attributes without a value are offered. */
export const Attributes = meta.story({
  ...show(attributesConversation),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: /High|Normal Edit .*Severity/ })).toBeVisible()
    await expect(canvas.getByText('4').closest('button')).toBeNull()
    await expect(canvas.getByRole('button', { name: /Not set Edit .*Order number/ })).toBeVisible()
  },
})

/** API versions before 2.16 have no definitions: every attribute keeps the type of its value. */
export const WithoutDefinitions = meta.story({
  name: 'API version without definitions',
  ...show(attributesConversation, { apiVersion: '2.14' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: /4 Edit .*CX Score rating/ })).toBeVisible()
    await expect(canvas.queryByText('Not set')).toBeNull()
  },
})

/** The access token may not read definitions. Agents see which permission is missing, and edit values as text. */
export const PermissionMissing = meta.story({
  name: 'Permission missing',
  ...show(attributesConversation, { fault: { id: '403', path: '/conversations/attributes' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/access token may not read attribute definitions/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: /Normal Edit .*Severity/ })).toBeVisible()
  },
})

/** The definitions failed for another reason. */
export const DefinitionsMissing = meta.story({
  name: 'Definitions not loaded',
  ...show(attributesConversation, { fault: { id: '404', path: '/conversations/attributes' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Attribute types couldn't be loaded/)).toBeVisible()
  },
})

/** Customers receive no facts, so nothing is shown. */
export const ForCustomers = meta.story({
  name: 'Customer signed in',
  args: { conversationId: '215471000000003' },
  parameters: { intercom: { workspace: undefined, signedInAs: 'customer' } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot=conversation-details]:not([aria-busy=true])')).toBeNull()
  },
})

/** Attributes that are being saved. */
export const Saving = meta.story({
  render: () => (
    <ConversationDetailsView
      details={{
        channel: 'email', page_url: null, ai_agent: null, rating: null, sla: { name: 'Gold', status: 'active' },
        attributes: [{ name: 'Severity', value: 'High' }, { name: 'Plan area', value: 'Sync' }],
      }}
      definitions={null}
      saving={new Set(['Severity'])}
      onAttributeChange={fn()}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'High Saving' })).toHaveAttribute('data-state', 'saving')
  },
})

/** Hostile markup and addresses, long words, and more attributes than are sent. */
export const Stress = meta.story({
  ...show(worstConversation, { apiVersion: '2.14' }),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('Took part')).toBeVisible()
    const details = canvas.getByRole('region', { name: 'Conversation details' })
    await expect(details.scrollWidth).toBeLessThanOrEqual(details.clientWidth)
    await expect(canvasElement.querySelector('script, img[onerror], a[href^="javascript"]')).toBeNull()
    await expect(canvas.getByText('attacker.example')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Show all 50' })).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

/** Strings and numbers in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  ...show(arabicConversation),
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('أُحيلت إلى الفريق')).toBeVisible()
  },
})
