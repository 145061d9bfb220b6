'use client'

import { ChevronUp, Stethoscope } from 'lucide-react'
import type * as React from 'react'
import { type FoundTrouble, messengerTroubles, useMessengerTroubles } from 'intercom-v0-kit/messenger'
import { intercomDoctorStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

interface IntercomDoctorPanelProps extends React.ComponentProps<'section'>, StringsProps {
  /** Whether the list is initially open. @default false */
  defaultOpen?: boolean
}

interface IntercomDoctorViewProps extends IntercomDoctorPanelProps {
  /** Problems to list. An empty list renders nothing. */
  troubles: readonly FoundTrouble[]
  /** Called when the user clears the list. Without it, there is no Clear button. */
  onClear?: (() => void) | undefined
}

function IntercomDoctorPanel(props: IntercomDoctorPanelProps) {
  const { troubles, clear, serverProps } = useMessengerTroubles()
  return (
    <>
      <span {...serverProps} />
      <IntercomDoctorView {...props} troubles={troubles} onClear={clear} />
    </>
  )
}

function IntercomDoctorView({
  troubles, defaultOpen = false, onClear, strings, className, ...props
}: IntercomDoctorViewProps) {
  const t = useStrings('intercomDoctor', intercomDoctorStrings, strings)
  if (troubles.length === 0) return null
  return (
    <section
      aria-label={t('region')}
      data-slot="intercom-doctor"
      className={cn('fixed start-4 bottom-4 z-50 max-w-[min(26rem,calc(100vw-2rem))] text-sm print:hidden', className)}
      {...props}
    >
      <details
        open={defaultOpen}
        className="group/doctor overflow-hidden rounded-lg border bg-popover text-popover-foreground shadow-md"
      >
        <summary className="flex h-9 list-none items-center gap-2 rounded-[calc(var(--radius)-1px)] px-3 font-medium -outline-offset-2 group-open/doctor:rounded-b-none focus-visible:outline-2 hover:bg-accent focus-visible:outline-ring [&::-webkit-details-marker]:hidden">
          <Stethoscope aria-hidden="true" className="size-4 shrink-0 text-status-waiting" />
          <span role="status" className="truncate">
            {t('summary', { count: troubles.length })}
          </span>
          <ChevronUp
            aria-hidden="true"
            className="ms-auto size-4 shrink-0 text-muted-foreground group-open/doctor:rotate-180"
          />
        </summary>
        <div className="max-h-[min(28rem,60dvh)] overflow-y-auto border-t">
          <ul className="divide-y">
            {troubles.map(({ code, problem, cure }) => (
              <li key={`${code} ${problem}`} data-code={code} className="flex flex-col gap-1 px-3 py-2.5 wrap-anywhere">
                <p className="font-medium">
                  <bdi>{messengerTroubles[code].name}</bdi>
                </p>
                <p className="text-muted-foreground">
                  <bdi>{problem}</bdi>
                </p>
                <p>
                  <span className="font-medium">{t('cure')}</span> <bdi>{cure}</bdi>
                </p>
              </li>
            ))}
          </ul>
          {/* Inside the scrolling box, so that the keyboard can scroll it from the button. */}
          <p className="sticky bottom-0 flex min-h-9 items-center justify-between gap-2 border-t bg-popover py-0.5 ps-3 pe-1.5 text-xs text-muted-foreground">
            {t('hint')}
            {onClear ? (
              <Button type="button" variant="ghost" size="sm" onClick={onClear}>
                {t('clear')}
              </Button>
            ) : null}
          </p>
        </div>
      </details>
    </section>
  )
}

export { IntercomDoctorPanel, IntercomDoctorView, type IntercomDoctorPanelProps }
