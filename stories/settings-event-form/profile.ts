import { z } from 'zod'
import type { SettingsFieldDescription } from '@/components/intercom/settings-field'

export const profileSchema = z.object({
  name: z.string().trim().min(1, 'Tell us what to call you.').max(100, 'Use at most 100 characters.'),
  email: z.email('Enter an address like ada@example.com.'),
  role: z.enum(['', 'owner', 'analyst', 'developer']),
  weekly: z.boolean(),
  about: z.string().max(500, 'Use at most 500 characters.'),
})

export const profileFields: SettingsFieldDescription[] = [
  { name: 'name', label: 'Name', autoComplete: 'name' },
  { name: 'email', label: 'Email', kind: 'email', autoComplete: 'email', description: 'Our support team replies to this address.' },
  {
    name: 'role',
    label: 'Role',
    kind: 'select',
    options: [
      { value: '', label: 'Not specified' },
      { value: 'owner', label: 'Owner' },
      { value: 'analyst', label: 'Analyst' },
      { value: 'developer', label: 'Developer' },
    ],
  },
  { name: 'weekly', label: 'Start the week on Monday', kind: 'switch', description: 'In reports and calendars.' },
  { name: 'about', label: 'About you', kind: 'textarea', description: 'Your team sees this.' },
]

export const profile = {
  name: 'Maya Okafor',
  email: 'maya@alder.example',
  role: 'analyst',
  weekly: true,
  about: 'I build our dashboards and the data behind them.',
}

/** Arabic labels for the profile's fields. */
export const arabicFields: SettingsFieldDescription[] = [
  { name: 'name', label: 'الاسم' },
  { name: 'email', label: 'البريد الإلكتروني', kind: 'email', description: 'تصل إليه ردود فريق الدعم.' },
  {
    name: 'role',
    label: 'الدور',
    kind: 'select',
    options: [
      { value: '', label: 'غير محدد' },
      { value: 'owner', label: 'المالك' },
      { value: 'analyst', label: 'محلل' },
      { value: 'developer', label: 'مطوّر' },
    ],
  },
  { name: 'weekly', label: 'بدء الأسبوع يوم الاثنين', kind: 'switch', description: 'في التقارير والتقويمات.' },
  { name: 'about', label: 'نبذة عنك', kind: 'textarea', description: 'تظهر لفريقك.' },
]

export const arabicProfile: typeof profile = {
  ...profile,
  name: 'عمر عبد الرحمن',
  email: 'omar@dunes.example',
  about: 'أبني لوحات المعلومات وأجهّز البيانات التي تقوم عليها.',
}
