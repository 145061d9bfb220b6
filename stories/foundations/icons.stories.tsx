import {
  ArrowDown, ArrowDownUp, AtSign, Bell, BellRing, BookOpen, Camera, Check, ChevronDown, ChevronLeft, ChevronRight,
  ChevronUp, CircleAlert, CircleCheck, CircleDot, CircleHelp, Clock, CloudOff, Copy, Download, Ellipsis, ExternalLink,
  File, FileArchive, FileAudio, FileImage, FileText, FileVideo, GitMerge, Hash, History, Hourglass, Image, ImageOff,
  Inbox, Languages, LoaderCircle, LockKeyhole, LogOut, Mail, MailOpen, Menu, MessageCircle, MessageCircleMore,
  MessageSquareQuote, MessagesSquare, Moon, PanelLeftClose, PanelLeftOpen, Paperclip, Pencil, Phone, PhoneForwarded,
  RefreshCw, Reply, RotateCcw, Search, SearchX, ShieldAlert, SlidersHorizontal, Smartphone, Smile, Sparkles, SquarePen,
  Star, Stethoscope, StickyNote, Tag, ThumbsUp, Ticket, Trash2, TriangleAlert, UserRound, UserRoundCheck,
  UserRoundPlus, UserRoundX, UsersRound, Workflow, X, Zap, type LucideIcon,
} from 'lucide-react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { FoundationPage } from './page.tsx'

/** Icons by group, each with its name in lucide-react and its only meaning. Importing all icons would add two megabytes. */
const meanings: Record<string, readonly (readonly [icon: LucideIcon, name: string, meaning: string])[]> = {
  Conversations: [
    [Mail, 'Mail', 'Unread'],
    [MailOpen, 'MailOpen', 'Mark as read'],
    [Hourglass, 'Hourglass', 'Customer waits for a reply'],
    [Moon, 'Moon', 'Snooze'],
    [BellRing, 'BellRing', 'End of a snooze'],
    [CircleCheck, 'CircleCheck', 'Close'],
    [RotateCcw, 'RotateCcw', 'Reopen'],
    [Star, 'Star', 'Priority, or a point of a rating'],
    [Smile, 'Smile', 'Rating'],
    [SquarePen, 'SquarePen', 'New conversation'],
    [Tag, 'Tag', 'Tags'],
    [Ticket, 'Ticket', 'Ticket'],
    [GitMerge, 'GitMerge', 'Merged conversation'],
    [Inbox, 'Inbox', 'List of conversations'],
    [MessagesSquare, 'MessagesSquare', 'Messages of a conversation'],
    [LockKeyhole, 'LockKeyhole', 'Internal note'],
    [Reply, 'Reply', 'Reply'],
    [MessageSquareQuote, 'MessageSquareQuote', 'Saved replies'],
    [Paperclip, 'Paperclip', 'Attach a file'],
    [Pencil, 'Pencil', 'Changed text'],
    [Languages, 'Languages', 'Language'],
    [Workflow, 'Workflow', 'Workflow'],
    [CircleDot, 'CircleDot', 'Other event'],
  ],
  People: [
    [UserRound, 'UserRound', 'Customer'],
    [UserRoundCheck, 'UserRoundCheck', 'Assignee'],
    [UserRoundPlus, 'UserRoundPlus', 'Assign'],
    [UserRoundX, 'UserRoundX', 'No assignee'],
    [UsersRound, 'UsersRound', 'Several people'],
    [Sparkles, 'Sparkles', 'AI agent'],
    [Zap, 'Zap', 'Event of the app'],
    [StickyNote, 'StickyNote', 'Note about a customer'],
    [History, 'History', 'Timeline'],
    [LogOut, 'LogOut', 'Sign out'],
  ],
  Messenger: [
    [MessageCircle, 'MessageCircle', 'Messenger'],
    [CircleHelp, 'CircleHelp', 'Help'],
    [BookOpen, 'BookOpen', 'Help centre'],
    [AtSign, 'AtSign', 'Email'],
    [Stethoscope, 'Stethoscope', 'Doctor'],
  ],
  Channels: [
    [Bell, 'Bell', 'Push message'],
    [Camera, 'Camera', 'Instagram'],
    [Hash, 'Hash', 'X'],
    [Phone, 'Phone', 'Phone call'],
    [PhoneForwarded, 'PhoneForwarded', 'Call that moved to messages'],
    [Smartphone, 'Smartphone', 'Text message'],
    [MessageCircleMore, 'MessageCircleMore', 'WhatsApp'],
    [ThumbsUp, 'ThumbsUp', 'Facebook'],
  ],
  Files: [
    [File, 'File', 'File'],
    [FileArchive, 'FileArchive', 'Archive'],
    [FileAudio, 'FileAudio', 'Audio file'],
    [FileImage, 'FileImage', 'Image file'],
    [FileText, 'FileText', 'Text file'],
    [FileVideo, 'FileVideo', 'Video file'],
    [Image, 'Image', 'Image in a message'],
    [ImageOff, 'ImageOff', 'Image that failed to load'],
    [Download, 'Download', 'Download'],
  ],
  Controls: [
    [Search, 'Search', 'Search'],
    [SlidersHorizontal, 'SlidersHorizontal', 'Filters'],
    [ArrowDownUp, 'ArrowDownUp', 'Order'],
    [Ellipsis, 'Ellipsis', 'More actions'],
    [Menu, 'Menu', 'Navigation'],
    [PanelLeftClose, 'PanelLeftClose', 'Hide the navigation'],
    [PanelLeftOpen, 'PanelLeftOpen', 'Show the navigation'],
    [X, 'X', 'Dismiss'],
    [Copy, 'Copy', 'Copy'],
    [Trash2, 'Trash2', 'Deleted'],
    [ArrowDown, 'ArrowDown', 'To the end'],
    [ChevronDown, 'ChevronDown', 'Opens below'],
    [ChevronUp, 'ChevronUp', 'Opens above'],
    [ChevronLeft, 'ChevronLeft', 'Back'],
    [ChevronRight, 'ChevronRight', 'Opens beside'],
  ],
  States: [
    [TriangleAlert, 'TriangleAlert', 'Warning'],
    [ExternalLink, 'ExternalLink', 'Opens another site'],
    [LoaderCircle, 'LoaderCircle', 'Loading'],
    [Check, 'Check', 'Chosen or saved'],
    [CircleAlert, 'CircleAlert', 'Failure'],
    [CloudOff, 'CloudOff', 'No connection'],
    [Clock, 'Clock', 'Takes time'],
    [RefreshCw, 'RefreshCw', 'Load again'],
    [SearchX, 'SearchX', 'Not found'],
    [ShieldAlert, 'ShieldAlert', 'No access'],
  ],
}

