import * as React from 'react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview'
import { useStyleValue } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'
import { sizes } from './surfaces.ts'

const weights = [
  { name: 'font-normal', className: 'font-normal', use: 'body text' },
  { name: 'font-medium', className: 'font-medium', use: 'names, buttons' },
  { name: 'font-semibold', className: 'font-semibold', use: 'titles, unread rows' },
]

const scripts = [
  { lang: 'en', text: 'The tide tables of the North Sea, 1,284 of them' },
  { lang: 'de', text: 'Die Gezeitentafeln der Nordsee: 1.284 Größenänderungen' },
  { lang: 'ar', text: 'جداول المد والجزر في بحر الشمال، ١٬٢٨٤ جدولًا' },
  { lang: 'ja', text: '北海の潮汐表、全部で1,284件' },
  { lang: 'el', text: 'Οι πίνακες παλίρροιας της Βόρειας Θάλασσας' },
]

function Size({ name, use }: (typeof sizes)[number]) {
  const ref = React.useRef<HTMLSpanElement>(null)
  const value = useStyleValue(() => {
    if (!ref.current) return ''
    const { fontSize, lineHeight } = getComputedStyle(ref.current)
    return `${fontSize} / ${lineHeight}`
  })
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b py-2">
      <span className="w-full shrink-0 font-mono text-xs text-muted-foreground sm:w-52">
        {name} <span data-testid={name}>{value}</span>
      </span>
      <span ref={ref} className={name}>We reply within an hour</span>
      <span className="text-xs text-muted-foreground">{use}</span>
    </li>
  )
}

function Type() {
  return (
    <FoundationPage
      title="Type"
      lead="Uses your app's font, which is Geist in this Storybook. Nearly all text has one of two sizes, and weight carries the hierarchy."
    >
      <FoundationSection title="Sizes">
        <ul>{sizes.map((size) => <Size key={size.name} {...size} />)}</ul>
      </FoundationSection>
      <FoundationSection title="Weights">
        <ul className="flex flex-wrap gap-6 text-sm">
          {weights.map(({ name, className, use }) => (
            <li key={name} className="flex flex-col">
              <span className={className}>{name}</span>
              <span className="text-xs text-muted-foreground">{use}</span>
            </li>
          ))}
        </ul>
      </FoundationSection>
      <FoundationSection title="Tabular numbers">
        <p className="text-sm text-muted-foreground">Times and counts use tabular-nums, so that their digits align.</p>
        <p className="w-fit text-end text-sm tabular-nums">
          11:11
          <br />
          20:48
        </p>
      </FoundationSection>
      <FoundationSection title="Scripts">
        <ul className="flex flex-col gap-2 text-sm">
          {scripts.map(({ lang, text }) => (
            <li key={lang} lang={lang} dir="auto" className="rounded-md bg-muted px-3 py-2">
              {text}
            </li>
          ))}
        </ul>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Type', component: Type })

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByTestId('text-sm')).toHaveTextContent('14px / 20px')
    await expect(canvas.getByTestId('text-xs')).toHaveTextContent('12px / 16px')
  },
})
