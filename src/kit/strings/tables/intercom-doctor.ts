/** The English words of `IntercomDoctor`. What it finds is in `messenger-troubles.ts`. */
export const intercomDoctorMessages = {
  region: 'Intercom doctor',
  summary: { one: 'Intercom: {count} problem', other: 'Intercom: {count} problems' },
  hint: 'Only shown in development.',
  cure: 'Fix:',
  clear: 'Clear',
}