const sources = import.meta.glob<string>('../../src/components/**/*.tsx', { query: '?raw', import: 'default', eager: true })

/** Returns the names of the imported icons. */
function findUsedIcons(): Set<string> {
  const used = new Set<string>()
  for (const [path, code] of Object.entries(sources)) {
    if (path.includes('.test.')) continue
    const [, list = ''] = /import \{([^}]*)\} from 'lucide-react'/.exec(code) ?? []
    const names = list.split(',').map((each) => each.trim()).filter((each) => each && !each.startsWith('type '))
    for (const name of names) used.add(name.replace(/ as .*$/, '').replace(/Icon$/, ''))
  }
  return used
}

function Icons() {
  return (
    <FoundationPage
      title="Icons"
      lead="Lucide icons in the current text colour. Each meaning has one icon, and each icon one meaning. A control without a visible label has an accessible name. Arrows and chevrons flip with the text direction."
    >
      {Object.entries(meanings).map(([group, icons]) => (
        <section key={group} className="flex flex-col gap-2">
          <h2 className="text-sm font-medium">{group}</h2>
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {icons.map(([Icon, name, meaning]) => (
              <li key={name} className="flex min-w-0 items-center gap-3 rounded-lg border p-3">
                <Icon aria-hidden="true" className="size-5 shrink-0" />
                <div className="flex min-w-0 flex-col">
                  <span className="text-sm font-medium wrap-anywhere">{meaning}</span>
                  <span className="truncate text-xs text-muted-foreground">{name}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Icons', component: Icons })

export const Default = meta.story({
  play: async () => {
    const all = Object.values(meanings).flat()
    const names = all.map(([, name]) => name)
    await expect([...findUsedIcons()].filter((name) => !names.includes(name))).toEqual([])
    await expect(names.filter((name) => !findUsedIcons().has(name))).toEqual([])
    await expect(new Set(names).size).toBe(all.length)
    await expect(new Set(all.map(([,, meaning]) => meaning.toLowerCase())).size).toBe(all.length)
  },
})
