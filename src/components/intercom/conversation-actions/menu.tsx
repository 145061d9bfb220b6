'use client'

import { Ellipsis } from 'lucide-react'
import * as React from 'react'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

/** An item of a {@link ConversationMenu}. */
interface ConversationMenuItem {
  id: string
  label: string
  icon: React.ReactNode
  /** Called with the element that gets the focus afterwards. */
  onSelect: (opener: HTMLElement | null) => void
}

/** Props of {@link ConversationMenu}. */
interface ConversationMenuProps {
  /** Accessible name of the button. */
  label: string
  /** Items in display order. */
  items: readonly ConversationMenuItem[]
}

/** A button with three dots and its menu, open at first. Loads on first use: a menu weighs more than the whole header. */
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
