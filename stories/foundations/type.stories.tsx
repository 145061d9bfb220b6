import preview from '../../.storybook/preview'
import { useStyleValue } from './measure.ts'
import { FoundationPage, FoundationSection } from './page.tsx'

const sizes = [
  { name: 'text-2xl', className: 'text-2xl', use: 'a figure' },
  { name: 'text-xl', className: 'text-xl', use: 'the title of a page' },
  { name: 'text-lg', className: 'text-lg', use: 'the name of a plan, the initials of a large face' },
  { name: 'text-base', className: 'text-base', use: 'the title of a section; what is typed on a phone' },
  { name: 'text-sm', className: 'text-sm', use: 'body text' },
  { name: 'text-xs', className: 'text-xs', use: 'secondary text: times, labels, badges' },
]

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

function Size({ name, className, use }: (typeof sizes)[number]) {
  const token = name.replace('text-', '--text-')
  const value = useStyleValue(() => getComputedStyle(document.documentElement).getPropertyValue(token))
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b py-2">
      <span className="w-full shrink-0 font-mono text-xs text-muted-foreground sm:w-40">
        {name} {value}
      </span>
      <span className={className}>We answer within the hour</span>
      <span className="text-xs text-muted-foreground">{use}</span>
    </li>
  )
}

function Type() {
  return (
    <FoundationPage
      title="Type"
      lead="Geist in this Storybook, the app's own face where the kit is copied: nothing names a family. Two sizes carry nearly all of it, and weight says more than size does."
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
      <FoundationSection title="Figures">
        <p className="text-sm text-muted-foreground">Times and counts stand under each other: tabular-nums.</p>
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

export const Default = meta.story()
