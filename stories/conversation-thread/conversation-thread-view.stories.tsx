import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { RequestError } from 'intercom-v0-kit/inbox'
import { DAY, NOW } from '../../mocks/data/clock.ts'
import { alsoIn, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { attachment, conversation, event, everyKind, message, note, people, teammates, text } from './parts.ts'

const meta = preview.meta({
  title: 'Inbox/ConversationThread/View',
  component: ConversationThreadView,
  args: { conversation: conversation(everyKind), teammates, onRetry: fn(), className: 'h-dvh' },
})

/** Removes the Unicode marks that isolate the direction of a name. */
const stripMarks = (spoken: string | null | undefined) => (spoken ?? '').replace(/[\u2068\u2069]/g, '')

/** Customers, bots, teammates and notes differ by side, label and icon. */
export const EveryKind = meta.story({
  name: 'Every kind of part',
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 2, name: 'Gap in the weekly chart' })).toBeVisible()
    const labels = canvas.getAllByRole('article').map((article) => stripMarks(article.ariaLabel))
    await expect(labels).toEqual([
      'Maya Okafor, Customer, 14:34',
      'Maya Okafor, Customer, 14:34 (2)',
      'Fin, AI agent, 14:35',
      'Maya Okafor, Customer, 14:37',
      'Internal note by Tom Aalto, 14:39',
      'Priya Raman, Teammate, 14:44',
      'Maya Okafor, Customer, 13:24',
      'Maya Okafor, Customer, 13:25',
    ])
    const days = canvas.getAllByRole('heading', { level: 3 }).map((day) => day.textContent)
    await expect(days).toEqual(['Yesterday', 'Today'])
    const noteArticle = canvas.getByRole('article', { name: /Internal note/ })
    await expect(within(noteArticle).getByText('Internal note')).toBeVisible()
    // Consecutive messages of one author show the name once.
    await expect(canvas.getAllByText('Maya Okafor', { selector: 'article bdi' })).toHaveLength(3)
    const events = [...canvas.getByRole('log').querySelectorAll('[data-slot=thread-event]')]
    await expect(events.map((line) => stripMarks(line.textContent))).toEqual([
      'Assigned to Engineering on call by default · 14:37',
      'Priya Raman assigned this to themselves · 14:40',
      'Priya Raman snoozed the conversation · 14:45',
      'Snooze ended · 15:04',
      'Conversation updated · 15:05',
    ])
    await expect(canvas.getByText('This message was deleted')).toBeVisible()
    await expect(canvas.getByText('This message was deleted').closest('article')).toHaveAccessibleName(/Maya/)
    // Roles show only if they surprise, and events in a row fold.
    await expect(canvas.queryByText('Teammate')).toBeNull()
    await expect(canvas.getByText('AI agent')).toBeVisible()
    const fold = canvas.getByText(/3 updates/)
    await expect(canvas.getByText(/snoozed the conversation/)).not.toBeVisible()
    await userEvent.click(fold)
    await expect(canvas.getByText(/snoozed the conversation/)).toBeVisible()
    await userEvent.click(fold)
    fold.blur()
  },
})
export const EveryKindDark = meta.story({ name: 'Every kind of part, dark', globals: { theme: 'dark' } })
export const EveryKindPhone = meta.story({ ...onPhone, name: 'Every kind of part, phone' })
export const EveryKindRightToLeft = meta.story({
  name: 'Every kind of part, right to left',
  globals: { dir: 'rtl', locale: 'ar' },
})

const written = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) =>
    message({ id: `new-${from + index}`, created_at: NOW - 600 + index * 30, body: text(`Number ${index + 1}.`) }),
  )

/** The line above the customer's new messages stays until the agent leaves the thread. */
export const Unread = meta.story({
  args: {
    conversation: conversation(
      [
        ...everyKind.slice(0, 4),
        message({ id: '20', created_at: NOW - 9000, author: people.priya, body: text('I will look into it.') }),
        ...written(2, 0),
      ],
      { read: false, waiting_since: NOW - 600, priority: true, admin_assignee_id: null },
    ),
  },
  play: async ({ canvas }) => {
    const mark = canvas.getByRole('heading', { level: 3, name: 'New' })
    await expect(mark).toBeVisible()
    await expect(mark.nextElementSibling).toHaveAttribute('data-part-id', 'new-0')
    await expect(canvas.getByText('Unassigned')).toBeVisible()
    await expect(canvas.getByText('Unread')).toBeVisible()
    await expect(canvas.getByText('Priority')).toBeInTheDocument()
  },
})

