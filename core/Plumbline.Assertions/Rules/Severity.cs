namespace Plumbline;

/// <summary>How much a finding weighs. Only <see cref="Error"/> decides a verdict.</summary>
public enum Severity : byte
{
    /// <summary>The value breaks its schema; the service would refuse it.</summary>
    Error,

    /// <summary>The value is accepted, and something of it is lost or likely to disappoint.</summary>
    Warning,

    /// <summary>Worth knowing; nothing has to change.</summary>
    Note,
}
