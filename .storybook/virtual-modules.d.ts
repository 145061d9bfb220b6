declare module 'virtual:story-list' {
  const stories: import('../stories/all-states/required-states.ts').ShownStory[]
  export default stories
}
