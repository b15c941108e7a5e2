namespace Plumbline.Cli.Commands;

/// <summary>The user asked for something that cannot be done; the message says what can. Ends in <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
