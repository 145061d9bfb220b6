import { plainComments } from './plain-comments.ts'
import { testRule, type BadCase, type Case } from './rule-tester.ts'

const path = 'src/kit/inbox/x.ts'
const good = (comment: string): Case => ({ path, code: `/** ${comment} */\nvoid 0` })
const bad = (comment: string, ...says: string[]): BadCase => ({ path, code: `/** ${comment} */\nvoid 0`, says })

testRule(
  'plain-comments',
  plainComments,
  [
    good('Called when the selection changes. `null` means the user returned to the list.'),
    good('Stands for a missing picture. Stands out in print.'),
    good('Goes on top of the list.'),
    good('The file where the string is defined.'),
    good('Keeps two equal names told apart.'),
    good('Why so late? What loads first wins?'),
    good('Two parts: what was read, e.g. where it was found.'),
    good('Lists who may call the route.'),
    good('Maps `whom` and "somebody" to ids.'),
    good('Runs once the element exists, and whether it exists or not.'),
    good('One of several values.'),
    good('Uses the same names, so that one can be read as the other.'),
    good('Works if the clock stands still.'),
    { path, code: "void 'What is told to nobody stands.'" },
    { path, code: '/**\n * Reads the row\n * which the user selected.\n */\nvoid 0' },
    { path, code: '// The server resolves\n// where to send it.\nvoid 0' },
  ],
  [
    bad('What the list shows.', '"What" in a comment: start with a verb'),
    bad('Whose turn it is.', '"Whose"'),
    bad('How a conversation looks.', '"How"'),
    bad('Where possible, loads late.', '"Where"'),
    bad('Loads it. Who reads it is checked.', '"Who"'),
    bad('Reads.\n * @returns what the server says', '"@returns what"'),
    bad('States:\n * - how it begins\n * - Which one ends', '"how"', '"Which"'),
    bad('Reads.\n *\n * What it returns is sorted.', '"What"'),
    bad('Called when somebody or nobody types.', '"somebody"', '"nobody"'),
    bad('Assigned to whoever asks and to whom it may concern.', '"whoever"', '"whom"'),
    bad('In the language of the reader.', '"the reader"'),
    bad('A place that one can see, if one wants.', '"one can"', '"one wants"'),
    bad('Empty where there is no subject.', '"Empty where"', '"where there"'),
    bad('Undefined where unknown.', '"Undefined where"'),
    bad('Reads.\n * @throws ApiError 404 where the id is unknown', '"@throws ApiError 404 where"'),
    bad('The name, where it is known.', '"where it is" in a comment: use "if"'),
    bad('Told when it ends. The caller is told.', '"Told"', '"told"'),
    bad('The page tells of it.', '"tells of"'),
    bad('It stands beside the list.', '"stands"'),
    bad('Takes away the row, and goes on.', '"Takes away"', '"goes on"'),
    bad('Waits until the page is there.', '"is there"'),
    bad('Follows what comes after it.', '"what comes"'),
    bad('Waits for another try.', '"another try"'),
    bad('Runs actions on several.', '"actions on several"'),
    bad("Reads Intercom's answer and the answer of the server.", `"Intercom's answer"`, '"answer of the server"'),
    bad('An id that is none.', '"that is none"'),
    { path, code: '// Loads.\n// Nobody waits.\nvoid 0', says: ['"Nobody"'] },
    { path, code: 'void 0 // How it ends.', says: ['"How"'] },
  ],
)
