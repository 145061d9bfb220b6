import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import preview from '../../.storybook/preview'
import { NavBar } from '../messenger/nav-bar.tsx'
import { withMessenger } from '../messenger/with-messenger.tsx'
import { inPair, Pair } from './pair.tsx'

/** Right and wrong uses of the Messenger's components. The guides in `.storybook/docs/guides.ts` list them. */
const meta = preview.meta({
  title: 'Pairs/Messenger',
  tags: ['!dev', '!autodocs', '!manifest'],
  component: Pair,
  decorators: [withMessenger],
  parameters: inPair,
})

const inNavBar = (children: React.ReactNode) => <NavBar>{children}</NavBar>

export const ButtonWords = meta.story({
  name: 'Button words',
  args: {
    why: 'Say what the user gets.',
    good: inNavBar(<HelpButton>Contact support</HelpButton>),
    bad: inNavBar(<HelpButton>Click here</HelpButton>),
  },
})

const inSentence = (button: React.ReactNode) => (
  <p className="p-4 text-sm text-muted-foreground">If anything on this invoice is unclear, {button}, and we reply within an hour.</p>
)

export const ButtonInSentence = meta.story({
  name: 'Button in sentence',
  args: {
    why: 'In a sentence, use the variant link.',
    good: inSentence(<HelpButton variant="link">ask about billing</HelpButton>),
    bad: inSentence(<HelpButton>ask about billing</HelpButton>),
  },
})

export const LauncherAlone = meta.story({
  name: 'Launcher alone',
  args: {
    why: 'One place for help per page.',
    good: (
      <div className="h-40">
        <NavBar>Settings</NavBar>
        <HelpLauncher />
      </div>
    ),
    bad: (
      <div className="h-40">
        <NavBar>
          <HelpButton>Contact support</HelpButton>
        </NavBar>
        <HelpLauncher aria-label="Contact support, again" />
      </div>
    ),
  },
})

export const BannerLength = meta.story({
  name: 'Banner length',
  args: {
    why: 'One sentence of at most 80 characters.',
    good: <ChatBanner>Your trial ends on Friday. Questions about plans?</ChatBanner>,
    bad: (
      <ChatBanner aria-label="Too long">
        Your trial of Tidewater Professional is about to end. On Friday, your team loses access to dashboards, exports and
        alerts, unless somebody with billing rights picks a plan before then. Our team can explain what each plan contains.
      </ChatBanner>
    ),
  },
})

export const BannerTone = meta.story({
  name: 'Banner tone',
  args: {
    why: 'The tone success is for something that went well, not for an offer.',
    good: <ChatBanner tone="success">You are on Scale now. Shall we show you around?</ChatBanner>,
    bad: (
      <ChatBanner tone="success" aria-label="Wrong tone">
        Upgrade now and save 20 %
      </ChatBanner>
    ),
  },
})

export const OneName = meta.story({
  name: 'One name',
  args: {
    why: 'Name help the same everywhere.',
    good: (
      <>
        {inNavBar(<HelpButton>Contact support</HelpButton>)}
        <p className="p-4 text-sm">
          Still stuck? <HelpButton variant="link">Contact support</HelpButton>
        </p>
      </>
    ),
    bad: (
      <>
        {inNavBar(<HelpButton>Live chat</HelpButton>)}
        <p className="p-4 text-sm">
          Still stuck? <HelpButton variant="link">Talk to our heroes</HelpButton>
        </p>
      </>
    ),
  },
})
