import type { KitMessages } from '@/components/intercom/locale-provider'

/** The list's words in Arabic, as an app with Arabic readers would give them to `LocaleProvider`. */
export const arabic: KitMessages = {
  conversationList: {
    label: 'المحادثات',
    loading: 'جارٍ تحميل المحادثات',
    loadMore: 'تحميل المزيد',
    loadingMore: 'جارٍ تحميل المزيد',
    row: '{name}، {time}: {text}',
    rowWithStatus: '{name}، {status}، {time}: {text}',
    unknownCustomer: 'عميل غير معروف',
    noText: 'بلا نص',
    unassigned: 'غير مُسندة',
    priority: 'أولوية',
    waiting: 'ينتظر منذ {duration}',
    replied: 'الرد خلال {duration}',
    spokenAssignee: 'مُسندة إلى {name}.',
    spokenUnassigned: 'غير مُسندة.',
    spokenWaiting: 'العميل ينتظر منذ {duration}.',
    spokenReplied: 'أول رد بعد {duration}.',
    spokenSnoozed: 'مؤجلة حتى {time}.',
    spokenPriority: 'أولوية.',
    spokenTags: 'الوسوم: {tags}.',
  },
  statusBadge: { unread: 'غير مقروءة', waiting: 'بانتظار الرد', snoozed: 'مؤجلة', closed: 'مغلقة' },
}
