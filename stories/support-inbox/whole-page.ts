/** Enables axe's page-level rules (landmarks, one `main`, an `h1`), which are off for single components. */
export const wholePage = {
  context: 'html',
  config: { rules: [{ id: 'region', enabled: true }] },
}
