/** Lists all stories as the module `virtual:story-list`, so that a page can refer to them without loading their code. */
import { globSync, readFileSync } from 'node:fs'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import type { Plugin } from 'vite'
import type { ShownStory } from '../stories/all-states/required-states.ts'

const id = 'virtual:story-list'

/** Reads the title and the exports of every stories file. */
export function listStories(root: string): ShownStory[] {
  return globSync('stories/**/*.stories.tsx', { cwd: root }).sort().flatMap((file) => {
    const code = readFileSync(`${root}/${file}`, 'utf8')
    const [, title = ''] = /\btitle: '([^']+)'/.exec(code) ?? []
    return [...code.matchAll(/^export const (\w+) = /gm)].map(([, exportName = '']) => ({
      id: toId(title, storyNameFromExport(exportName)), title, exportName,
    }))
  })
}

/** Adds the module to a build, and to the development server as of its start. */
export function storyListPlugin(root: string): Plugin {
  return {
    name: 'kit-story-list',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(listStories(root))}` : null),
  }
}
