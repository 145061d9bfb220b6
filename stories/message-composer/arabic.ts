import type { KitMessages } from '@/components/intercom/locale-provider'

/** The words of what is written and done in a conversation, in Arabic. */
export const arabic: KitMessages = {
  messageComposer: {
    label: 'كتابة رسالة',
    mode: 'نوع ما تكتبه',
    reply: 'رد',
    note: 'ملاحظة',
    replyHint: 'سيقرأ {name} هذا',
    noteHint: 'ملاحظة داخلية: يقرأها الزملاء فقط',
    replyField: 'رد',
    noteField: 'ملاحظة داخلية',
    replyPlaceholder: 'اكتب ردًا',
    notePlaceholder: 'اكتب ملاحظة لزملائك',
    sendReply: 'إرسال الرد',
    addNote: 'إضافة ملاحظة',
    sendAndClose: 'إرسال وإغلاق',
    modifierEnterSends: 'Ctrl Enter للإرسال',
    attach: 'إرفاق ملفات',
    attachments: 'ملفات للإرسال',
    remove: 'إزالة {name}',
    savedReplies: 'ردود محفوظة',
  },
  conversationActions: {
    label: 'إجراءات المحادثة',
    close: 'إغلاق',
    open: 'إعادة فتح',
    snooze: 'تأجيل',
    assign: 'إسناد',
    tags: 'الوسوم',
    more: 'إجراءات أخرى',
  },
}
