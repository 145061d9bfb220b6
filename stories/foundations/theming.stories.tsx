import { expect, waitFor } from 'storybook/test'
import { HelpButton } from '@/components/intercom/help-button'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import preview from '../../.storybook/preview'
import { readContrast, useStyleValue } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'

const ours = ['unread', 'waiting', 'snoozed', 'closed', 'note', 'success'].flatMap((name) => [`status-${name}`, `status-${name}-surface`])
const everyApps = [
  'background', 'foreground', 'card', 'popover', 'primary', 'secondary', 'muted', 'muted-foreground', 'accent', 'destructive',
  'border', 'input', 'ring', 'sidebar', 'sidebar-accent',
]

type Tokens = Record<`--${string}`, string>

/** Three apps and the tokens that each of them overrides. */
const apps: { name: string; light: Tokens; dark: Tokens; both: Tokens }[] = [
  { name: 'Default theme', light: {}, dark: {}, both: {} },
  {
    name: 'A ferry line',
    light: {
      '--primary': 'oklch(0.47 0.1 195)',
      '--primary-foreground': 'oklch(0.99 0.01 195)',
      '--ring': 'oklch(0.6 0.1 195)',
    },
    dark: {
      '--primary': 'oklch(0.76 0.11 195)',
      '--primary-foreground': 'oklch(0.17 0.02 195)',
      '--ring': 'oklch(0.66 0.1 195)',
    },
    both: { '--radius': '0rem' },
  },
  {
    name: 'A flower shop',
    light: {
      '--primary': 'oklch(0.5 0.19 350)',
      '--primary-foreground': 'oklch(0.99 0.01 350)',
      '--ring': 'oklch(0.62 0.17 350)',
    },
    dark: {
      '--primary': 'oklch(0.75 0.13 350)',
      '--primary-foreground': 'oklch(0.17 0.03 350)',
      '--ring': 'oklch(0.67 0.15 350)',
    },
    both: { '--radius': '1.25rem', '--spacing': '0.28125rem' },
  },
]

function Token({ name }: { name: string }) {
  const value = useStyleValue(() => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim())
  return (
    <li className="flex flex-wrap items-center gap-x-3 text-xs">
      <span aria-hidden="true" className="size-6 shrink-0 rounded-sm border" style={{ backgroundColor: `var(--${name})` }} />
      <span className="font-mono">--{name}</span>
      <span className="ms-auto font-mono text-muted-foreground">{value}</span>
    </li>
  )
}

function App({ name, light, dark, both }: (typeof apps)[number]) {
  const isDark = useStyleValue(() => Number(document.documentElement.classList.contains('dark')))
  const tokens = { ...both, ...(isDark ? dark : light) }
  const field = `field-${name.replace(/\W/g, '')}`
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-4 rounded-lg border bg-background p-4 text-foreground" style={tokens}>
      <h3 className="text-sm font-semibold">{name}</h3>
      <div className="flex flex-wrap gap-2">
        <StatusBadge status="unread" />
        <StatusBadge status="waiting" />
      </div>
      <div className="flex flex-col gap-2">
        <Label htmlFor={field}>Name</Label>
        <Input id={field} defaultValue="Maya Okafor" />
      </div>
      <div className="flex flex-wrap gap-2">
        <HelpButton />
        <Button variant="outline">Later</Button>
      </div>
    </section>
  )
}

function Theming() {
  return (
    <FoundationPage
      title="Theming and tokens"
      lead="Components use shadcn/ui's tokens, which every V0 project has, so they take on your app's theme. The copy command adds the kit's few own tokens to your stylesheet."
    >
      <FoundationSection title="One component, three apps">
        <div className="grid gap-4 sm:grid-cols-3">{apps.map((app) => <App key={app.name} {...app} />)}</div>
      </FoundationSection>
      <div className="grid gap-8 sm:grid-cols-2">
        <FoundationSection title="shadcn/ui tokens">
          <ul className="flex flex-col gap-2">{everyApps.map((name) => <Token key={name} name={name} />)}</ul>
        </FoundationSection>
        <FoundationSection title="Kit tokens">
          <ul className="flex flex-col gap-2">{ours.map((name) => <Token key={name} name={name} />)}</ul>
        </FoundationSection>
      </div>
      <FoundationSection title="Customise">
        <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5 text-sm">
          <li>Colours: set the tokens in :root for light and in .dark for dark. Copying never changes existing values.</li>
          <li>Radius: set --radius. Density: set Tailwind's --spacing.</li>
          <li>Typeface: uses your app's font.</li>
          <li>A single component: pass className, or select a part by its data-slot.</li>
          <li>Contrast: the Colours page measures your stylesheet.</li>
        </ul>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Theming', component: Theming })

const isReadable = async ({ canvas }: { canvas: { getByRole: (role: string, options: { name: string }) => HTMLElement } }) => {
  for (const { name } of apps) {
    const app = canvas.getByRole('region', { name })
    await waitFor(() => expect(readContrast('primary', 'background', app), name).toBeGreaterThan(4.5))
    await waitFor(() => expect(readContrast('primary-foreground', 'primary', app), name).toBeGreaterThan(4.5))
  }
}

export const Default = meta.story({
  play: async ({ canvas }) => {
    const backgrounds = canvas
      .getAllByRole('button', { name: 'Get help' })
      .map((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).borderRadius].join())
    await expect(new Set(backgrounds).size).toBe(3)
    await isReadable({ canvas })
  },
})
export const Dark = meta.story({ globals: { theme: 'dark' }, play: isReadable })
