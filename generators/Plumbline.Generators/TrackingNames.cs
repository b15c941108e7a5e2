namespace Plumbline.Generators;

/// <summary>Names of the pipeline's steps, under which tests read why each of them ran.</summary>
internal static class TrackingNames
{
    /// <summary>Step 1: the schema files of the project.</summary>
    public const string Files = "Files";

    /// <summary>Step 2: one parsed document a file.</summary>
    public const string Documents = "Documents";

    /// <summary>Step 3: partial records that name a schema.</summary>
    public const string Targets = "Targets";

    /// <summary>Step 4: where the types of each schema go.</summary>
    public const string Roots = "Roots";

    /// <summary>Step 5: the linked program of each root.</summary>
    public const string Programs = "Programs";

    /// <summary>Step 6: the C# shapes of each root.</summary>
    public const string Shapes = "Shapes";

    /// <summary>Step 7: names that two roots would both declare.</summary>
    public const string Collisions = "Collisions";

    /// <summary>Step 8: the text of each generated file.</summary>
    public const string Sources = "Sources";

    /// <summary>Step 9: the resolver's types.</summary>
    public const string Resolver = "Resolver";

    /// <summary>Step 10: the schemas' own texts.</summary>
    public const string Texts = "Texts";
}
