/**
 * How axe looks at an inbox: as at a whole page, with the rules that hold for pages alone (everything is in a landmark,
 * there is one `main`, there is an `h1`). A component by itself is spared them.
 */
export const wholePage = {
  context: 'html',
  config: { rules: [{ id: 'region', enabled: true }] },
}
