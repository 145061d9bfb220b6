import type { KitMessages } from '@/components/intercom/locale-provider'
import { arabic as messengerArabic } from '../messenger/arabic.ts'

/** The words of the account's components in Arabic, as an app with Arabic readers would give them to `LocaleProvider`. */
export const arabic: KitMessages = {
  ...messengerArabic,
  fieldStatus: {
    saving: 'جارٍ الحفظ…',
    saved: 'تم الحفظ',
    savedField: '{label}: تم الحفظ',
    retry: 'حاول مرة أخرى',
    retryField: 'حاول مرة أخرى: {label}',
    offline: 'لم يُحفظ: لا يمكن الوصول إلى الخادم. ما كتبته لا يزال هنا.',
    unknown: 'لم يُحفظ: حدث خطأ لدينا. ما كتبته لا يزال هنا: حاول مرة أخرى.',
  },
  subscriptionPanel: {
    current: 'خطتك',
    monthly: '{price} شهريًا',
    free: 'مجانية',
    usage: 'الاستخدام',
    used: '{used} من {limit}',
    usedUp: '{used} من {limit}: نفدت',
    upgradeTitle: 'الترقية إلى {plan}',
    upgrade: 'الترقية إلى {plan}',
    paying: 'جارٍ فتح الدفع…',
    successTitle: 'أنت الآن على {plan}',
    success: 'تم دفع الترقية، وكل ما فيها متاح لك فورًا.',
  },
  notificationPreferences: { title: 'الإشعارات' },
  accountSettings: { title: 'الإعدادات', sections: 'أقسام الإعدادات' },
  appShell: {
    skip: 'تخطَّ إلى المحتوى',
    top: 'الأعلى',
    main: 'الرئيسية',
    menu: 'افتح القائمة',
    menuTitle: 'القائمة',
    close: 'أغلق القائمة',
    collapse: 'طيّ الشريط الجانبي',
    expand: 'توسيع الشريط الجانبي',
    support: 'الدعم',
    account: 'حساب {name}',
    signOut: 'تسجيل الخروج',
    signingOut: 'جارٍ تسجيل الخروج…',
  },
}
