import { readPublicNames } from './public-names.ts'
import { defineRule, getPath, type Context, type Node, type NodeOf } from './rule.ts'

type Declaration = NonNullable<NodeOf<'ExportNamedDeclaration'>['declaration']>
type Statement = NodeOf<'Program'>['body'][number]

/** A declaration, with the statement that has its docstring. */
interface Declared {
  statement: Statement
  declaration: Declaration
}

function listNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) => listNames(part.type === 'Property' ? part.value : part.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? listNames(element) : []))
    case 'AssignmentPattern':
      return listNames(pattern.left)
    case 'RestElement':
      return listNames(pattern.argument)
    default:
      return []
  }
}

function listDeclaredNames(declaration: Declaration): string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => listNames(id))
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
}

function getDeclaration(statement: Statement): Declaration | undefined {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ?? undefined
    case 'ExportDefaultDeclaration':
      return statement.declaration.type.endsWith('Declaration') ? (statement.declaration as Declaration) : undefined
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'VariableDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return statement
    default:
      return undefined
  }
}

/** Maps names to declarations. Overloads and a type beside a value share a name. */
function findDeclarations(program: NodeOf<'Program'>): Map<string, Declared[]> {
  const declared = new Map<string, Declared[]>()
  for (const statement of program.body) {
    const declaration = getDeclaration(statement)
    if (!declaration) continue
    for (const name of listDeclaredNames(declaration)) {
      declared.set(name, [...(declared.get(name) ?? []), { statement, declaration }])
    }
  }
  return declared
}

/** Maps local names to export statements. Re-exports are documented in their own file. */
function findExports(program: NodeOf<'Program'>): Map<string, Node> {
  const exported = new Map<string, Node>()
  for (const statement of program.body) {
    const declaration = getDeclaration(statement)
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      for (const name of declaration ? listDeclaredNames(declaration) : []) exported.set(name, statement)
      for (const { local } of statement.specifiers) if (local.type === 'Identifier') exported.set(local.name, local)
    }
    if (statement.type === 'ExportDefaultDeclaration') {
      const inner: Node = statement.declaration
      const name = declaration ? listDeclaredNames(declaration)[0] : inner.type === 'Identifier' ? inner.name : undefined
      exported.set(name ?? 'default', statement)
    }
  }
  return exported
}

function hasDocstring(context: Context, node: Node): boolean {
  const comments = context.sourceCode.getCommentsBefore(node)
  return comments.some(({ type, value }) => type === 'Block' && value.startsWith('*') && /\p{L}/u.test(value))
}

/** Whether a type is `z.infer<typeof xSchema>`: the schema has the docstring. */
function isInferred(declaration: Declaration): boolean {
  const type = declaration.type === 'TSTypeAliasDeclaration' && declaration.typeAnnotation
  if (!type || type.type !== 'TSTypeReference') return false
  const { typeName } = type
  return typeName.type === 'TSQualifiedName' && typeName.left.type === 'Identifier' && typeName.left.name === 'z'
}

function listMembers(type: Node): Node[] {
  switch (type.type) {
    case 'TSInterfaceDeclaration':
      return type.body.body
    case 'TSTypeAliasDeclaration':
      return listMembers(type.typeAnnotation)
    case 'TSTypeLiteral':
      return type.members
    case 'TSIntersectionType':
    case 'TSUnionType':
      return type.types.flatMap(listMembers)
    default:
      return []
  }
}

/** Whether an export can be imported by an app: from an entry of the package, or from a component of the catalogue. */
function isPublic(context: Context, name: string): boolean {
  const path = getPath(context)
  if (/^src\/components\/intercom\/[^/]+\.tsx$/.test(path)) return true
  const names = readPublicNames(context.cwd).get(path)
  return names !== undefined && (names.has('*') || names.has(name))
}

/** Public exports have docstrings. Editors, prop tables and SKILL.md show them. */
export const documentedExports = defineRule(
  'Public exports and their props have docstrings.',
  {
    missing:
      '`{{name}}` is a public export without a docstring. Add `/** … */` with its purpose, parameters, result and errors.',
    member: '`{{name}}` of `{{type}}` has no docstring. The prop table in Storybook shows it.',
  },
  (context) => ({
    Program(program) {
      const declared = findDeclarations(program)
      const exported = findExports(program)
      for (const [name, node] of exported) {
        if (!isPublic(context, name)) continue
        const found = declared.get(name)
        if (!found && node.type !== 'ExportDefaultDeclaration') continue
        const isDocumented = found
          ? found.some(({ statement, declaration }) => isInferred(declaration) || hasDocstring(context, statement))
          : hasDocstring(context, node)
        if (!isDocumented) {
          context.report({ node, messageId: 'missing', data: { name } })
        }
        if (!name.endsWith('Props')) continue
        for (const member of (found ?? []).flatMap(({ declaration }) => listMembers(declaration))) {
          if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue
          if (hasDocstring(context, member)) continue
          const data = { name: context.sourceCode.getText(member.key), type: name }
          context.report({ node: member, messageId: 'member', data })
        }
      }
    },
  }),
)
