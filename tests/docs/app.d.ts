// Names that the samples of the docs import from their app.

declare module 'next/navigation' {
  export function usePathname(): string
  export function useRouter(): { replace(href: string, options?: { scroll?: boolean }): void }
  export function useSearchParams(): URLSearchParams
}

declare module '@/lib/session' {
  export function getUser(): Promise<{ id: string; email: string; name: string; createdAt: Date } | null>
}

declare module '*.css' {}

declare const meta: { story(story: { parameters: { intercom: import('../../.storybook/world').WorldParameters } }): object }
