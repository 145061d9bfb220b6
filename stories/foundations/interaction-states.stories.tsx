import { LoaderCircle } from 'lucide-react'
// Loaded here only: it rewrites the stylesheets of every story it is active in.
import { decorators } from 'storybook-addon-pseudo-states/preview'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { Switch } from '@/components/ui/switch'
import { Tabs, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { Textarea } from '@/components/ui/textarea'
import { alsoIn } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { FoundationPage } from './page.tsx'

const states = ['Default', 'Hover', 'Active', 'Focus', 'Disabled', 'Loading', 'Selected'] as const
type State = (typeof states)[number]

interface Control {
  name: string
  /** `label` is for controls without text. */
  render: (props: { disabled: boolean; 'data-sheet': State }, label: string) => React.ReactNode
  loading?: () => React.ReactNode
  selected?: (label: string) => React.ReactNode
}

const variants = ['default', 'secondary', 'outline', 'ghost', 'destructive', 'link'] as const

function Tab({ disabled, sheet, isSelected }: { disabled?: boolean; sheet?: State; isSelected?: boolean }) {
  return (
    <Tabs defaultValue={isSelected ? 'open' : 'closed'}>
      <TabsList aria-label={`Tabs, ${sheet ?? 'Selected'}`}>
        <TabsTrigger value="open" aria-controls={undefined} disabled={disabled} data-sheet={sheet}>Open</TabsTrigger>
      </TabsList>
    </Tabs>
  )
}

const controls: Control[] = [
  ...variants.map((variant): Control => ({
    name: `Button, ${variant}`,
    render: (props) => <Button variant={variant} {...props}>Close</Button>,
    loading: () => (
      <Button variant={variant} aria-busy="true" aria-disabled="true">
        <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" />
        Close
      </Button>
    ),
  })),
  { name: 'Input', render: (props, label) => <Input placeholder="Search" className="w-28" aria-label={label} {...props} /> },
  { name: 'Textarea', render: (props, label) => <Textarea placeholder="Write a reply" className="h-16 w-28" aria-label={label} {...props} /> },
  {
    name: 'Select',
    render: (props, label) => (
      <NativeSelect aria-label={label} {...props}>
        <option>Newest</option>
      </NativeSelect>
    ),
  },
  {
    name: 'Switch',
    render: (props, label) => <Switch aria-label={label} {...props} />,
    selected: (label) => <Switch aria-label={label} defaultChecked />,
  },
  {
    name: 'Tab',
    render: ({ disabled, 'data-sheet': sheet }) => <Tab disabled={disabled} sheet={sheet} />,
    selected: () => <Tab isSelected />,
  },
]

function renderState({ name, render, loading, selected }: Control, state: State): React.ReactNode {
  const label = `${name}, ${state}`
  if (state === 'Loading') return loading?.()
  if (state === 'Selected') return selected?.(label)
  return render({ disabled: state === 'Disabled', 'data-sheet': state }, label)
}

function InteractionStates() {
  return (
    <FoundationPage isWide title="Interaction states" lead="Every control of shadcn/ui that the kit uses, in every state. An empty cell means that the control has no such state.">
      <div className="overflow-x-auto">
        <table className="w-full text-start text-sm">
          <thead>
            <tr>
              {['Control', ...states].map((title) => (
                <th key={title} scope="col" className="p-2 text-start text-xs font-medium text-muted-foreground">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {controls.map((control) => (
              <tr key={control.name} className="border-t">
                <th scope="row" className="p-2 text-start text-xs font-medium whitespace-nowrap">{control.name}</th>
                {states.map((state) => (
                  <td key={state} className="p-2">{renderState(control, state)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FoundationPage>
  )
}

const meta = preview.meta({
  title: 'Foundations/Interaction states',
  component: InteractionStates,
  decorators: decorators as Parameters<typeof preview.meta>[0]['decorators'],
  parameters: {
    pseudo: { hover: ['[data-sheet="Hover"]'], active: ['[data-sheet="Active"]'], focusVisible: ['[data-sheet="Focus"]'] },
  },
})

export const Default = meta.story({ parameters: alsoIn('touch') })

export const Dark = meta.story({ globals: { theme: 'dark' } })
