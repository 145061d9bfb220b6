import {
  ArrowDown, ArrowDownUp, BellRing, BookOpen, Check, ChevronDown, ChevronLeft, ChevronRight, ChevronUp, CircleAlert,
  CircleCheck, CircleDot, CircleHelp, Clock, CloudOff, Copy, Download, Ellipsis, File, FileArchive, FileAudio,
  FileImage, FileText, FileVideo, GitMerge, Hourglass, Image, ImageOff, Inbox, Languages, LoaderCircle, Lock,
  LockKeyhole, LogOut, Mail, MailOpen, Menu, MessageCircle, MessageSquareQuote, MessageSquareText, MessagesSquare,
  Moon, PanelLeftClose, PanelLeftOpen, Paperclip, Pencil, RefreshCw, Reply, RotateCcw, RotateCw, Search, SearchX,
  Settings2, SlidersHorizontal, Sparkles, Star, Stethoscope, Tag, Ticket, Trash2, UserPlus, UserRound, UserRoundPlus,
  UserRoundX, UsersRound, Workflow, X, type LucideIcon,
} from 'lucide-react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { FoundationPage } from './page.tsx'

/** Icons by name. Importing all of lucide-react would add two megabytes to every story. */
const icons: Record<string, LucideIcon | undefined> = {
  ArrowDown, ArrowDownUp, BellRing, BookOpen, Check, ChevronDown, ChevronLeft, ChevronRight, ChevronUp, CircleAlert,
  CircleCheck, CircleDot, CircleHelp, Clock, CloudOff, Copy, Download, Ellipsis, File, FileArchive, FileAudio,
  FileImage, FileText, FileVideo, GitMerge, Hourglass, Image, ImageOff, Inbox, Languages, LoaderCircle, Lock,
  LockKeyhole, LogOut, Mail, MailOpen, Menu, MessageCircle, MessageSquareQuote, MessageSquareText, MessagesSquare,
  Moon, PanelLeftClose, PanelLeftOpen, Paperclip, Pencil, RefreshCw, Reply, RotateCcw, RotateCw, Search, SearchX,
  Settings2, SlidersHorizontal, Sparkles, Star, Stethoscope, Tag, Ticket, Trash2, UserPlus, UserRound, UserRoundPlus,
  UserRoundX, UsersRound, Workflow, X,
}

const sources = import.meta.glob<string>('../../src/components/**/*.tsx', { query: '?raw', import: 'default', eager: true })

/** Finds the files that import each icon. */
function findUsedIcons(): Map<string, string[]> {
  const used = new Map<string, string[]>()
  for (const [path, code] of Object.entries(sources)) {
    if (path.includes('.test.')) continue
    const [, list = ''] = /import \{([^}]*)\} from 'lucide-react'/.exec(code) ?? []
    const names = list.split(',').map((each) => each.trim()).filter((each) => each && !each.startsWith('type '))
    for (const imported of names) {
      const name = imported.replace(/ as .*$/, '').replace(/Icon$/, '')
      used.set(name, [...(used.get(name) ?? []), path.replace(/^.*\/|\.tsx$/g, '')])
    }
  }
  return new Map([...used].sort(([a], [b]) => a.localeCompare(b)))
}

function Icons() {
  return (
    <FoundationPage
      title="Icons"
      lead="Lucide icons in the current text colour, with the files that use them. A control without a visible label has an accessible name. Arrows and chevrons flip with the text direction."
    >
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {[...findUsedIcons()].map(([name, files]) => {
          const Icon = icons[name]
          return (
            <li key={name} data-testid={Icon ? 'icon' : 'unknown'} className="flex min-w-0 items-center gap-3 rounded-lg border p-3">
              {Icon ? <Icon aria-hidden="true" className="size-5 shrink-0" /> : null}
              <div className="flex min-w-0 flex-col">
                <span className="truncate text-sm font-medium">{name}</span>
                <span className="text-xs wrap-anywhere text-muted-foreground">{files.join(', ')}</span>
              </div>
            </li>
          )
        })}
      </ul>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Icons', component: Icons })

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getAllByTestId('icon').length).toBeGreaterThan(30)
    await expect(canvas.queryAllByTestId('unknown')).toEqual([])
  },
})
