declare module 'virtual:story-list' {
  const stories: import('../stories/all-states/required-states.ts').ShownStory[]
  export default stories
}

/** The page of the inbox runs in Next.js, which isn't installed here. */
declare module 'next/headers' {
  export function headers(): Promise<Headers>
}
