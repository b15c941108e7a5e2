using System.Globalization;
using System.Text;

namespace Plumbline.Generators.Inputs;

/// <summary>Names of generated files. Roslyn drops the whole output of a generator when two of its names differ in case only.</summary>
internal static class HintNames
{
    /// <summary>A name made of a logical name, <c>formats/chat.schema.json</c> becoming <c>formats.chat.schema.json.g.cs</c>, that none of those taken
    /// equals.</summary>
    public static string Take(string name, HashSet<string> taken)
    {
        var hint = new StringBuilder(name.Length);
        foreach (char c in name.TrimStart('.', '/'))
        {
            bool isSafe = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';
            hint.Append(isSafe ? c : c == '/' ? '.' : '_');
        }

        string candidate = hint + ".g.cs";
        for (int number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{hint}.{number.ToString(CultureInfo.InvariantCulture)}.g.cs";
        }

        return candidate;
    }
}
