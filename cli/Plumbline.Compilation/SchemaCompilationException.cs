namespace Plumbline.Compilation;

/// <summary>A schema cannot be compiled; the message says why. The interpreter judges by it all the same.</summary>
public sealed class SchemaCompilationException : Exception
{
    /// <summary>Creates one without a reason.</summary>
    public SchemaCompilationException()
    {
    }

    /// <summary>Creates one.</summary>
    /// <param name="message">Why.</param>
    public SchemaCompilationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with a cause.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">The cause.</param>
    public SchemaCompilationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
