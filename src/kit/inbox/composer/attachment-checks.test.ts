import { describe, expect, it } from 'vitest'
import { checkFiles } from '@/kit/inbox/composer/attachment-checks'
import { MAX_FILES, MAX_FILES_BYTES } from '@/kit/contracts/attachment-limits'
import { attachmentFileSchema, replyBodySchema } from '@/kit/contracts/index'
import { toMessageBody } from '@/kit/inbox/composer/outbox-message'

const file = (name: string, size: number) => new File([new Uint8Array(size)], name)

describe('checkFiles', () => {
  it('accepts files up to the limits', () => {
    const half = MAX_FILES_BYTES / 2
    const { files, refused } = checkFiles([file('a', half)], [file('b', half), file('c', 1)])
    expect(files.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(refused).toEqual([{ name: 'c', problem: 'tooLarge' }])
  })

  it('accepts a smaller file after one that is too large', () => {
    const { files, refused } = checkFiles([], [file('huge', MAX_FILES_BYTES + 1), file('small', 1)])
    expect(files.map(({ name }) => name)).toEqual(['small'])
    expect(refused).toEqual([{ name: 'huge', problem: 'tooLarge' }])
  })

  it('limits the number of files', () => {
    const many = Array.from({ length: MAX_FILES + 2 }, (_, index) => file(String(index), 1))
    const { files, refused } = checkFiles([], many)
    expect(files).toHaveLength(MAX_FILES)
    expect(refused.map(({ problem }) => problem)).toEqual(['tooMany', 'tooMany'])
  })

  it('refuses empty files', () => {
    expect(checkFiles([], [file('folder', 0)]).refused).toEqual([{ name: 'folder', problem: 'empty' }])
    expect(attachmentFileSchema.shape.data.safeParse('').success).toBe(false)
  })

  it('accepts what the route accepts', async () => {
    const { files } = checkFiles([], [file('a', MAX_FILES_BYTES - 1), file('b', 1)])
    expect(replyBodySchema.safeParse(await toMessageBody({ mode: 'reply', text: '', files })).success).toBe(true)
  })
})
