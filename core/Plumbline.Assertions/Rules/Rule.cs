namespace Plumbline;

/// <summary>One thing that can be wrong: an id that never changes meaning, a slug for people, and a page that explains it.</summary>
public sealed class Rule
{
    internal Rule(string id, string slug, Severity severity, string title)
    {
        Id = id;
        Slug = slug;
        Severity = severity;
        Title = title;
    }

    /// <summary>Stable identifier, <c>PLB4012</c> say.</summary>
    public string Id { get; }

    /// <summary>Short lower-case name, <c>min-length</c> say.</summary>
    public string Slug { get; }

    /// <summary>Severity of the rule's findings unless an <c>x-advice</c> or a run softens it.</summary>
    public Severity Severity { get; }

    /// <summary>One line that says what is wrong.</summary>
    public string Title { get; }

    /// <summary>Path of the rule's page inside the project, <c>docs/rules/PLB4012.md</c> say.</summary>
    public string HelpPage => $"docs/rules/{Id}.md";

    /// <summary>The id and the slug.</summary>
    public override string ToString() => $"{Id} {Slug}";
}
