using System.Collections.Immutable;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>What a root schema became.</summary>
/// <param name="Program">The program; null when there is an error in the root's file or in what the root reaches.</param>
/// <param name="Map">Where the program's schemas and keywords stand.</param>
/// <param name="Diagnostics">What is wrong with the root's file and with what the root reaches in others, in order of path and place.</param>
public sealed record CompiledSchema(SchemaProgram? Program, SourceMap Map, ImmutableArray<SchemaDiagnostic> Diagnostics);
