import { expect } from 'storybook/test'
import { StatusBadge } from '@/components/intercom/status-badge'
import { UnreadBadge } from '@/components/intercom/unread-badge'
import preview from '../../.storybook/preview'
import { FoundationPage, FoundationSection } from './page.tsx'

const statuses = [
  { status: 'unread', meaning: 'A customer has written, and nobody of the team has opened it.' },
  { status: 'waiting', meaning: 'The customer has the last word: an answer is due.' },
  { status: 'snoozed', meaning: 'Put away until a time.' },
  { status: 'closed', meaning: 'Done.' },
] as const

function Status() {
  return (
    <FoundationPage
      title="Status"
      lead="One badge a conversation, the first of these that is true. Each is an icon and a word, so that nobody needs the colour; the colour helps whoever looks over a hundred rows."
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
            <span className="text-xs text-muted-foreground">no badge</span>
            The team has the last word: nothing is due.
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
