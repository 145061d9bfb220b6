import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { useStyleValue } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'

const steps = [
  { step: 1, use: 'icon and label' },
  { step: 2, use: 'between the parts of a row' },
  { step: 3, use: 'card padding, avatar and name' },
  { step: 4, use: 'page padding, between cards' },
  { step: 6, use: 'between sections' },
  { step: 8, use: 'button height, between page sections' },
]

/** Returns Tailwind's spacing unit in pixels. */
function useUnit(): number {
  return useStyleValue(() => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--spacing')) * 16)
}

function Step({ step, use }: (typeof steps)[number]) {
  const unit = useUnit()
  return (
    <li className="grid grid-cols-[1rem_2.5rem_3.75rem_1fr] items-center gap-x-3 text-sm">
      <span className="font-mono text-xs text-muted-foreground">{step}</span>
      <span>
        <span data-testid={`step-${step}`} className="block h-4 bg-primary" style={{ inlineSize: `calc(var(--spacing) * ${step})` }} />
      </span>
      <span className="font-mono text-xs text-muted-foreground tabular-nums">{unit * step} px</span>
      <span>{use}</span>
    </li>
  )
}

function Space() {
  const unit = useUnit()
  return (
    <FoundationPage
      title="Space"
      lead={`Every distance is a multiple of Tailwind's spacing unit, which is ${unit} pixels here. An app can change it, as the toolbar's density does.`}
    >
      <FoundationSection title="Space">
        <ul className="flex flex-col gap-2">{steps.map((step) => <Step key={step.step} {...step} />)}</ul>
      </FoundationSection>
      <FoundationSection title="Touch targets">
        <p className="max-w-prose text-sm">
          With a mouse, most controls are {unit * 8} pixels high, and with a coarse pointer {unit * 10}. None is smaller
          than {unit * 6} by {unit * 6} pixels.
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
    await expect(canvas.getByText(/which is 3\.5 pixels here/)).toBeVisible()
    await expect(canvas.getByText(/most controls are 28 pixels high/)).toBeVisible()
  },
})
