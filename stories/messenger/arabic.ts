import type { KitMessages } from '@/components/intercom/locale-provider'

const unread = {
  zero: 'لا رسائل غير مقروءة',
  one: 'رسالة واحدة غير مقروءة',
  two: 'رسالتان غير مقروءتين',
  few: '{count} رسائل غير مقروءة',
  many: '{count} رسالة غير مقروءة',
  other: '{count} رسالة غير مقروءة',
}

/** The words of the Messenger's components in Arabic, as an app with Arabic readers would give them to `LocaleProvider`. */
export const arabic: KitMessages = {
  unreadBadge: { capped: '+{max}', unread },
  helpButton: {
    label: 'احصل على مساعدة',
    launcher: 'المساعدة',
    loading: 'جارٍ فتح المحادثة',
    unavailable: 'المحادثة غير متاحة',
    script: 'تعذّر تحميل المحادثة. ربما يمنعها مانع محتوى أو الشبكة.',
    timeout: 'تستغرق المحادثة وقتًا طويلًا للرد.',
    identity: 'تعذّر التحقق من هويتك.',
    off: 'لا توجد محادثة هنا في الوقت الحالي.',
    email: 'راسلنا',
    emailAddress: 'اكتب إلى {email}',
    retry: 'حاول مرة أخرى',
  },
  chatBanner: {
    region: 'تحدّث معنا',
    question: 'لديك أسئلة؟ تحدّث معنا!',
    questionWithoutChat: 'لديك أسئلة؟ يسعدنا أن نساعدك.',
    start: 'ابدأ محادثة',
    unread: {
      one: 'رد جديد واحد',
      two: 'ردّان جديدان',
      few: '{count} ردود جديدة',
      many: '{count} ردًا جديدًا',
      other: '{count} رد جديد',
    },
    read: 'اقرأ',
    dismiss: 'إخفاء',
  },
}
