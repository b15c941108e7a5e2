namespace Plumbline.Generators.Shapes;

/// <summary>Gives out names that differ from each other, in the order in which they are asked for.</summary>
/// <param name="reserved">Names that are taken beforehand.</param>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The name itself, or the first of <c>Name2</c>, <c>Name3</c> … that is free.</summary>
    public string Take(string name)
    {
        string candidate = name;
        string separator = char.IsDigit(name[name.Length - 1]) ? "_" : "";
        for (int number = 2; !_taken.Add(candidate); number++)
        {
            candidate = name + separator + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    /// <summary>C# names for a list of JSON names. A JSON name that is a C# name already gets itself, wherever it stands in the
    /// list; the others follow in order.</summary>
    public string[] TakeAll(IReadOnlyList<string> jsonNames, string otherwise)
    {
        var names = new string[jsonNames.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < names.Length; i++)
            {
                string pascal = CSharpNames.Pascal(jsonNames[i], otherwise);
                if ((pascal == jsonNames[i]) == (pass == 0))
                {
                    names[i] = Take(pascal);
                }
            }
        }

        return names;
    }
}
