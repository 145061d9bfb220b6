import type { MessageTable } from '../../src/lib/intercom/text.ts'

/** Enough of the thread's words in Arabic to see them stand from right to left. */
export const arabicWords: Partial<MessageTable> = {
  label: 'محادثة',
  log: 'الرسائل مع {name}',
  customer: 'عميل',
  teammate: 'زميل',
  bot: 'وكيل ذكاء اصطناعي',
  assigned: 'مُسندة إلى {assignee}',
  unassigned: 'غير مُسندة',
  messageLabel: '{name}، {role}، {time}',
  noteLabel: 'ملاحظة داخلية من {name}، {time}',
  note: 'ملاحظة داخلية',
  noteHint: 'يراها الزملاء فقط',
  unread: 'جديد',
  jump: 'إلى أحدث رسالة',
  assignedByName: 'أسند {name} المحادثة إلى {assignee}',
  assignedToSelf: 'تولّى {name} المحادثة',
  languageDetected: 'تم التعرف على اللغة',
  closed: 'أغلق {name} المحادثة',
}
