import type { KitMessages } from '@/components/intercom/locale-provider'
import { arabic as listWords } from '../conversation-list/arabic.ts'
import { arabicWords as threadWords } from '../conversation-thread/arabic-words.ts'
import { arabic as cardWords } from '../customer-card/arabic.ts'
import { arabic as composerWords } from '../message-composer/arabic.ts'

/** The inbox's words in Arabic, and those of all that is in it. */
export const arabic: KitMessages = {
  ...listWords,
  ...cardWords,
  ...composerWords,
  conversationThread: threadWords,
  supportInbox: {
    title: 'صندوق الدعم',
    list: 'المحادثات',
    filter: 'المحادثات المعروضة',
    open: 'مفتوحة',
    snoozed: 'مؤجلة',
    closed: 'مغلقة',
    all: 'الكل',
    openCount: { other: '{count} مفتوحة' },
    snoozedCount: { other: '{count} مؤجلة' },
    closedCount: { other: '{count} مغلقة' },
    allCount: { other: '{count} في المجموع' },
    back: 'المحادثات',
    backLabel: 'العودة إلى المحادثات',
    customer: 'العميل',
    showCustomer: 'عرض العميل',
    close: 'إغلاق',
  },
}
