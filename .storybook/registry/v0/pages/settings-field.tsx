'use client'

import { SettingsField } from '@/components/intercom/settings-field'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <div className="flex max-w-xl flex-col gap-6 p-6">
        <SettingsField field={{ name: 'name', label: 'Name' }} value="Maya Okafor" />
        <SettingsField field={{ name: 'email', label: 'Email', kind: 'email' }} value="maya at alder" problem="This is not an e-mail address." />
      </div>
    </Preview>
  )
}
