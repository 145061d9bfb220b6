import { LoaderCircle } from 'lucide-react'
import preview from '../../.storybook/preview'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { FoundationPage, FoundationSection } from './page.tsx'
import { durations } from './surfaces.ts'

function Motion() {
  return (
    <FoundationPage
      title="Motion"
      lead="Motion shows progress and cause, and nothing else. With reduced motion there is none: each animation has a still counterpart under prefers-reduced-motion, which the tests check."
    >
      <FoundationSection title="Loading">
        <div className="flex max-w-sm items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-3 w-full" />
          </div>
        </div>
        <p className="text-sm text-muted-foreground">
          A skeleton has the shape of the content, so that nothing shifts when it loads. It pulses, and stays still with reduced motion.
        </p>
      </FoundationSection>
      <FoundationSection title="Saving">
        <Button disabled className="w-fit">
          <LoaderCircle aria-hidden="true" className="animate-spin motion-reduce:animate-none" />
          Saving
        </Button>
        <p className="text-sm text-muted-foreground">A spinner in the pressed button, next to a label that says the same.</p>
      </FoundationSection>
      <FoundationSection title="Leaving">
        <p className="text-sm text-muted-foreground">
          A closed conversation leaves its row, and the rows below close the gap within 150 milliseconds. A swiped row follows the
          finger and returns if it was not swiped far enough.
        </p>
      </FoundationSection>
      <FoundationSection title="Arriving">
        <p className="text-sm text-muted-foreground">Toasts, dialogs, popovers and sheets fade in within 200 milliseconds. Focus moves at once.</p>
      </FoundationSection>
      <FoundationSection title="Durations">
        <ul className="flex flex-col gap-1 text-sm">
          {durations.map(({ name, use }) => (
            <li key={name} className="flex flex-wrap gap-x-4">
              <span className="w-40 font-mono text-xs leading-5">{name}</span>
              {use}
            </li>
          ))}
        </ul>
      </FoundationSection>
      <FoundationSection title="Hover">
        <Button variant="outline" className="w-fit">
          Hover over me
        </Button>
        <p className="text-sm text-muted-foreground">Colours change within 150 milliseconds. Nothing grows or moves.</p>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Motion', component: Motion })

export const Default = meta.story()
