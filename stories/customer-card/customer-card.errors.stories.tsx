import { expect } from 'storybook/test'
import { CustomerCard } from '@/components/intercom/customer-card'
import preview from '../../.storybook/preview'
import { fullCustomer } from './customers'

const meta = preview.meta({
  title: 'Inbox/CustomerCard/Errors',
  component: CustomerCard,
  // Fill the column, as in the inbox.
  args: { contactId: fullCustomer.contactId, className: 'flex-1' },
  parameters: { docs: { story: { height: '360px' } } },
  decorators: [
    (Story) => (
      <div className="flex h-96 w-80 max-w-full flex-col border-e">
        <Story />
      </div>
    ),
  ],
})

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're signed out")
  },
})

/** The access token has no permission to read contacts. */
export const Forbidden = meta.story({
  parameters: { intercom: { fault: '403' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("Intercom isn't set up")
  },
})

/** The access token may read contacts, but not their companies and tags. Only agents see the reason. */
export const PermissionMissing = meta.story({
  name: 'Permission missing',
  parameters: { intercom: { workspace: fullCustomer.workspace, fault: { id: '403', path: /\/(companies|tags)$/ } } },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Ingrid Solheim' })
    await expect(canvas.getByText(/access token may not read companies/)).toBeVisible()
    await expect(canvas.getByText(/access token may not read tags/)).toBeVisible()
    await expect(canvas.queryByRole('alert')).toBeNull()
    await expect(canvas.getByText('+47 22 55 01 47')).toBeVisible()
  },
})

/** Companies and tags failed for another reason. */
export const PartlyLoaded = meta.story({
  name: 'Partly loaded',
  parameters: { intercom: { workspace: fullCustomer.workspace, fault: { id: '404', path: /\/(companies|tags)$/ } } },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Ingrid Solheim' })
    await expect(canvas.getByText("Companies couldn't be loaded")).toBeVisible()
    await expect(canvas.getByText("Tags couldn't be loaded")).toBeVisible()
  },
})

export const NotFound = meta.story({
  name: 'Not found',
  args: { contactId: '68a1c0de00000000000fffff' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Not found')
  },
})

export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { fault: '429-retry-after-s' } },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert')
    await expect(alert).toHaveTextContent('Intercom is asking us to slow down')
    await expect(alert).toHaveTextContent(/try again in \d+ second/)
    // The reference fits on one line even in a narrow column.
    const reference = canvas.getByText(/^[\da-f]{8}(-[\da-f]{4,12}){4}$/)
    await expect(reference.scrollWidth).toBeLessThanOrEqual(reference.clientWidth)
    await expect(reference.clientHeight).toBeLessThan(20)
  },
})

export const IntercomDown = meta.story({
  name: 'Intercom is down',
  parameters: { intercom: { fault: '503' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("Intercom isn't responding")
  },
})

export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
  },
})

export const Malformed = meta.story({
  name: 'Unexpected response',
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('We got an unexpected response')
  },
})
