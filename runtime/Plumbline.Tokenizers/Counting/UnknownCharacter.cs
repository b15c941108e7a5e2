namespace Plumbline.Tokenizers.Counting;

/// <summary>What a character counts that no symbol has.</summary>
internal enum UnknownCharacter
{
    /// <summary>One for each of its bytes (byte fallback).</summary>
    Bytes,

    /// <summary>One for a run of such characters.</summary>
    OneForRun,

    /// <summary>One for each such character.</summary>
    One,

    /// <summary>Nothing: the tokenizer drops it.</summary>
    Nothing,
}
