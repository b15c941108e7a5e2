namespace Plumbline.Tokenizers;

/// <summary>A tokenizer file is broken, or asks for something that is not supported; the message says which part and what to do.</summary>
public sealed class TokenizerFormatException : FormatException
{
    /// <summary>Makes an exception without a message.</summary>
    public TokenizerFormatException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public TokenizerFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and its cause.</summary>
    public TokenizerFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception that names the file and the part.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="part">The part that is wrong: <c>line 12</c>, <c>/model/vocab</c>, <c>pieces[3].score</c>.</param>
    /// <param name="problem">What is wrong with it.</param>
    public TokenizerFormatException(string file, string part, string problem)
        : base($"{file}: {part}: {problem}") => Part = part;

    /// <summary>The part of the file that is wrong, where one part can be named.</summary>
    public string? Part { get; }
}