/** The header shows the customer's waiting time, as the list does. */
export const Waiting = meta.story({
  args: { conversation: conversation(everyKind, { waiting_since: NOW - 7200 }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Waiting')).toHaveTextContent('Waiting 2h')
  },
})

const slaOf = (status: 'active' | 'missed') => ({
  conversation: conversation(everyKind, {
    waiting_since: NOW - 20 * 60,
    details: { channel: 'email' as const, page_url: null, ai_agent: null, rating: null, sla: { name: 'First reply in 15 minutes', status }, attributes: [] },
  }),
})

/** The ring around the picture follows Intercom's SLA: it is full and red once the SLA was missed, before the reply target has passed. */
export const WaitingWithMissedSla = meta.story({
  name: 'Waiting, SLA missed',
  args: slaOf('missed'),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot=thread-header] [data-slot=waiting-ring]')).toHaveAttribute('data-level', 'late')
    const words = canvas.getByText(/SLA/)
    await expect(stripMarks(words.textContent)).toBe('Waiting 20 minutes, target 60 minutes. SLA: First reply in 15 minutes.')
    // For the mouse as well.
    await expect(words.closest('[title]')).toHaveAttribute('title', words.textContent)
  },
})
export const WaitingWithSla = meta.story({
  name: 'Waiting, SLA active',
  args: slaOf('active'),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot=thread-header] [data-slot=waiting-ring]')).toHaveAttribute('data-level', 'calm')
    await expect(canvas.getByText(/SLA: .*First reply in 15 minutes/)).toBeInTheDocument()
  },
})
export const Snoozed = meta.story({
  args: { conversation: conversation(everyKind, { state: 'snoozed', snoozed_until: NOW + 17.6 * 3600 }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Snoozed')).toHaveTextContent('Snoozed until Thu 09:00')
  },
})
export const SnoozedPhone = meta.story({ name: 'Snoozed, phone', args: Snoozed.input.args, ...onPhone })

export const UnreadByTheApp = meta.story({
  name: 'Unread position set by the app',
  args: { unreadAfter: '8' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'New' }).parentElement).toBeVisible()
  },
})

