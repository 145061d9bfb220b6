import { defineRule, pathOf, type Context, type Node, type NodeOf } from './rule.ts'

type Declaration = NonNullable<NodeOf<'ExportNamedDeclaration'>['declaration']>
type Statement = NodeOf<'Program'>['body'][number]

/** Something that a file declares: the statement carries the docstring, the node says what it is. */
interface Declared {
  statement: Statement
  declaration: Declaration
}

function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) => namesIn(part.type === 'Property' ? part.value : part.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}

function namesOf(declaration: Declaration): string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => namesIn(id))
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
}

function declarationIn(statement: Statement): Declaration | undefined {
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

/** Everything that a file declares, by name: a function with overloads, or a type beside a value, several times. */
function declarationsOf(program: NodeOf<'Program'>): Map<string, Declared[]> {
  const declared = new Map<string, Declared[]>()
  for (const statement of program.body) {
    const declaration = declarationIn(statement)
    if (!declaration) continue
    for (const name of namesOf(declaration)) {
      declared.set(name, [...(declared.get(name) ?? []), { statement, declaration }])
    }
  }
  return declared
}

/** The names under which a file itself knows what it exports; what comes from another file is documented there. */
function exportsOf(program: NodeOf<'Program'>): Map<string, Node> {
  const exported = new Map<string, Node>()
  for (const statement of program.body) {
    const declaration = declarationIn(statement)
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      for (const name of declaration ? namesOf(declaration) : []) exported.set(name, statement)
      for (const { local } of statement.specifiers) if (local.type === 'Identifier') exported.set(local.name, local)
    }
    if (statement.type === 'ExportDefaultDeclaration') {
      const inner: Node = statement.declaration
      const name = declaration ? namesOf(declaration)[0] : inner.type === 'Identifier' ? inner.name : undefined
      exported.set(name ?? 'default', statement)
    }
  }
  return exported
}

function hasDocstring(context: Context, node: Node): boolean {
  const comments = context.sourceCode.getCommentsBefore(node)
  return comments.some(({ type, value }) => type === 'Block' && value.startsWith('*') && /\p{L}/u.test(value))
}

/** `z.infer<typeof xSchema>` says nothing new: the schema has the docstring. */
function isInferred(declaration: Declaration): boolean {
  const type = declaration.type === 'TSTypeAliasDeclaration' && declaration.typeAnnotation
  if (!type || type.type !== 'TSTypeReference') return false
  const { typeName } = type
  return typeName.type === 'TSQualifiedName' && typeName.left.type === 'Identifier' && typeName.left.name === 'z'
}

/** The members that a type writes out itself. */
function membersOf(type: Node): Node[] {
  switch (type.type) {
    case 'TSInterfaceDeclaration':
      return type.body.body
    case 'TSTypeAliasDeclaration':
      return membersOf(type.typeAnnotation)
    case 'TSTypeLiteral':
      return type.members
    case 'TSIntersectionType':
    case 'TSUnionType':
      return type.types.flatMap(membersOf)
    default:
      return []
  }
}

/** Whether a name is a primitive's part, as `AvatarImage` and `avatarVariants` are parts of `Avatar`. */
function isPart(name: string, all: Iterable<string>): boolean {
  const lower = name.toLowerCase()
  return [...all].some((other) => other.length < name.length && lower.startsWith(other.toLowerCase()))
}

/** Whoever copies a file finds in it what each thing is for; the prop tables in the docs come from the same words. */
export const documentedExports = defineRule(
  'Every export has a docstring, and so has every prop.',
  {
    missing:
      '`{{name}}` is exported without a docstring: say in `/** … */` above it what it is for, ' +
      'what it takes and gives, and how it fails.',
    member: '`{{name}}` of `{{type}}` has no docstring: the prop table in the docs takes its words from there.',
  },
  (context) => ({
    Program(program) {
      const isPrimitive = pathOf(context).startsWith('src/components/ui/')
      const declared = declarationsOf(program)
      const exported = exportsOf(program)
      for (const [name, node] of exported) {
        const found = declared.get(name)
        if (!found && node.type !== 'ExportDefaultDeclaration') continue
        const isDocumented = found
          ? found.some(({ statement, declaration }) => isInferred(declaration) || hasDocstring(context, statement))
          : hasDocstring(context, node)
        if (!isDocumented && !(isPrimitive && isPart(name, exported.keys()))) {
          context.report({ node, messageId: 'missing', data: { name } })
        }
        if (!name.endsWith('Props')) continue
        for (const member of (found ?? []).flatMap(({ declaration }) => membersOf(declaration))) {
          if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue
          if (hasDocstring(context, member)) continue
          const data = { name: context.sourceCode.getText(member.key), type: name }
          context.report({ node: member, messageId: 'member', data })
        }
      }
    },
  }),
)
