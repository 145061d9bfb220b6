/** Entry of the changelog. */
export interface Change {
  /** Version, or `the next version` for a changeset. */
  version: string
  text: string
}

const files = {
  ...import.meta.glob<string>('../../CHANGELOG.md', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../.changeset/*.md', { query: '?raw', import: 'default', eager: true }),
}

/** Reads the entries of `CHANGELOG.md` and of changesets, newest first. */
export function readChanges(texts: Record<string, string>): Change[] {
  const next: Change[] = []
  const released: Change[] = []
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith('CHANGELOG.md')) {
      let version = ''
      for (const line of text.split('\n')) {
        version = /^## (\S+)/.exec(line)?.[1] ?? version
        const [, entry] = /^- (?:[0-9a-f]{7}: )?(.+)/.exec(line) ?? []
        if (entry) released.push({ version, text: entry })
      }
    } else next.push({ version: 'the next version', text: text.replace(/^---[\s\S]*?---\s*/, '').trim().replace(/\s+/g, ' ') })
  }
  return [...next, ...released]
}

/** Changes of this project, newest first. */
export const changes = readChanges(files)

/** Returns the newest change that begins with the name of a component: `SupportInbox: …`. */
export function findLastChange(component: string, all: readonly Change[] = changes): Change | undefined {
  const found = all.find(({ text }) => text.startsWith(`${component}: `))
  return found && { ...found, text: found.text.slice(component.length + 2) }
}
