/** The English words of `IntercomDoctor`. What it finds is in `messenger-troubles.ts`. */
export const intercomDoctorMessages = {
  region: 'Intercom doctor',
  summary: { one: 'Intercom: {count} trouble', other: 'Intercom: {count} troubles' },
  hint: 'Shown in development only.',
  cure: 'Cure:',
  clear: 'Clear',
}
