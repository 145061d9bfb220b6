import type { Cast } from '../cast.ts'
import { DAY, HOUR, MINUTE } from '../clock.ts'
import { startThread, buildUpload } from '../thread.ts'

/** Adds conversations in other languages and directions. */
export function addLanguages({ workspace, now, admins, teams, tags, contacts }: Cast): void {
  const { priya, tom, yuki, sofia } = admins
  const { omar, hoshi, emoji, long, amelie, oneill } = contacts
  if (!omar || !hoshi || !emoji || !long || !amelie || !oneill) return

  startThread(workspace, {
    contact: omar,
    at: now - 1 * HOUR - 33 * MINUTE,
    title: 'لوحة المؤشرات لا تعرض بيانات شهر نوفمبر',
    body: '<p>السلام عليكم،</p><p>منذ صباح اليوم لا تظهر بيانات شهر نوفمبر في لوحة "المبيعات اليومية"، بينما تظهر بيانات أكتوبر بشكل صحيح. رقم الحساب هو <code>acct_dunes</code> والمنطقة الزمنية Asia/Riyadh.</p><p>هل يمكنكم المساعدة قبل الساعة ٥:٠٠ مساءً؟</p>',
    source: { url: 'https://app.tidewater.example/ar/dashboards/12' },
  })
    .event('language_detection_details', 0.1, workspace.bot)
    .assign(tom, 7, priya)
    .admin(priya, 11, '<p>وعليكم السلام عمر، شكرًا على التفاصيل. المشكلة من جهتنا: تم تحديث المنطقة الزمنية ليلاً. أعمل مع فريق الهندسة (ticket <b>ENG-4471</b>) وسأعود إليك خلال ساعة.</p>')
    .note(priya, 1, '<p>Used our glossary for this. Sofía, the rollup for <code>Asia/Riyadh</code> starts at 03:00 since the tz update.</p>')
    .customer(29, '<p>شكرًا جزيلاً. أرفقت ملف الأخطاء (error-log.csv) للمساعدة.</p>', { attachments: [buildUpload('سجل الأخطاء 2026-11-18.csv', 'text/csv', 12_881)] })
    .tag(tags.bug)

  startThread(workspace, {
    contact: hoshi,
    at: now - 9 * HOUR,
    title: '請求書の宛名変更について',
    body: '<p>お世話になっております。株式会社ホシミの星見です。</p><p>来月分から請求書の宛名を「株式会社ホシミ 経理部御中」に変更していただくことは可能でしょうか。お手数をおかけいたしますが、よろしくお願いいたします。</p>',
    source: { type: 'email', subject: '請求書の宛名変更について', url: null },
  })
    .assign(tom, 120, yuki)
    .admin(yuki, 25, '<p>星見様</p><p>いつもご利用いただきありがとうございます。宛名を変更いたしました。次回12月1日発行分より反映されます。</p><p>田辺</p>')
    .customer(40, '<p>迅速なご対応、ありがとうございました。</p>')
    .close(yuki, 15)
    .tag(tags.billing)

  startThread(workspace, {
    contact: emoji,
    at: now - 19 * HOUR,
    title: '¿Puedo cambiar el color? 🎨',
    body: '<p>¡Hola! 👋 ¿Puedo usar los colores de mi marca en los gráficos? ☕️🦊 Mi plan es Starter.</p>',
  })
    .customer(720, '<p>¿Hay alguien? 🥲</p>')
    .set({ admin_assignee_id: 0, team_assignee_id: 0 })

  startThread(workspace, {
    contact: long,
    at: now - 1 * DAY - 7 * HOUR,
    title: 'Freischaltung der Datenexportberechtigung für die Donaudampfschifffahrtsgesellschaftsverwaltungsabteilung und ihre nachgeordneten Dienststellen',
    body: '<p>Sehr geehrte Damen und Herren, ich bitte um Freischaltung der Exportberechtigung für unsere Abteilung: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft. Dateien gehen an https://verwaltung.fjord.example/dokumente/2026/11/18/datenexport/berechtigungen/antrag-auf-freischaltung-der-exportberechtigung.pdf?vorgang=8831-2026&amp;abteilung=verwaltung</p>',
  })
    .assign(tom, 90, sofia)
    .admin(sofia, 18, '<p>Guten Tag, ich habe die Berechtigung für 12 Personen freigeschaltet.</p>')
    .customer(33, '<p>Vielen Dank. Es sind 14 Personen; die Liste reiche ich nach.</p>')
    .admin(sofia, 5, '<p>Gern, schicken Sie mir einfach die Namen.</p>')

  startThread(workspace, {
    contact: amelie,
    at: now - 5 * DAY,
    title: 'Traduction du rapport mensuel',
    body: '<p>Le rapport de fin de mois est à moitié en anglais (les légendes). Est-ce prévu&nbsp;?</p>',
  })
    .admin(yuki, 200, '<p>C&#39;est corrigé depuis ce matin, merci du signalement&nbsp;!</p>')
    .close(yuki, 1)

  startThread(workspace, {
    contact: oneill,
    at: now - 3 * DAY - 9 * HOUR,
    title: 'My name shows as O&amp;#39;Neill in e-mails',
    body: '<p>Your alert e-mails greet me as &quot;O&amp;#39;Neill&quot;. Twenty years of this on every website. Could you be the ones who fix it?</p>',
  })
    .assign(tom, 14, teams.support)
    .admin(priya, 31, '<p>We would love to be those people. The fix is in this week&#39;s release, dear Siobhán O&#39;Neill.</p>')
    .customer(5, '<p>Ha! I will believe it when I see it. &lt;3</p>')
    .close(priya, 40)
}
