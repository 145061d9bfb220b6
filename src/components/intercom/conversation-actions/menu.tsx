'use client'

import { Ellipsis } from 'lucide-react'
import * as React from 'react'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

interface ConversationMenuItem {
  id: string
  label: string
  icon: React.ReactNode
  /** Called with the menu button, to return the focus to it. */
  onSelect: (opener: HTMLElement | null) => void
}

interface ConversationMenuProps {
  label: string
  items: readonly ConversationMenuItem[]
}

/** Menu that is open when it mounts: it loads on the first click, because a menu is larger than the whole header. */
function ConversationMenu({ label, items }: ConversationMenuProps) {
  const triggerRef = React.useRef<HTMLButtonElement>(null)
  return (
    <DropdownMenu modal={false} defaultOpen>
      <DropdownMenuTrigger asChild>
        <IconButton ref={triggerRef} label={label}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {items.map(({ id, label: text, icon, onSelect }) => (
          <DropdownMenuItem key={id} onClick={() => onSelect(triggerRef.current)}>
            {icon}
            {text}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

export { ConversationMenu, type ConversationMenuItem }
