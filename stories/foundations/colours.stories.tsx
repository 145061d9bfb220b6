import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview'
import { toHex } from '../../.storybook/colors.ts'
import { statusPairs, surfacePairs, type Pair } from './color-pairs.ts'
import { readColor, readContrast, useStyleValue } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'

function Swatch({ text, surface, least, use }: Pair) {
  const ratio = useStyleValue(() => readContrast(text, surface).toFixed(2))
  const hex = useStyleValue(() => toHex(readColor(text)))
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-3 rounded-lg border p-2">
      <span
        aria-hidden="true"
        className="flex size-12 shrink-0 items-center justify-center rounded-md border text-lg font-semibold"
        style={{ color: `var(--${text})`, backgroundColor: `var(--${surface})` }}
      >
        {least === 3 ? <span className="size-6 rounded-full border-[3px] border-current" /> : 'Ag'}
      </span>
      <div className="flex min-w-0 flex-1 flex-col text-xs">
        <span className="text-sm font-medium wrap-anywhere">{text}</span>
        <span className="text-muted-foreground">
          on {surface}: {use}
        </span>
      </div>
      <div className="ms-auto flex flex-col items-end text-xs tabular-nums">
        <span data-testid="ratio" data-least={least} data-pair={`${text} on ${surface}`} className="text-sm font-medium">
          {ratio}
        </span>
        <span className="font-mono text-muted-foreground">{hex}</span>
      </div>
    </li>
  )
}

function Pairs({ pairs }: { pairs: Pair[] }) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {pairs.map((pair) => (
        <Swatch key={`${pair.text} ${pair.surface} ${pair.use}`} {...pair} />
      ))}
    </ul>
  )
}

function Colours() {
  return (
    <FoundationPage
      title="Colours"
      lead="Every colour is a token. Each text token meets WCAG AA on its surface: at least 4.5:1 for text, and 3:1 for icons and the focus ring. The ratios below are measured live from the stylesheet."
    >
      <FoundationSection title="Text and surfaces">
        <Pairs pairs={surfacePairs} />
      </FoundationSection>
      <FoundationSection title="Conversation states, notes and success">
        <Pairs pairs={statusPairs} />
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Colours', component: Colours })

const isReadable = async ({ canvas }: { canvas: { getAllByTestId: (id: string) => HTMLElement[] } }) => {
  const pairs = canvas.getAllByTestId('ratio')
  await expect(pairs.length).toBeGreaterThan(30)
  await waitFor(async () => {
    const tooFaint = pairs.filter(({ textContent, dataset }) => Number(textContent) < Number(dataset.least))
    await expect(tooFaint.map(({ textContent, dataset }) => `${dataset.pair}: ${textContent}`)).toEqual([])
  })
}

export const Light = meta.story({ globals: { theme: 'light' }, play: isReadable })
export const Dark = meta.story({ globals: { theme: 'dark' }, play: isReadable })

/** The rendered primary colour equals the one that Storybook's own theme uses. */
export const AsWritten = meta.story({
  name: 'Same colour as the stylesheet',
  globals: { theme: 'light' },
  parameters: { chromatic: { disableSnapshot: true } },
  play: async () => {
    await waitFor(() => expect(toHex(readColor('primary'))).toBe('#2858cd'))
  },
})
