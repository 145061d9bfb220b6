import { MAX_FILES, MAX_FILES_BYTES } from '../../contracts/attachment-limits.ts'

export type FileProblem = 'tooMany' | 'tooLarge' | 'empty'

interface CheckedFiles {
  files: readonly File[]
  refused: readonly { name: string; problem: FileProblem }[]
}

export function checkFiles(files: readonly File[], added: readonly File[]): CheckedFiles {
  const taken = [...files]
  const refused: { name: string; problem: FileProblem }[] = []
  let bytes = files.reduce((sum, { size }) => sum + size, 0)
  for (const file of added) {
    const refuse = (problem: FileProblem) => refused.push({ name: file.name, problem })
    // A dropped folder is an empty file too.
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
