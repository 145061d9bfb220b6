import { noRawColors } from './no-raw-colors.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/components/intercom/x.tsx'
const story = 'stories/x/x.stories.tsx'
const element = (classes: string) => ({ path, code: `const x = <p className="${classes}" />` })

testRule(
  'no-raw-colors',
  noRawColors,
  [
    element('bg-background text-foreground border-border ring-ring/50 bg-primary/90 from-muted to-transparent'),
    element('text-status-waiting bg-status-waiting-surface fill-current stroke-none text-inherit'),
    element('text-sm/6 text-base/[1.4] text-2xl/8 text-xs/(--leading) text-center text-shadow-lg/30 font-black'),
    element('bg-cover shadow-sm shadow-[0_1px_2px_var(--border)] grid-cols-[white_auto] content-[attr(title)]'),
    element('bg-[var(--status-note)] bg-(--status-note) w-[calc(100%-2rem)] [mask-image:url(#fade)] not-dark-mode'),
    { path, code: 'const x = <p style={{ color: "var(--muted)", fill: "url(#red)", width: 3, gridArea: "main" }} />' },
    { path, code: 'const x = <path fill="currentColor" stroke="none" d="M0 0" />' },
    { path, code: 'const x = <a href="#added">{t("white-500")}</a>' },
    { path, code: 'const reference = "#1234"' },
    { path: story, code: 'const red = "bg-red-500"; const x = <p title="#ff0000" />' },
    { path: 'src/kit/shared/x.ts', code: 'const text = "dark:mode"' },
  ],
  [
    {
      ...element('p-2 bg-blue-500'),
      says: ['`bg-blue-500` is a color of the palette, which ignores the theme: use a token'],
    },
    { ...element('text-white from-zinc-100 to-black/50'), says: ['`text-white`', '`from-zinc-100`', '`to-black/50`'] },
    { ...element('scrollbar-thumb-mist-300 border-r-black'), says: ['`scrollbar-thumb-mist-300`', '`border-r-black`'] },
    { ...element('md:hover:border-s-slate-950!'), says: ['`md:hover:border-s-slate-950!`'] },
    { ...element('bg-[#fff]'), says: ['`bg-[#fff]` is a literal color'] },
    {
      ...element('text-[rgb(0_0_0)] fill-[oklch(0.7_0.1_20)]'),
      says: ['`text-[rgb(0_0_0)]`', '`fill-[oklch(0.7_0.1_20)]`'],
    },
    { ...element('bg-[red]'), says: ['`bg-[red]`'] },
    { ...element('shadow-[0_0_0_1px_#000] [color:white]'), says: ['`shadow-[0_0_0_1px_#000]`', '`[color:white]`'] },
    { ...element('bg-[linear-gradient(red,var(--muted))]'), says: ['`bg-[linear-gradient(red,var(--muted))]`'] },
    { ...element('dark:bg-muted'), says: ['`dark:bg-muted` is a variant for dark mode'] },
    { ...element('[.dark_&]:bg-muted md:dark:p-2'), says: ['`[.dark_&]:bg-muted`', '`md:dark:p-2`'] },
    {
      ...element('text-foreground/50 text-muted-foreground/[0.6]'),
      says: ['`text-foreground/50` fades text', '`text-muted-foreground/[0.6]`'],
    },
    {
      path,
      code: 'const x = <p className={cn("p-2", open && "bg-sky-50", { "bg-rose-50": late })} />',
      says: ['`bg-sky-50`', '`bg-rose-50`'],
    },
    { path, code: 'const look = cva("p-2", { variants: { tone: { hot: "bg-red-600" } } })', says: ['`bg-red-600`'] },
    { path, code: 'const tones = { open: "text-emerald-700" }', says: ['`text-emerald-700`'] },
    { path, code: 'const x = <p className={`bg-${tone} text-gray-500`} />', says: ['`text-gray-500`'] },
    {
      path,
      code: 'const x = <p style={{ color: "#fff", background: late ? "white" : "none" }} />',
      says: ['`#fff`', '`white`'],
    },
    { path, code: 'const x = <p style={{ border: "1px solid rgb(0 0 0)" }} />', says: ['`1px solid rgb(0 0 0)`'] },
    { path, code: 'const x = <path fill="#0af" stroke="black" />', says: ['`#0af`', '`black`'] },
    { path, code: 'const accent = "#1d4ed8"', says: ['`#1d4ed8`'] },
    { path, code: 'const accent = "oklch(0.7 0.1 20)"', says: ['`oklch(0.7 0.1 20)`'] },
    { path: story, code: 'const args = { className: "bg-red-500" }', says: ['`bg-red-500`'] },
    {
      path: story,
      code: 'const x = <p className="bg-red-500" style={{ color: "#fff" }} />',
      says: ['`bg-red-500`', '`#fff`'],
    },
    { path: 'src/components/ui/x.tsx', code: 'const x = <p contentClassName="text-black" />', says: ['`text-black`'] },
  ],
)
