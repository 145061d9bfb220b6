import { Heading } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import type { Guide } from './guides.ts'
import { getStoryUrl } from './story-link.tsx'

interface Marker {
  slot: string
  left: number
  top: number
}

/** Milliseconds between two looks at a story that is still rendering. */
const PAUSE = 500

/** Pixels that a marker takes. */
const SIZE = 22

/** Finds the first visible element of each part in the frame of a story. */
function findMarkers(frame: HTMLIFrameElement, parts: Guide['parts']): Marker[] {
  const page = frame.contentDocument
  if (!page) return []
  const markers: Marker[] = []
  for (const [slot] of parts) {
    const box = [...page.querySelectorAll(`[data-slot="${slot}"]`)].map((element) => element.getBoundingClientRect()).find(({ width }) => width > 1)
    if (!box || box.top >= frame.clientHeight) continue
    const top = Math.max(box.top - 10, 2)
    let left = Math.max(box.left - 12, 2)
    // Parts that begin at one place have their markers side by side.
    while (markers.some((other) => Math.abs(other.left - left) < SIZE && Math.abs(other.top - top) < SIZE)) left += SIZE
    markers.push({ slot, left, top })
  }
  return markers
}

interface AnatomyProps {
  /** Id of the story to show. */
  storyId: string
  parts: Guide['parts']
}

/** Numbered parts of a component, marked in a picture of its first story. */
export function Anatomy({ storyId, parts }: AnatomyProps) {
  const frameRef = React.useRef<HTMLIFrameElement>(null)
  const [markers, setMarkers] = React.useState<Marker[]>([])
  React.useEffect(() => {
    const timer = setInterval(() => {
      if (!frameRef.current) return
      const found = findMarkers(frameRef.current, parts)
      setMarkers((last) => (JSON.stringify(last) === JSON.stringify(found) ? last : found))
    }, PAUSE)
    return () => clearInterval(timer)
  }, [parts])
  const number = (slot: string) => parts.findIndex(([name]) => name === slot) + 1
  return (
    <section data-slot="anatomy">
      <Heading>Anatomy</Heading>
      <div dir="ltr" className="relative overflow-hidden rounded-md border">
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a story of this Storybook, whose elements are measured */}
        <iframe
          ref={frameRef}
          id={`iframe--anatomy-${storyId}`}
          title="Picture of the parts"
          loading="lazy"
          inert
          src={getStoryUrl(storyId)}
          className="pointer-events-none h-[560px] w-full"
        />
        {markers.map(({ slot, left, top }) => (
          <span
            key={slot}
            aria-hidden="true"
            className="absolute flex size-5 items-center justify-center rounded-full bg-foreground text-xs font-semibold text-background tabular-nums shadow-md ring-2 ring-background"
            style={{ insetInlineStart: left, insetBlockStart: top }}
          >
            {number(slot)}
          </span>
        ))}
      </div>
      <ol>
        {parts.map(([slot, description]) => (
          <li key={slot}>
            <code>{slot}</code> {description}
          </li>
        ))}
      </ol>
    </section>
  )
}
