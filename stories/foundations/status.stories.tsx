import { expect } from 'storybook/test'
import { UnreadBadge } from '@/components/intercom/help-button'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import preview from '../../.storybook/preview'
import { FoundationPage, FoundationSection } from './page.tsx'

const statuses = [
  { status: 'unread', meaning: "A customer has written, and the team hasn't opened the conversation yet." },
  { status: 'waiting', meaning: 'The customer wrote last, so a reply is due.' },
  { status: 'snoozed', meaning: 'Hidden until a set time.' },
  { status: 'closed', meaning: 'Resolved.' },
] as const

function Status() {
  return (
    <FoundationPage
      title="Status"
      lead="Each conversation has one badge, the first of these that applies. A badge has an icon and a label, so it never relies on colour alone."
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
            The team wrote last, so no reply is due.
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
