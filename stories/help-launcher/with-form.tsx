import type { Decorator } from '@storybook/react-vite'
import * as React from 'react'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Textarea } from '@/components/ui/textarea'
import { useAppWords } from '../app-shell/use-app-words.ts'

function Company() {
  const words = useAppWords()
  const id = React.useId()
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-5 p-6">
      <h1 className="text-xl font-semibold">{words.company}</h1>
      {[
        [words.companyName, 'Haldenbrook'],
        [words.website, 'haldenbrook.example'],
        [words.city, words.cityText],
      ].map(([label, value], index) => (
        <div key={label} className="flex flex-col gap-2">
          <Label htmlFor={`${id}-${index}`}>{label}</Label>
          <Input id={`${id}-${index}`} defaultValue={value} />
        </div>
      ))}
      <label className="flex min-h-6 items-center gap-2 text-sm">
        <input type="checkbox" className="size-4 accent-primary" /> {words.listed}
      </label>
      <div className="flex flex-1 flex-col gap-2">
        <Label htmlFor={`${id}-about`}>{words.about}</Label>
        <Textarea id={`${id}-about`} className="max-h-none min-h-32 flex-1" defaultValue={words.aboutText} />
      </div>
    </main>
  )
}

/** Renders a form whose last field is below the launcher. */
export const withForm: Decorator = (Story) => (
  <>
    <Company />
    <Story />
  </>
)
