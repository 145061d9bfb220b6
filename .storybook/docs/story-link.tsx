import * as React from 'react'
import { NAVIGATE_URL } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'

interface StoryLinkProps extends Omit<React.ComponentProps<'a'>, 'href' | 'target' | 'onClick'> {
  /** Id of the story. */
  id: string
}

/** Link to a story. It navigates like the sidebar, without loading Storybook again. */
export function StoryLink({ id, children, ...props }: StoryLinkProps) {
  const path = `?path=/story/${id}`
  const handleClick = (event: React.MouseEvent) => {
    // Without the sidebar around it, and for a new tab, the link loads Storybook.
    if (window.parent === window || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    addons.getChannel().emit(NAVIGATE_URL, path)
  }
  return (
    <a href={`./${path}`} target="_top" onClick={handleClick} {...props}>
      {children}
    </a>
  )
}

/** Returns the address of a story's frame in a docs page, in the theme of the page. */
export const getStoryUrl = (id: string): string => `${String(Reflect.get(globalThis, 'PREVIEW_URL'))}&viewMode=story&id=${id}`
