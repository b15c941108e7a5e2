using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>What linking a set of files found. Kept as long as the first of the files, so that typing C# links nothing again.</summary>
internal sealed class LinkCache
{
    private readonly ConditionalWeakTable<SchemaFile, Entry> _entries = new();

    /// <summary>All that is wrong in the files, each fault once.</summary>
    public ImmutableArray<SchemaDiagnostic> Diagnostics(IReadOnlyList<SchemaFile> files, CancellationToken cancellationToken)
    {
        Entry entry = _entries.GetValue(files[0], static _ => new Entry());
        lock (entry)
        {
            if (!entry.Files.SequenceEqual(files))
            {
                SchemaSet set = SchemaSet.Of(files);
                var found = ImmutableArray.CreateBuilder<SchemaDiagnostic>();
                var seen = new HashSet<SchemaDiagnostic>();
                foreach (SchemaFile file in files)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    found.AddRange(set.Compile(file).Diagnostics.Where(seen.Add));
                }

                entry.Found = found.ToImmutable();
                entry.Files = [.. files];
            }

            return entry.Found;
        }
    }

    private sealed class Entry
    {
        public IReadOnlyList<SchemaFile> Files { get; set; } = [];

        public ImmutableArray<SchemaDiagnostic> Found { get; set; } = ImmutableArray<SchemaDiagnostic>.Empty;
    }
}
