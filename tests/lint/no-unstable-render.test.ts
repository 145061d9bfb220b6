import { noUnstableRender } from './no-unstable-render.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/kit/inbox/use-x.ts'

testRule(
  'no-unstable-render',
  noUnstableRender,
  [
    { path, code: 'const date = new Date(at * 1000)' },
    { path, code: 'const now = useNow()' },
    { path, code: 'const at = Date.parse(text); const rest = Date.UTC(2026, 10)' },
    { path, code: 'const id = React.useId(); const largest = Math.max(1, 2)' },
    { path, code: 'const isDate = value instanceof Date' },
  ],
  [
    { path, code: 'const now = Date.now()', says: ['`Date.now()` differs on the server, in the browser'] },
    { path, code: 'const now = globalThis.Date.now()', says: ['take the time from `useNow()`'] },
    { path, code: 'const now = new Date()', says: ['`new Date()`'] },
    { path, code: 'const now = new Date', says: ['`new Date()`'] },
    { path, code: 'const text = Date()', says: ['`Date()`'] },
    { path, code: 'const now = performance.now()', says: ['`performance.now()`'] },
    {
      path,
      code: 'const [id] = useState(() => crypto.randomUUID())',
      says: ['`crypto.randomUUID()` differs in each render'],
    },
    { path, code: 'const id = window.crypto?.randomUUID()', says: ['`crypto.randomUUID()`'] },
    { path, code: 'const [now] = useState(Date.now)', says: ['`Date.now()`'] },
    { path, code: 'const jitter = Math["random"]()', says: ['`Math.random()`'] },
  ],
)
