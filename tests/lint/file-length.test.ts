import { fileLength } from './file-length.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/kit/shared/x.ts'
const option = { max: 3 }
const longer = { [path]: 'one table, read by its rows' }

testRule(
  'file-length',
  fileLength,
  [
    { path, option, code: 'a\nb\nc\n' },
    { path, option, code: 'a\nb\nc' },
    { path, option: { max: 3, longer }, code: 'a\nb\nc\nd\n' },
  ],
  [
    { path, option, code: 'a\nb\nc\nd\n', says: ['4 lines, and a file has at most 3: move a named part'] },
    { path, option, code: 'a\n\n// Comments and empty lines count.\n\n', says: ['4 lines'] },
    { path: 'src/kit/shared/y.ts', option: { max: 3, longer }, code: 'a\nb\nc\nd\n', says: ['4 lines'] },
    { path, option: { max: 3, longer }, code: 'a\n', says: ['1 lines: the file is short again'] },
  ],
)
