import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { useDrawn } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'

const steps = [
  { step: 1, use: 'an icon and its word' },
  { step: 2, use: 'parts of a row' },
  { step: 3, use: 'the inside of a box; a face and its words' },
  { step: 4, use: 'the inside of a page; between boxes' },
  { step: 6, use: 'between parts of a page' },
  { step: 8, use: 'the height of a button; between chapters' },
]

const radii = [
  { name: 'sm', className: 'rounded-sm', use: 'marks in a text' },
  { name: 'md', className: 'rounded-md', use: 'buttons, fields, badges' },
  { name: 'lg', className: 'rounded-lg', use: 'boxes' },
  { name: 'xl', className: 'rounded-xl', use: 'messages' },
]

function Step({ step, use }: (typeof steps)[number]) {
  const base = useDrawn(() => getComputedStyle(document.documentElement).getPropertyValue('--spacing'))
  return (
    <li className="flex items-center gap-4 text-sm">
      <span className="w-6 font-mono text-xs text-muted-foreground">{step}</span>
      <span className="w-10 shrink-0">
        <span data-testid={`step-${step}`} className="block h-4 bg-primary" style={{ inlineSize: `calc(var(--spacing) * ${step})` }} />
      </span>
      <span className="w-16 shrink-0 font-mono text-xs text-muted-foreground tabular-nums">{Number.parseFloat(base) * 16 * step} px</span>
      <span>{use}</span>
    </li>
  )
}

function Space() {
  return (
    <FoundationPage
      title="Space and corners"
      lead="Every distance is a multiple of one, Tailwind's spacing unit of 4 pixels. The density of the toolbar changes that one value, and so can an app. Every corner follows the radius of the theme."
    >
      <FoundationSection title="Space">
        <ul className="flex flex-col gap-2">{steps.map((step) => <Step key={step.step} {...step} />)}</ul>
      </FoundationSection>
      <FoundationSection title="Corners">
        <ul className="flex flex-wrap gap-4">
          {radii.map(({ name, className, use }) => (
            <li key={name} className="flex flex-col gap-1 text-xs">
              <span className={`size-20 border-2 border-primary bg-muted ${className}`} />
              <span className="font-mono">rounded-{name}</span>
              <span className="text-muted-foreground">{use}</span>
            </li>
          ))}
        </ul>
      </FoundationSection>
      <FoundationSection title="What a finger needs">
        <p className="max-w-prose text-sm">
          Nothing that can be pressed is smaller than 24 by 24 pixels. With a mouse, most of it is 32 high; where the
          pointer is coarse, 40.
        </p>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Space', component: Space })

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByTestId('step-4').getBoundingClientRect().width).toBe(16)
  },
})

export const Compact = meta.story({
  globals: { density: 'compact' },
  play: async ({ canvas }) => {
    await expect(canvas.getByTestId('step-4').getBoundingClientRect().width).toBe(14)
  },
})
