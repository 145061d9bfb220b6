'use client'

import * as React from 'react'
import { IconButton, type IconButtonProps } from '@/components/intercom/shared/icon-button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

/** An item of an {@link ActionMenu}. */
interface ActionMenuItem {
  id: string
  label: string
  icon: React.ReactNode
  /** Called with the element that gets the focus afterwards. */
  onSelect: (opener: HTMLElement | null) => void
}

/** Props of {@link ActionMenu}. */
interface ActionMenuProps {
  /** Items in display order. */
  items: readonly ActionMenuItem[]
  button: IconButtonProps
}

/** A button and its menu, open at first. Loads on first use, since a menu weighs more than the parts around it. */
function ActionMenu({ items, button }: ActionMenuProps) {
  const triggerRef = React.useRef<HTMLButtonElement>(null)
  return (
    <DropdownMenu modal={false} defaultOpen>
      <DropdownMenuTrigger ref={triggerRef} asChild>
        <IconButton {...button} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {items.map(({ id, label, icon, onSelect }) => (
          <DropdownMenuItem key={id} onClick={() => onSelect(triggerRef.current)}>
            {icon}
            {label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

export { ActionMenu, type ActionMenuItem }
