import { LoaderCircle } from 'lucide-react'
import preview from '../../.storybook/preview'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { FoundationPage, FoundationSection } from './page.tsx'

function Motion() {
  return (
    <FoundationPage
      title="Motion"
      lead="Motion says what goes on or where something came from, and nothing else. Whoever asks the system for less gets none: each of these has a counterpart under prefers-reduced-motion, and the tests hold it."
    >
      <FoundationSection title="Something is on its way">
        <div className="flex max-w-sm items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-3 w-full" />
          </div>
        </div>
        <p className="text-sm text-muted-foreground">
          A skeleton has the shape of what comes, so that nothing jumps. It breathes; with less motion it stands still.
        </p>
      </FoundationSection>
      <FoundationSection title="Something that you began goes on">
        <Button disabled className="w-fit">
          <LoaderCircle aria-hidden="true" className="animate-spin motion-reduce:animate-none" />
          Saving
        </Button>
        <p className="text-sm text-muted-foreground">A wheel in the button that was pressed, beside a word that says it, too.</p>
      </FoundationSection>
      <FoundationSection title="Under the pointer">
        <Button variant="outline" className="w-fit">
          Point at me
        </Button>
        <p className="text-sm text-muted-foreground">Colours change within 150 milliseconds. Nothing grows, and nothing moves away.</p>
      </FoundationSection>
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/Motion', component: Motion })

export const Default = meta.story()
