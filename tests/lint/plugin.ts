/**
 * The kit's own lint rules. Where each holds is in `.oxlintrc.json`; what each lets pass and refuses is in the table of
 * its test.
 */
import { buttonType } from './button-type.ts'
import { documentedExports } from './documented-exports.ts'
import { fileLength } from './file-length.ts'
import { houseImports } from './house-imports.ts'
import { noInnerHtml } from './no-inner-html.ts'
import { noPhysicalCss } from './no-physical-css.ts'
import { noRawColors } from './no-raw-colors.ts'
import { noUnstableRender } from './no-unstable-render.ts'
import { wordsFromMessages } from './words-from-messages.ts'

/** What oxlint loads: the rules by name, as in `kit/no-raw-colors`. */
export default {
  meta: { name: 'kit' },
  rules: {
    'button-type': buttonType,
    'documented-exports': documentedExports,
    'file-length': fileLength,
    'house-imports': houseImports,
    'no-inner-html': noInnerHtml,
    'no-physical-css': noPhysicalCss,
    'no-raw-colors': noRawColors,
    'no-unstable-render': noUnstableRender,
    'words-from-messages': wordsFromMessages,
  },
}
