/** Which files can go with a message: the limits of the routes, held before anything is sent. */
import { MAX_FILES, MAX_FILES_BYTES } from '../../contracts/attachment-limits.ts'

/** What a file is refused for. */
export type FileProblem = 'tooMany' | 'tooLarge' | 'empty'

/** What {@link checkFiles} gives. */
export interface CheckedFiles {
  /** Those that go with the message, the ones that were there first. */
  files: readonly File[]
  /** Those that cannot, and why. */
  refused: readonly { name: string; problem: FileProblem }[]
}

/**
 * Adds files to those of a message, as far as its limits allow.
 *
 * @param files that go with the message already
 * @param added that were chosen, dropped or pasted
 */
export function checkFiles(files: readonly File[], added: readonly File[]): CheckedFiles {
  const taken = [...files]
  const refused: { name: string; problem: FileProblem }[] = []
  let bytes = files.reduce((sum, { size }) => sum + size, 0)
  for (const file of added) {
    const refuse = (problem: FileProblem) => refused.push({ name: file.name, problem })
    // A folder that is dropped is an empty file, too.
    if (file.size === 0) refuse('empty')
    else if (taken.length >= MAX_FILES) refuse('tooMany')
    else if (bytes + file.size > MAX_FILES_BYTES) refuse('tooLarge')
    else {
      taken.push(file)
      bytes += file.size
    }
  }
  return { files: taken, refused }
}
