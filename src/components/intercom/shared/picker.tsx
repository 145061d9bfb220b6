'use client'

import { useCommandState } from 'cmdk'
import { Check, X } from 'lucide-react'
import * as React from 'react'
import { FocusReturn, matchesQuery, useMediaQuery } from 'intercom-v0-kit/inbox'
import { findListStrings, useStrings } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Command, CommandInput, CommandItem, CommandList } from '@/components/ui/command'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Sheet, SheetContent, SheetDescription, SheetTitle } from '@/components/ui/sheet'

interface PickerProps {
  open: boolean
  onClose: () => void
  /** Element to open at. Default: the top of the window. */
  anchor?: React.RefObject<Element | null> | undefined
  /** Called to return the focus after closing, unless the user has focused another element. */
  onFocusReturn?: (() => void) | undefined
}

interface PickerPanelProps extends PickerProps {
  title: string
  description: string
  closeLabel: string
  children: React.ReactNode
}

function Picker({ open, onClose, anchor, onFocusReturn, title, description, closeLabel, children }: PickerPanelProps) {
  const isSheet = useMediaQuery('(max-width: 39.99rem)')
  const id = React.useId()
  const onOpenChange = (isOpen: boolean) => (isOpen ? undefined : onClose())
  const [Title, Description] = isSheet ? [SheetTitle, SheetDescription] : (['h2', 'p'] as const)

  const content = (
    <>
      <FocusReturn
        onReturn={() => {
          if (document.activeElement === document.body) onFocusReturn?.()
        }}
      />
      <div data-slot="picker-header" className="shrink-0 py-3 ps-3 pe-11">
        <Title {...(!isSheet && { id: `${id}title` })} className="text-sm/5 font-semibold">
          {title}
        </Title>
        <Description {...(!isSheet && { id: `${id}text` })} className="text-xs text-muted-foreground">
          {description}
        </Description>
      </div>
      {children}
      {/* Last in tab order, so that the content gets the focus first. */}
      <Button
        type="button"
        variant="ghost"
        size="icon-sm"
        aria-label={closeLabel}
        onClick={onClose}
        className="absolute end-2 top-2 size-7 text-muted-foreground pointer-coarse:end-1 pointer-coarse:top-1 pointer-coarse:size-10"
      >
        <X aria-hidden="true" />
      </Button>
    </>
  )

  if (isSheet) {
    return (
      <Sheet open={open} onOpenChange={onOpenChange}>
        <SheetContent side="bottom" showCloseButton={false} className="max-h-[85dvh] rounded-t-xl pb-[env(safe-area-inset-bottom)]">
          {content}
        </SheetContent>
      </Sheet>
    )
  }
  return (
    // Modal, because a menu that opened the panel would return the focus to its button.
    <Popover modal open={open} onOpenChange={onOpenChange}>
      {/* Positioned over the anchor, which is elsewhere in the tree. */}
      <PopoverTrigger
        ref={(element) => {
          if (element) placeOver(element, anchor?.current)
        }}
        tabIndex={-1}
        aria-hidden="true"
        className="pointer-events-none invisible fixed"
      />
      <PopoverContent aria-labelledby={`${id}title`} aria-describedby={`${id}text`} align="end" className="w-80 p-0">
        {content}
      </PopoverContent>
    </Popover>
  )
}

function placeOver(element: HTMLElement, anchor: Element | null | undefined): void {
  const isShown = anchor && anchor.getClientRects().length > 0
  const { x, y, width, height } = isShown ? anchor.getBoundingClientRect() : new DOMRect(innerWidth / 2 - 160, innerHeight / 8, 320, 0)
  Object.assign(element.style, { translate: '0 0', inlineSize: `${width}px`, blockSize: `${height}px` })
  const own = element.getBoundingClientRect()
  element.style.translate = `${x - own.x}px ${y - own.y}px`
}

interface PickerListProps {
  label: string
  placeholder: string
  isMultiple?: boolean | undefined
  /** Query and its handlers, if the parent filters the items. */
  search?: PickerSearch | undefined
  /** Status to show instead of the number of matches. */
  note?: string | undefined
  footer?: React.ReactNode
  children: React.ReactNode
}

interface PickerSearch {
  query: string
  onQueryChange: (query: string) => void
  onKeyDown?: React.KeyboardEventHandler<HTMLInputElement> | undefined
}

/** Filters items by their keywords, ignoring case and accents. */
function PickerList({ label, placeholder, isMultiple = false, search, note, footer, children }: PickerListProps) {
  const inputRef = React.useRef<HTMLInputElement>(null)
  React.useEffect(() => {
    // Radix selects the text of the field that it focuses, so that typing would replace the query.
    const frame = requestAnimationFrame(() => {
      const end = inputRef.current?.value.length ?? 0
      inputRef.current?.setSelectionRange(end, end)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Command
      data-slot="picker-list"
      label={label}
      loop
      shouldFilter={!search}
      filter={(_value, query, keywords) => Number(matchesQuery(keywords?.join(' ') ?? '', query))}
      className="rounded-none border-t"
    >
      <CommandInput
        ref={inputRef}
        placeholder={placeholder}
        enterKeyHint="done"
        {...(search && { value: search.query, onValueChange: search.onQueryChange, onKeyDown: search.onKeyDown, maxLength: 200 })}
      />
      <CommandList label={label} aria-multiselectable={isMultiple || undefined}>
        {children}
      </CommandList>
      <PickerStatus note={note} />
      {footer}
    </Command>
  )
}

function PickerStatus({ note }: { note: string | undefined }) {
  const t = useStrings('findList', findListStrings)
  const query = useCommandState(({ search }) => search)
  const count = useCommandState(({ filtered }) => filtered.count)
  const ref = React.useRef<HTMLParagraphElement>(null)
  // Renders again when the active item changes.
  useCommandState(({ value, selectedItemId }) => `${value} ${selectedItemId}`)
  // cmdk 1.1 sets `aria-activedescendant` too early: it is empty at first, and out of date after typing or without items.
  React.useEffect(() => {
    const root = ref.current?.closest('[cmdk-root]')
    const item = root?.querySelector('[cmdk-item][aria-selected=true]')
    const input = root?.querySelector('[cmdk-input]')
    if (item) input?.setAttribute('aria-activedescendant', item.id)
    else input?.removeAttribute('aria-activedescendant')
  })
  return (
    <p ref={ref} role="status" className={!note && (count > 0 || !query) ? 'sr-only' : 'px-3 py-3 text-sm text-muted-foreground'}>
      {note ?? (query ? t(count > 0 ? 'found' : 'nothing', { count, query }) : null)}
    </p>
  )
}

interface PickerItemProps extends Omit<React.ComponentProps<typeof CommandItem>, 'value'> {
  /** Unique in the list. */
  value: string
  label: string
  hint?: React.ReactNode
  /** `undefined` if the item can't be checked. */
  isChecked?: boolean | undefined
}

function PickerItem({ label, hint, isChecked, keywords = [], children, ...props }: PickerItemProps) {
  return (
    <CommandItem
      keywords={[label, ...keywords]}
      aria-checked={isChecked}
      // Keep the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      {...props}
    >
      {children}
      <PlainText text={label} max={120} className="min-w-0 truncate" />
      {hint ? <span className="min-w-0 flex-1 truncate text-xs text-muted-foreground [unicode-bidi:plaintext]">{hint}</span> : null}
      {isChecked ? <Check aria-hidden="true" className="ms-auto" /> : null}
    </CommandItem>
  )
}

export { Picker, PickerItem, PickerList, type PickerProps }