/** Images load on click, unsafe URLs aren't linked, and file names can't reverse the text direction. */
export const Attachments = meta.story({
  parameters: alsoIn('touch'),
  args: {
    conversation: conversation([
      message({
        id: '1',
        body: text('Here they are.'),
        attachments: [
          attachment(),
          attachment({
            name: 'a very long name of a file that nobody reads to its end because it never ends, not even here.xlsx',
            content_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            filesize: 2_412_000,
          }),
          attachment({ name: 'invoice\u202Efdp.exe', content_type: 'application/pdf', filesize: null }),
        ],
      }),
      message({
        id: '2',
        author: people.priya,
        body: [],
        attachments: [
          attachment({ name: 'screen.mov', content_type: 'video/quicktime', filesize: 31_000_000 }),
          attachment({ name: 'logs.zip', content_type: 'application/zip', filesize: 999 }),
          attachment({ name: 'sound.mp3', content_type: 'audio/mpeg', filesize: 0 }),
          attachment({ name: 'evil.html', content_type: 'text/html', url: 'javascript:alert(1)' }),
        ],
      }),
      note({ id: '3', body: [], attachments: [attachment({ name: 'diagram.svg', content_type: 'image/svg+xml' })] }),
    ]),
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('img')).toBeNull()
    const links = canvas.getAllByRole('link')
    await expect(links).toHaveLength(6)
    for (const link of links) {
      await expect(link).toHaveAttribute('href', expect.stringMatching(/^https:\/\//))
      await expect(link).toHaveAttribute('download')
      await expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'))
    }
    await expect(links[0]).toHaveAccessibleName(/Download a very long name.*XLSX · 2.4 MB/)
    // A program disguised as a document shows its real extension.
    await expect(links[1]).toHaveAccessibleName(/\.exe ?EXE$/)
    await expect(links[1]!.querySelector('svg.lucide-file')).toBeVisible()
    await expect(links[4]).toHaveAccessibleName(/sound\.mp3 ?MP3 · 0 bytes/)
    await expect(canvas.getByText('evil.html').closest('a')).toBeNull()
    await expect(canvas.getByText("This link can't be opened")).toBeVisible()
    // SVG files can run scripts, so they are never shown as images.
    await expect(canvas.getAllByRole('button', { name: /image/i })).toHaveLength(1)
  },
})

/** The image takes the place of its chip, and what is above it stays. */
export const AttachmentLoaded = meta.story({
  name: 'Attachment loaded',
  args: {
    conversation: conversation([message({ id: '1', body: text('This is what I see:'), attachments: [attachment()] })]),
  },
  play: async ({ canvas, canvasElement }) => {
    const before = canvas.getByText('This is what I see:').getBoundingClientRect().top
    await userEvent.click(canvas.getByRole('button', { name: /image/i }))
    const loaded = () => expect(canvasElement.querySelector('img')?.naturalWidth).toBeGreaterThan(0)
    await waitFor(loaded, { timeout: 10_000 })
    await expect(canvas.getByText('This is what I see:').getBoundingClientRect().top).toBe(before)
  },
})

const longName = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(12)
const nobody = { id: null, name: null, avatar_url: null }
const words = 'A word and another, and then some more that say nothing at all. '
/** A very long message is folded and can be expanded. */
export const LongBody = meta.story({
  name: 'Long message',
  args: {
    conversation: conversation([
      message({ id: '1', body: text(...Array.from({ length: 60 }, () => words.repeat(4))) }),
      message({ id: '2', author: people.priya, body: text('Thank you. I have read all of it.') }),
      note({ id: '3', body: text('W'.repeat(4000)) }),
    ]),
  },
  play: async ({ canvas }) => {
    const article = canvas.getAllByRole('article')[0]!
    await waitFor(() => expect(article.offsetHeight).toBeLessThan(520))
    const button = within(article).getByRole('button', { name: 'Show full message' })
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(button)
    await expect(article.offsetHeight).toBeGreaterThan(1500)
    await userEvent.click(within(article).getByRole('button', { name: 'Show less' }))
    await expect(article.offsetHeight).toBeLessThan(520)
  },
})

/** Missing, empty and oversized values never make a part wider than the thread. */
export const WorstData = meta.story({
  name: 'Worst data',
  args: {
    conversation: conversation(
      [
        message({ id: '1', author: { ...nobody, type: 'contact' }, body: [] }),
        message({ id: '2', author: { ...nobody, type: 'admin' }, body: text('\u200B') }),
        message({ id: '3', author: { ...people.tom, name: longName }, body: text('W'.repeat(300)) }),
        message({
          id: '4',
          author: { ...people.maya, name: '\u202EevitartsinimdA' },
          body: text('<b>markup</b> & "quotes" \u202E!sdrawkcab'),
        }),
        message({
          id: '5',
          author: { ...people.maya, id: '5', name: '🦊 Foxy ✨ 💌' },
          body: text('👩‍👩‍👧‍👦'.repeat(40)),
        }),
        message({
          id: '6',
          author: { ...people.maya, id: '6', name: 'عمر عبد الرحمن الشمري' },
          body: text('لوحة المؤشرات لا تعرض بيانات شهر نوفمبر (Dashboard 3).'),
        }),
        event({
          id: '7',
          author: { ...people.tom, name: longName },
          part_type: 'assignment',
          assigned_to: { type: 'admin', id: '404' },
        }),
        event({ id: '8', created_at: NOW + 3 * DAY, part_type: '<script>' }),
        { ...message({ id: '9' }), kind: 'note', redacted: true, body: [] },
      ],
      {
        title: `Freischaltung der Berechtigung für die ${'Donaudampfschifffahrtsgesellschaftsverwaltung '.repeat(3)}`,
        contact: null,
        state: 'snoozed',
        priority: true,
        admin_assignee_id: '404',
        tags: Array.from({ length: 9 }, (_, index) => ({ id: String(index), name: `tag number ${index}, long` })),
      },
    ),
  },
  play: async ({ canvas }) => {
    const log = canvas.getByRole('log')
    await expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth)
    await expect(canvas.getAllByText('No text')).toHaveLength(2)
    await expect(canvas.getByText('This note was deleted')).toBeInTheDocument()
    await expect(log.querySelector('b, script')).toBeNull()
  },
})
export const WorstDataPhone = meta.story({
  name: 'Worst data, phone',
  args: WorstData.input.args,
  ...onPhone,
  play: async ({ canvas, canvasElement }) => {
    const log = canvas.getByRole('log')
    await expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth)
    const header = canvasElement.querySelector<HTMLElement>('[data-slot=thread-header]')!
    await expect(header.scrollWidth).toBeLessThanOrEqual(header.clientWidth)
  },
})
export const WorstDataRightToLeft = meta.story({
  name: 'Worst data, right to left',
  args: WorstData.input.args,
  globals: { dir: 'rtl', locale: 'ar' },
})

/** The header keeps space for the name. */
export const AssigneeOnTheWay = meta.story({ name: 'Assignee loading', args: { teammates: undefined } })

export const WithSlots = meta.story({
  name: 'Custom header and composer',
  args: {
    actions: <button type="button" className="h-8 rounded-md border px-3 text-sm">Close</button>,
    footer: <div className="border-t p-4 text-sm text-muted-foreground">The place to answer</div>,
  },
})

/** The loaded messages stay in place. */
export const RefreshFailed = meta.story({
  name: 'Refresh failed',
  args: { error: new RequestError('offline', 'The server could not be reached.') },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('offline')
    await expect(canvas.getAllByRole('article').length).toBeGreaterThan(5)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})

export const NothingSaid = meta.story({
  name: 'No messages',
  args: { conversation: conversation([]) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No messages yet')).toBeVisible()
  },
})
