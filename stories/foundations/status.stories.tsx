import { expect } from 'storybook/test'
import { UnreadBadge } from '@/components/intercom/help-button'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import preview from '../../.storybook/preview'
import { FoundationPage, FoundationSection } from './page.tsx'

const statuses = [
  { status: 'unread', meaning: 'A customer has written, and nobody on the team has opened it yet.' },
  { status: 'waiting', meaning: 'The customer wrote last: an answer is due.' },
  { status: 'snoozed', meaning: 'Set aside until a set time.' },
  { status: 'closed', meaning: 'Done.' },
] as const

function Status() {
  return (
    <FoundationPage
      title="Status"
      lead="One badge per conversation: the first of these that applies. Each is an icon and a word, so that nobody depends on the colour; the colour helps when you scan a hundred rows."
    >
      <FoundationSection title="Conversations">
        <ul className="flex flex-col gap-3">
          {statuses.map(({ status, meaning }) => (
            <li key={status} className="grid grid-cols-[8rem_1fr] items-center gap-3 text-sm">
              <span>
                <StatusBadge status={status} />
              </span>
              {meaning}
            </li>
          ))}
          <li className="grid grid-cols-[8rem_1fr] items-center gap-3 text-sm">
            <span className="text-xs text-muted-foreground">No badge</span>
            The team wrote last: nothing is due.
          </li>
        </ul>
      </FoundationSection>
      <FoundationSection title="Unread in the Messenger">
        <ul className="flex flex-wrap items-center gap-6">
          {[1, 9, 42, 120].map((count) => (
            <li key={count}>
              <UnreadBadge count={count} />
            </li>
          ))}
        </ul>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Status', component: Status })

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Unread')).toBeVisible()
    await expect(canvas.getByText('99+')).toBeInTheDocument()
  },
})
export const Dark = meta.story({ globals: { theme: 'dark' } })
