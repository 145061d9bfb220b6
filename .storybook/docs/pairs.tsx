import * as React from 'react'
import { getStoryUrl } from './story-link.tsx'

/** Embeds a pair of a right and a wrong use, as high as its content. */
function PairFrame({ id }: { id: string }) {
  const [height, setHeight] = React.useState(240)
  const observer = React.useRef<ResizeObserver>(undefined)
  React.useEffect(() => () => observer.current?.disconnect(), [])
  const observe = ({ currentTarget }: React.SyntheticEvent<HTMLIFrameElement>) => {
    const root = currentTarget.contentDocument?.getElementById('storybook-root')
    if (!root) return
    observer.current?.disconnect()
    observer.current = new ResizeObserver(() => setHeight((last) => root.offsetHeight || last))
    observer.current.observe(root)
  }
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- a story of this Storybook, whose height is measured
    <iframe id={`iframe--${id}`} title="Right and wrong use" loading="lazy" src={getStoryUrl(id)} onLoad={observe} className="w-full" style={{ height }} />
  )
}

/** Right and wrong uses of a component, as live stories. */
export function Pairs({ ids }: { ids: readonly string[] }) {
  return (
    <section data-slot="pairs" className="mt-4 flex flex-col gap-4">
      {ids.map((id) => (
        <PairFrame key={id} id={id} />
      ))}
    </section>
  )
}
