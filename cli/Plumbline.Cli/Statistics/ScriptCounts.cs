using System.Globalization;
using System.Text;
using Plumbline.Patterns;

namespace Plumbline.Cli.Statistics;

/// <summary>In which writing systems texts are: how many of their characters belong to each script, and how many texts have any. What belongs to no script
/// (digits, punctuation, symbols) is not counted.</summary>
internal sealed class ScriptCounts
{
    private readonly long[] _characters = new long[WritingSystems.Names.Count];
    private readonly long[] _texts = new long[WritingSystems.Names.Count];
    private readonly long[] _lastText = new long[WritingSystems.Names.Count];
    private long _text;

    /// <summary>The scripts that were met, those with most characters first.</summary>
    public IReadOnlyList<ScriptShare> Shares
    {
        get
        {
            long total = _characters.Sum();
            return
            [
                .. Enumerable.Range(1, _characters.Length - 1)
                    .Where(script => _characters[script] > 0)
                    .Select(script => new ScriptShare(WritingSystems.Names[script], _characters[script], _texts[script], (double)_characters[script] / total))
                    .OrderByDescending(share => share.Characters)
                    .ThenBy(share => share.Script, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Adds a text.</summary>
    /// <returns>How many code points it has.</returns>
    public long Add(ReadOnlySpan<byte> text)
    {
        _text++;
        long codePoints = 0;
        while (!text.IsEmpty)
        {
            int value = text[0];
            int length = 1;
            if (value >= 0x80)
            {
                Rune.DecodeFromUtf8(text, out Rune rune, out length);
                value = rune.Value;
            }

            text = text[length..];
            codePoints++;
            int script = WritingSystems.Of(value);
            if (script != 0)
            {
                _characters[script]++;
                if (_lastText[script] != _text)
                {
                    _lastText[script] = _text;
                    _texts[script]++;
                }
            }
        }

        return codePoints;
    }

    /// <summary>Adds the texts of another.</summary>
    public void Absorb(ScriptCounts other)
    {
        for (int script = 0; script < _characters.Length; script++)
        {
            _characters[script] += other._characters[script];
            _texts[script] += other._texts[script];
        }
    }

    /// <summary>Adds what was counted of one script.</summary>
    /// <param name="name">The name that Unicode gives it.</param>
    /// <param name="characters">Its code points.</param>
    /// <param name="texts">Texts that have any of them.</param>
    /// <exception cref="FormatException">There is no such script.</exception>
    public void Absorb(string name, long characters, long texts)
    {
        int script = Enumerable.Range(0, WritingSystems.Names.Count).FirstOrDefault(known => WritingSystems.Names[known] == name, -1);
        if (script < 0)
        {
            throw new FormatException($"there is no script {name}");
        }

        _characters[script] += characters;
        _texts[script] += texts;
    }

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        Array.Clear(_characters);
        Array.Clear(_texts);
    }
}

/// <summary>What part of the texts is in one script.</summary>
/// <param name="Script">The name that Unicode gives it.</param>
/// <param name="Characters">Its code points.</param>
/// <param name="Texts">Texts that have any of them.</param>
/// <param name="Share">Its part of the code points of all scripts, from 0 to 1.</param>
internal sealed record ScriptShare(string Script, long Characters, long Texts, double Share)
{
    /// <summary>The share in percent: one that is there is never told as nothing, nor one that is not all as all.</summary>
    public string Percent => Share switch
    {
        < 0.0005 => "< 0.1",
        > 0.9995 and < 1 => "> 99.9",
        _ => (Share * 100).ToString("F1", CultureInfo.InvariantCulture),
    };
}
