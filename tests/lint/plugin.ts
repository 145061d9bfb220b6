/** The kit's own lint rules, enabled in `.oxlintrc.json`. The test of each rule lists code that passes and fails. */
import { buttonType } from './button-type.ts'
import { documentedExports } from './documented-exports.ts'
import { fileLength } from './file-length.ts'
import { houseImports } from './house-imports.ts'
import { noInnerHtml } from './no-inner-html.ts'
import { noPhysicalCss } from './no-physical-css.ts'
import { noRawColors } from './no-raw-colors.ts'
import { noUnstableRender } from './no-unstable-render.ts'
import { plainComments } from './plain-comments.ts'
import { noLiteralStrings } from './no-literal-strings.ts'

/** Plugin loaded by oxlint, with rules such as `kit/no-raw-colors`. */
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
    'plain-comments': plainComments,
    'no-literal-strings': noLiteralStrings,
  },
}
