'use client'

import { LockKeyhole, Reply } from 'lucide-react'
import * as React from 'react'
import type { MessageMode } from 'intercom-v0-kit/inbox'
import type { messageComposerMessages, Translate } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const modes = [
  { mode: 'reply', icon: Reply },
  { mode: 'note', icon: LockKeyhole },
] as const

/** Props of {@link ComposerMode}. */
interface ComposerModeProps extends React.ComponentProps<'fieldset'> {
  /** What is written now. */
  mode: MessageMode
  /** Asks for the other. */
  onModeChange: (mode: MessageMode) => void
  /** The composer's words. */
  t: Translate<typeof messageComposerMessages>
}

/** A reply or a note: radio buttons, each with its icon and its word. */
function ComposerMode({ mode: current, onModeChange, t, className, ...props }: ComposerModeProps) {
  const name = React.useId()
  return (
    <fieldset data-slot="composer-mode" className={cn('flex shrink-0 gap-0.5', className)} {...props}>
      <legend className="sr-only">{t('mode')}</legend>
      {modes.map(({ mode, icon: Icon }) => (
        <label
          key={mode}
          data-state={mode === current ? 'checked' : 'unchecked'}
          className={cn(
            'relative flex h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-xs font-medium text-muted-foreground',
            'hover:text-foreground pointer-coarse:h-10 has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40',
            'has-focus-visible:outline-2 has-focus-visible:outline-ring',
            mode === current && 'border-border bg-background text-foreground shadow-xs forced-colors:forced-color-adjust-none',
            mode === current && 'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
            mode === current && mode === 'note' && 'text-status-note hover:text-status-note',
          )}
        >
          <input
            type="radio"
            name={name}
            value={mode}
            checked={mode === current}
            onChange={() => onModeChange(mode)}
            className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
          />
          <Icon aria-hidden="true" className={cn('size-3.5 shrink-0', mode === 'reply' && 'rtl:-scale-x-100')} />
          {t(mode)}
        </label>
      ))}
    </fieldset>
  )
}

export { ComposerMode, type ComposerModeProps }
