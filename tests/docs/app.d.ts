// Names that the samples of the docs import from their app.

declare module 'next/navigation' {
  export function usePathname(): string
  export function useRouter(): { replace(href: string, options?: { scroll?: boolean }): void }
  export function useSearchParams(): URLSearchParams
}

declare module '@/lib/session' {
  export function getUser(): Promise<{ id: string; email: string; name: string; plan: string; createdAt: Date } | null>
}

declare module '@/lib/intercom/events' {
  export { events } from '../../stories/messenger/events.example.ts'
}

declare module 'next/server' {
  export function after(work: () => unknown): void
}

declare module 'posthog-js' {
  const posthog: { capture: (name: string, properties?: Record<string, unknown>) => unknown }
  export default posthog
}

declare module '*.css' {}

declare const meta: { story(story: { parameters: { intercom: import('../../.storybook/world').WorldParameters } }): object }
