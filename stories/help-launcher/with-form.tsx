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
      <h1 className="text-lg font-semibold">{words.company}</h1>
      <div className="flex flex-col gap-2">
        <Label htmlFor={`${id}-name`}>{words.companyName}</Label>
        <Input id={`${id}-name`} defaultValue="Haldenbrook" />
      </div>
      <label className="flex min-h-6 items-center gap-2 text-sm">
        <input type="checkbox" className="size-4 accent-primary" /> {words.listed}
      </label>
      <div className="mt-auto flex flex-col gap-2">
        <Label htmlFor={`${id}-about`}>{words.about}</Label>
        <Textarea id={`${id}-about`} className="min-h-32" defaultValue={words.aboutText} />
      </div>
    </main>
  )
}

/** A page with a form, as long as the window, whose last field is where the launcher is. */
export const withForm: Decorator = (Story) => (
  <>
    <Company />
    <Story />
  </>
)
