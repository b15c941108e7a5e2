using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>The schema file that a text was last parsed as: the compiler keeps it as long as the text itself.</summary>
internal sealed class ParsedText(SourceText text)
{
    private (string Path, string Name, SchemaFile File)? _last;

    /// <summary>The text as the schema file of a path and a logical name.</summary>
    public SchemaFile As(string path, string name)
    {
        lock (this)
        {
            if (_last is not { } last || last.Path != path || last.Name != name)
            {
                last = (path, name, SchemaFile.Parse(path, name, text.ToString()));
                _last = last;
            }

            return last.File;
        }
    }
}
