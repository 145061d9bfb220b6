'use client'

import { Ellipsis } from 'lucide-react'
import * as React from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

/** Something in a {@link ConversationMenu}. */
interface ConversationMenuItem {
  /** Unlike every other's. */
  id: string
  /** What it says. */
  label: string
  /** A picture before it; nobody needs it. */
  icon: React.ReactNode
  /** Does it; `opener` is what has the focus afterwards. */
  onSelect: (opener: HTMLElement | null) => void
}

/** Props of {@link ConversationMenu}. */
interface ConversationMenuProps {
  /** What the button is called. */
  label: string
  /** What there is to do. */
  items: readonly ConversationMenuItem[]
  /** Whether it is open at first, and has the focus. */
  defaultOpen?: boolean
}

/** A button with three dots, and what is behind it. It comes when it is wanted: a menu weighs more than the whole header. */
function ConversationMenu({ label, items, defaultOpen }: ConversationMenuProps) {
  const triggerRef = React.useRef<HTMLButtonElement>(null)
  return (
    <DropdownMenu modal={false} defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>
        <Button type="button" ref={triggerRef} variant="ghost" size="icon-sm" aria-label={label} title={label} className="pointer-coarse:size-10">
          <Ellipsis aria-hidden="true" />
        </Button>
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

export { ConversationMenu, type ConversationMenuItem, type ConversationMenuProps }
