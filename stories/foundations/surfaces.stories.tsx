import * as React from 'react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { useStyleValue } from './measure.ts'
import { FoundationPage } from './page.tsx'
import { layers, radii, shadows } from './surfaces.ts'

interface SampleProps {
  name: string
  use: string
  className: string
  /** Property of the sample whose value is shown. */
  property?: 'borderTopLeftRadius' | 'zIndex'
  children?: React.ReactNode
}

/** A surface with the class that makes it, and its value in the page's styles. */
function Sample({ name, use, className, property, children }: SampleProps) {
  const ref = React.useRef<HTMLSpanElement>(null)
  const value = useStyleValue(() => (ref.current && property ? getComputedStyle(ref.current)[property] : ''))
  return (
    <li className="flex flex-col gap-2 text-xs">
      <span ref={ref} className={`${className} ${name}`}>
        {children}
      </span>
      <span className="font-mono">
        {name} <span data-testid={name}>{value}</span>
      </span>
      <span className="text-muted-foreground">{use}</span>
    </li>
  )
}

function RadiusPage() {
  return (
    <FoundationPage title="Radius" lead="Corners follow your theme's --radius: set it once. The smaller the part, the smaller its radius.">
      <ul className="grid grid-cols-2 gap-6 sm:grid-cols-3">
        {radii.map((each) => (
          <Sample key={each.name} {...each} property="borderTopLeftRadius" className="size-20 border-2 border-primary bg-muted" />
        ))}
      </ul>
    </FoundationPage>
  )
}

function ElevationPage() {
  return (
    <FoundationPage
      title="Elevation"
      lead="A shadow says how far a part is above the page. Rows and cards have none: a border or another surface separates them. Parts with a shadow have a border too, which stays in forced colours."
    >
      <ul className="grid grid-cols-2 gap-6 sm:grid-cols-4">
        {shadows.map((each) => (
          <Sample key={each.name} {...each} className="h-20 rounded-lg border bg-popover" />
        ))}
      </ul>
    </FoundationPage>
  )
}

function LayersPage() {
  return (
    <FoundationPage
      title="Layers"
      lead="Three layers are enough: of two parts on a layer, the one that opened last is on top."
    >
      <ul className="isolate flex flex-col">
        {layers.map((each, index) => (
          <Sample
            key={each.name}
            {...each}
            property="zIndex"
            className="relative flex h-16 w-64 items-center rounded-lg border bg-popover px-3 font-mono shadow-md"
          >
            {index + 1}
          </Sample>
        ))}
      </ul>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Surfaces', component: RadiusPage })

export const Radius = meta.story({
  play: async ({ canvas }) => {
    for (const [name, pixels] of Object.entries({ 'rounded-sm': 6, 'rounded-md': 8, 'rounded-lg': 10, 'rounded-xl': 14 })) {
      await expect(await canvas.findByTestId(name)).toHaveTextContent(`${pixels}px`)
    }
  },
})

export const Elevation = meta.story({ render: () => <ElevationPage /> })

export const Layers = meta.story({
  render: () => <LayersPage />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByTestId('z-50')).toHaveTextContent('50')
  },
})
