import type { Decorator } from '@storybook/react-vite'

const field = 'flex flex-col gap-1.5 text-sm font-medium'
const box = 'rounded-md border border-input bg-background px-3 py-2 font-normal'

/** A page with a form, as long as a phone, whose last field is where the launcher is. */
export const withForm: Decorator = (Story) => (
  <>
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-5 p-6">
      <h1 className="text-lg font-semibold">Your company</h1>
      <label className={field}>
        Company name
        <input className={box} defaultValue="Haldenbrook" />
      </label>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" className="size-6" /> Show us in the directory
      </label>
      <label className={`${field} flex-1`}>
        About you
        <textarea className={`${box} flex-1 resize-none`} defaultValue="We keep the tide tables of the North Sea." />
      </label>
    </main>
    <Story />
  </>
)
