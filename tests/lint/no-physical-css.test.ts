import { noPhysicalCss } from './no-physical-css.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/components/intercom/x.tsx'
const element = (classes: string) => ({ path, code: `const x = <p className="${classes}" />` })

testRule(
  'no-physical-css',
  noPhysicalCss,
  [
    element('ms-2 -me-1 ps-3 pe-px start-0 end-full text-start text-end float-end scroll-ms-2'),
    element('border-s border-e-2 rounded-s-md rounded-ee border-ring rounded-lg'),
    element('mx-2 px-4 inset-x-0 top-1 bottom-0 border-x rounded-t-lg space-x-2 leading-5 place-items-center'),
    element('rtl:left-0 ltr:ml-2 rtl:-scale-x-100 md:rtl:text-right'),
    element('[margin-inline-start:1px] [text-align:start] mt-1 mb-1 pt-0 pb-0 border-t border-b'),
    { path, code: 'const x = <Popover side="left" align="right" className="p-2" />' },
    { path, code: 'const words = ["right-hand", "left-over", "left", "pl-anything"]' },
    { path, code: 'const { left, right } = element.getBoundingClientRect()' },
    { path, code: 'const box = { left: 0, right: 10 }; scroller.scrollTo({ left: 0 })' },
    { path, code: 'const x = <p style={{ insetInlineStart: 0, marginInlineEnd: 4, textAlign: "start" }} />' },
    { path, code: 'element.style.top = "0"' },
    { path: 'stories/x/x.stories.tsx', code: 'const classes = "ml-2"' },
  ],
  [
    { ...element('ml-2'), says: ['`ml-2` does not mirror in right-to-left languages: use `ms-2`'] },
    { ...element('p-2 -ml-1 md:mr-auto'), says: ['`-ml-1`', 'use `me-auto`'] },
    {
      ...element('pl-[3px] pr-(--gap) group-data-[state=open]:ml-2'),
      says: ['use `ps-[3px]`', 'use `pe-(--gap)`', 'use `ms-2`'],
    },
    { ...element('left-0 right-1/2 -left-px'), says: ['use `start-0`', 'use `end-1/2`', 'use `start-px`'] },
    {
      ...element('border-l border-r-2 border-l-transparent'),
      says: ['use `border-s`', 'use `border-e-2`', 'use `border-s-transparent`'],
    },
    {
      ...element('rounded-l rounded-r-md rounded-tl rounded-br-lg'),
      says: ['use `rounded-s`', 'use `rounded-e-md`', 'use `rounded-ss`', 'use `rounded-ee-lg`'],
    },
    { ...element('text-left sm:text-right!'), says: ['use `text-start`', '`sm:text-right!`'] },
    { ...element('float-left clear-right'), says: ['use `float-start`', 'use `clear-end`'] },
    { ...element('scroll-ml-2 scroll-pr-4'), says: ['use `scroll-ms-2`', 'use `scroll-pe-4`'] },
    {
      ...element('[margin-left:3px] [left:0] [text-align:left] [border-left:1px_solid]'),
      says: ['inline-start', 'inline-start', 'inline-start', 'inline-start'],
    },
    { path, code: 'const x = <p className={cn("p-2", open && "pl-2")} />', says: ['use `ps-2`'] },
    { path, code: 'const look = cva("p-2", { variants: { side: { a: "mr-2" } } })', says: ['use `me-2`'] },
    { path, code: 'const indents = ["pl-2", "pl-4"]', says: ['use `ps-2`', 'use `ps-4`'] },
    { path, code: 'const x = <p style={{ marginLeft: 4, left: 0 }} />', says: ['`marginLeft`', '`left`'] },
    {
      path,
      code: 'const x = <p style={{ textAlign: "right", borderTopLeftRadius: 2 }} />',
      says: ['`textAlign`', '`borderTopLeftRadius`'],
    },
    {
      path,
      code: 'const style = { paddingRight: 4, borderLeftColor: line }',
      says: ['`paddingRight`', '`borderLeftColor`'],
    },
    { path, code: 'ref.current!.style.left = "0"', says: ['`left`'] },
    { path, code: 'element.style.marginRight = "0"', says: ['`marginRight`'] },
    {
      path: 'stories/x/x.stories.tsx',
      code: 'const x = <p className="ml-2" style={{ right: 0 }} />',
      says: ['use `ms-2`', '`right`'],
    },
  ],
)
