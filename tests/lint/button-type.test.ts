import { buttonType } from './button-type.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/components/intercom/x.tsx'

testRule(
  'button-type',
  buttonType,
  [
    { path, code: 'const x = <Button type="button" onClick={close} />' },
    { path, code: 'const x = <Button type="submit">{t("send")}</Button>' },
    { path, code: 'const x = <Button asChild><a href={href}>{t("open")}</a></Button>' },
    { path, code: 'const x = <ButtonGroup />' },
  ],
  [
    { path, code: 'const x = <Button onClick={close} />', says: ['type="button"'] },
    { path, code: 'const x = <Button {...props}>{t("close")}</Button>', says: ['type="button"'] },
  ],
)
