import * as React from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { CopyButton } from '@/components/intercom/customer-card/details'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { Label } from '@/components/ui/label'
import { NativeSelect } from '@/components/ui/native-select'
import { getContrast, type Rgb } from '../../.storybook/colors.ts'
import preview from '../../.storybook/preview'
import { buildDemoWorkspace } from '../../mocks/data/demo.ts'
import { wholePage } from '../support-inbox/whole-page.ts'
import { readColor, useStyleValue } from './measure.ts'

const typefaces: Record<string, string> = {
  'Your app’s font': '',
  System: 'system-ui, sans-serif',
  Serif: "Georgia, 'Times New Roman', serif",
  Monospace: 'ui-monospace, monospace',
}

/** Tailwind's `--spacing` by density. */
const densities: Record<string, string> = { Default: '', Comfortable: '0.28125rem', Compact: '0.21875rem' }

interface Theme {
  primary: string
  /** Pixels. */
  radius: number
  typeface: string
  density: string
}

const initial: Theme = { primary: '#2952cc', radius: 10, typeface: 'Your app’s font', density: 'Default' }

function parseHex(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255) as Rgb
}

/** Returns the tokens of a theme. Text on the primary colour is white or black, whichever contrasts more. */
function buildTokens({ primary, radius, typeface, density }: Theme): Record<string, string> {
  const color = parseHex(primary)
  const foreground = getContrast(color, [1, 1, 1]) >= getContrast(color, [0, 0, 0]) ? '#ffffff' : '#000000'
  return {
    '--primary': primary,
    '--primary-foreground': foreground,
    '--ring': primary,
    '--radius': `${radius / 16}rem`,
    ...(typefaces[typeface] && { 'font-family': typefaces[typeface] }),
    ...(densities[density] && { '--spacing': densities[density] }),
  }
}

const toCss = (tokens: Record<string, string>) => `:root {\n${Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`

/** Sets the tokens on the page, so that dialogs and menus have them, too. */
function useTokens(tokens: Record<string, string>): void {
  const css = toCss(tokens)
  React.useLayoutEffect(() => {
    const { style } = document.documentElement
    const names = [...css.matchAll(/^ {2}([\w-]+): (.*);$/gm)].map(([, name = '', value = '']) => {
      style.setProperty(name, value)
      return name
    })
    return () => names.forEach((name) => style.removeProperty(name))
  }, [css])
}

function Contrast({ label, ratio }: { label: string; ratio: number }) {
  const passes = ratio >= 4.5
  return (
    <li className="flex justify-between gap-4" data-passes={passes}>
      {label}
      <span className={passes ? 'text-status-success' : 'font-medium text-destructive'}>
        {ratio.toFixed(1)} {passes ? 'passes' : 'fails 4.5'}
      </span>
    </li>
  )
}

function Playground() {
  const [theme, setTheme] = React.useState(initial)
  const id = React.useId()
  const tokens = buildTokens(theme)
  useTokens(tokens)
  const primary = parseHex(theme.primary)
  const onBackground = useStyleValue(() => getContrast(primary, readColor('background')))
  const set = (change: Partial<Theme>) => setTheme((last) => ({ ...last, ...change }))
  const select = (field: 'typeface' | 'density', label: string, options: Record<string, string>) => (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={`${id}${field}`}>{label}</Label>
      <NativeSelect id={`${id}${field}`} value={theme[field]} onChange={({ target }) => set({ [field]: target.value })}>
        {Object.keys(options).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </NativeSelect>
    </div>
  )
  return (
    <div className="flex h-dvh flex-col lg:flex-row">
      <aside aria-label="Theme" className="flex shrink-0 flex-col gap-4 overflow-y-auto border-e bg-card p-4 text-sm lg:w-72">
        <h2 className="text-base font-semibold">Theme playground</h2>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}primary`}>Primary colour</Label>
          <input id={`${id}primary`} type="color" value={theme.primary} onChange={({ target }) => set({ primary: target.value })} className="h-9 w-full rounded-md border bg-background p-1" />
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}radius`}>Radius: {theme.radius} px</Label>
          <input id={`${id}radius`} type="range" min={0} max={20} value={theme.radius} onChange={({ target }) => set({ radius: Number(target.value) })} className="accent-primary" />
        </div>
        {select('typeface', 'Typeface', typefaces)}
        {select('density', 'Density', densities)}
        <ul aria-label="Contrast" className="flex flex-col gap-1 text-xs tabular-nums">
          <Contrast label="Text on primary" ratio={getContrast(primary, parseHex(tokens['--primary-foreground']!))} />
          <Contrast label="Primary on background" ratio={onBackground} />
        </ul>
        <div className="flex items-start gap-1 rounded-md bg-muted p-2">
          <pre data-testid="css" className="min-w-0 flex-1 text-xs whitespace-pre-wrap wrap-anywhere">{toCss(tokens)}</pre>
          <CopyButton text={toCss(tokens)} label="Copy CSS" />
        </div>
      </aside>
      <SupportInbox className="min-h-0 min-w-0 flex-1" />
    </div>
  )
}

const meta = preview.meta({
  title: 'Foundations/Theme playground',
  component: Playground,
  tags: ['!autodocs'],
  parameters: { a11y: wholePage, intercom: { workspace: buildDemoWorkspace } },
})

export const Default = meta.story({
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByLabelText('Density'), 'Compact')
    await expect(canvas.getByTestId('css')).toHaveTextContent('--spacing: 0.21875rem')
    await expect(document.documentElement.style.getPropertyValue('--spacing')).toBe('0.21875rem')
    await userEvent.selectOptions(canvas.getByLabelText('Density'), 'Default')
    await waitFor(() => expect(document.documentElement.style.getPropertyValue('--spacing')).toBe(''))
    await expect(canvas.getByRole('list', { name: 'Contrast' }).querySelectorAll('[data-passes="true"]')).toHaveLength(2)
  },
})
