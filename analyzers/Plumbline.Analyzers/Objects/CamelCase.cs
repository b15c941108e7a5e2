namespace Plumbline.Analyzers.Objects;

/// <summary>Names as System.Text.Json writes them with the defaults of the web.</summary>
internal static class CamelCase
{
    /// <summary>The name with its leading capitals made small, up to the one that begins the next word.</summary>
    public static string Of(string name)
    {
        char[] letters = name.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
