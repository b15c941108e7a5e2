namespace Plumbline;

/// <summary>Every rule, once. A test compares this table with the pages in docs/rules and with the tests that name each rule.</summary>
public static class Rules
{
    private static readonly List<Rule> Table = [];

    // PLB1xxx: a schema file is wrong.

    /// <summary>The schema file is not JSON.</summary>
    public static readonly Rule SchemaNotJson = Add("PLB1001", "schema-not-json", Severity.Error, "The schema file is not valid JSON");
    /// <summary>A keyword that no vocabulary of the dialect knows.</summary>
    public static readonly Rule UnknownKeyword = Add("PLB1002", "unknown-keyword", Severity.Warning, "A keyword is not known to the schema's dialect");
    /// <summary>A keyword's value has the wrong type or is out of range.</summary>
    public static readonly Rule KeywordValue = Add("PLB1003", "keyword-value", Severity.Error, "A keyword has a value that its specification does not allow");
    /// <summary>A reference that leads nowhere among the files given.</summary>
    public static readonly Rule UnresolvedReference = Add(
        "PLB1004", "unresolved-reference", Severity.Error, "A reference leads to no schema among the files given");
    /// <summary>References that lead back to themselves without consuming input.</summary>
    public static readonly Rule ReferenceCycle = Add(
        "PLB1005", "reference-cycle", Severity.Error, "References lead back to themselves without reading any input");
    /// <summary>Bounds that no value can meet.</summary>
    public static readonly Rule ContradictoryBounds = Add(
        "PLB1006", "contradictory-bounds", Severity.Warning, "Two bounds exclude each other, so that no value can be valid");
    /// <summary>A pattern that is not an ECMA-262 regular expression.</summary>
    public static readonly Rule InvalidPattern = Add("PLB1007", "invalid-pattern", Severity.Error, "A pattern is not a regular expression of ECMA-262");
    /// <summary>An unknown <c>x-</c> keyword that resembles one of the tuning vocabulary.</summary>
    public static readonly Rule ExtensionNearMiss = Add(
        "PLB1008", "extension-near-miss", Severity.Warning, "An unknown x- keyword resembles one that has a meaning");
    /// <summary>A member name that occurs twice in a schema file.</summary>
    public static readonly Rule SchemaDuplicateKey = Add("PLB1010", "schema-duplicate-key", Severity.Error, "A schema object has the same member twice");
    /// <summary>A <c>$schema</c> that names no dialect known here.</summary>
    public static readonly Rule UnknownDialect = Add("PLB1011", "unknown-dialect", Severity.Error, "$schema names a dialect that is not known");
    /// <summary>Two schemas claim one <c>$id</c> or one anchor.</summary>
    public static readonly Rule DuplicateIdentifier = Add("PLB1012", "duplicate-identifier", Severity.Error, "Two schemas have the same identifier");

    // PLB2xxx: nothing can be generated.

    /// <summary>Two members or types would get one C# name and no rule tells them apart.</summary>
    public static readonly Rule NameCollision = Add("PLB2001", "name-collision", Severity.Error, "Two generated names collide");
    /// <summary><c>[JsonSchema]</c> names a file that is not among the project's schema files.</summary>
    public static readonly Rule SchemaFileMissing = Add(
        "PLB2002", "schema-file-missing", Severity.Error, "The schema file named by [JsonSchema] is not part of the project");
    /// <summary><c>[JsonSchema]</c> on a type that is not a partial record class.</summary>
    public static readonly Rule NotPartialRecord = Add("PLB2003", "not-partial-record", Severity.Error, "[JsonSchema] needs a partial record class");

    // PLB3xxx: the API is used wrongly.

    /// <summary>A comment or an item names a schema that is not known.</summary>
    public static readonly Rule UnknownBodySchema = Add("PLB3001", "unknown-body-schema", Severity.Warning, "A body is bound to a schema that is not known");

    /// <summary>JSON in a literal where a generated record could stand.</summary>
    public static readonly Rule LiteralBody = Add("PLB3002", "literal-body", Severity.Note, "A body in a literal could be made as its generated record");

    // PLB4xxx: a JSON value breaks its schema, wherever it stands.

    /// <summary><c>type</c>.</summary>
    public static readonly Rule Type = Add("PLB4001", "type", Severity.Error, "A value has the wrong type");
    /// <summary><c>enum</c>.</summary>
    public static readonly Rule Enum = Add("PLB4002", "enum", Severity.Error, "A value is not one of those allowed");
    /// <summary><c>const</c>.</summary>
    public static readonly Rule Const = Add("PLB4003", "const", Severity.Error, "A value is not the one required");
    /// <summary>The boolean schema <c>false</c>.</summary>
    public static readonly Rule FalseSchema = Add("PLB4004", "not-allowed", Severity.Error, "No value is allowed here");
    /// <summary><c>required</c>.</summary>
    public static readonly Rule Required = Add("PLB4010", "required", Severity.Error, "A required member is missing");
    /// <summary><c>additionalProperties: false</c>.</summary>
    public static readonly Rule AdditionalProperty = Add("PLB4011", "unknown-member", Severity.Error, "A member is not known to the schema");
    /// <summary><c>minProperties</c>.</summary>
    public static readonly Rule MinProperties = Add("PLB4012", "min-properties", Severity.Error, "An object has too few members");
    /// <summary><c>maxProperties</c>.</summary>
    public static readonly Rule MaxProperties = Add("PLB4013", "max-properties", Severity.Error, "An object has too many members");
    /// <summary><c>dependentRequired</c>.</summary>
    public static readonly Rule DependentRequired = Add("PLB4014", "dependent-required", Severity.Error, "A member needs another one beside it");
    /// <summary><c>unevaluatedProperties: false</c>.</summary>
    public static readonly Rule UnevaluatedProperty = Add("PLB4015", "unevaluated-member", Severity.Error, "A member is not known to any schema that applies");
    /// <summary><c>minItems</c>.</summary>
    public static readonly Rule MinItems = Add("PLB4020", "min-items", Severity.Error, "An array has too few items");
    /// <summary><c>maxItems</c>.</summary>
    public static readonly Rule MaxItems = Add("PLB4021", "max-items", Severity.Error, "An array has too many items");
    /// <summary><c>items: false</c>.</summary>
    public static readonly Rule AdditionalItem = Add("PLB4022", "unexpected-item", Severity.Error, "An array has an item at a place where none is allowed");
    /// <summary><c>contains</c> and <c>minContains</c>.</summary>
    public static readonly Rule Contains = Add("PLB4023", "contains", Severity.Error, "Too few items of an array match a schema");
    /// <summary><c>maxContains</c>.</summary>
    public static readonly Rule MaxContains = Add("PLB4024", "max-contains", Severity.Error, "Too many items of an array match a schema");
    /// <summary><c>uniqueItems</c>.</summary>
    public static readonly Rule UniqueItems = Add("PLB4025", "unique-items", Severity.Error, "An array has two equal items");
    /// <summary><c>unevaluatedItems: false</c>.</summary>
    public static readonly Rule UnevaluatedItem = Add("PLB4026", "unevaluated-item", Severity.Error, "An array has an item that no schema that applies knows");
    /// <summary><c>x-alternates</c>.</summary>
    public static readonly Rule Alternates = Add("PLB4027", "alternates", Severity.Error, "Items do not take turns in the order required");
    /// <summary><c>x-links</c>.</summary>
    public static readonly Rule Links = Add("PLB4028", "links", Severity.Error, "A value refers to none of those before it");
    /// <summary><c>x-equalCounts</c>.</summary>
    public static readonly Rule EqualCounts = Add("PLB4029", "equal-counts", Severity.Error, "Lists that belong together differ in length");
    /// <summary><c>minLength</c>.</summary>
    public static readonly Rule MinLength = Add("PLB4030", "min-length", Severity.Error, "A string has too few characters");
    /// <summary><c>maxLength</c>.</summary>
    public static readonly Rule MaxLength = Add("PLB4031", "max-length", Severity.Error, "A string has too many characters");
    /// <summary><c>pattern</c>.</summary>
    public static readonly Rule Pattern = Add("PLB4032", "pattern", Severity.Error, "A string does not match its pattern");
    /// <summary>A pattern ran into its time limit.</summary>
    public static readonly Rule PatternTimeout = Add("PLB4033", "pattern-timeout", Severity.Error, "A pattern took too long to be decided");
    /// <summary><c>x-minTokens</c>.</summary>
    public static readonly Rule MinTokens = Add("PLB4034", "min-tokens", Severity.Error, "A text has too few tokens");
    /// <summary><c>x-maxTokens</c>.</summary>
    public static readonly Rule MaxTokens = Add("PLB4035", "max-tokens", Severity.Error, "A text has too many tokens");
    /// <summary><c>format</c>, where it is asserted.</summary>
    public static readonly Rule Format = Add("PLB4036", "format", Severity.Error, "A string does not have the format required");
    /// <summary><c>x-maxCount</c>.</summary>
    public static readonly Rule MaxCount = Add("PLB4037", "max-count", Severity.Error, "There are too many values of a kind");
    /// <summary><c>minimum</c>.</summary>
    public static readonly Rule Minimum = Add("PLB4040", "minimum", Severity.Error, "A number is too small");
    /// <summary><c>maximum</c>.</summary>
    public static readonly Rule Maximum = Add("PLB4041", "maximum", Severity.Error, "A number is too large");
    /// <summary><c>exclusiveMinimum</c>.</summary>
    public static readonly Rule ExclusiveMinimum = Add("PLB4042", "exclusive-minimum", Severity.Error, "A number is not above its exclusive lower bound");
    /// <summary><c>exclusiveMaximum</c>.</summary>
    public static readonly Rule ExclusiveMaximum = Add("PLB4043", "exclusive-maximum", Severity.Error, "A number is not below its exclusive upper bound");
    /// <summary><c>multipleOf</c>.</summary>
    public static readonly Rule MultipleOf = Add("PLB4044", "multiple-of", Severity.Error, "A number is not a multiple of the step required");
    /// <summary>A number that the generated record's C# type cannot hold.</summary>
    public static readonly Rule NumberRange = Add("PLB4045", "number-range", Severity.Error, "A number is valid JSON and too large for the record's C# type");
    /// <summary><c>anyOf</c>.</summary>
    public static readonly Rule AnyOf = Add("PLB4050", "any-of", Severity.Error, "A value matches none of the alternatives");
    /// <summary><c>oneOf</c>, none.</summary>
    public static readonly Rule OneOf = Add("PLB4051", "one-of", Severity.Error, "A value matches none of the alternatives of which exactly one must match");
    /// <summary><c>oneOf</c>, more than one.</summary>
    public static readonly Rule OneOfMany = Add(
        "PLB4052", "one-of-many", Severity.Error, "A value matches more than one of the alternatives of which exactly one must match");
    /// <summary><c>not</c>.</summary>
    public static readonly Rule Not = Add("PLB4053", "not", Severity.Error, "A value matches a schema that it must not match");
    /// <summary>A word of the documentation where a value belongs.</summary>
    public static readonly Rule Placeholder = Add("PLB4060", "placeholder", Severity.Error, "A placeholder was left in place");
    /// <summary>The regions of the host and of the path.</summary>
    public static readonly Rule UrlRegions = Add("PLB4061", "url-regions", Severity.Error, "The two regions of a request's URL disagree");
    /// <summary>A customer-managed key and the region of the URL.</summary>
    public static readonly Rule UrlKeyRegion = Add(
        "PLB4062", "url-key-region", Severity.Error, "A job with a customer-managed key would upload its model outside of us-central1");
    /// <summary>A region of the URL.</summary>
    public static readonly Rule UrlRegion = Add("PLB4063", "url-region", Severity.Error, "A request's URL names a region that is not one of the service's");
    /// <summary>A customer-managed key that a request names in two places.</summary>
    public static readonly Rule KeyMismatch = Add("PLB4064", "key-mismatch", Severity.Error, "A request names two different keys for one job");
    /// <summary>The id that a URL gives to a pipeline job.</summary>
    public static readonly Rule JobId = Add("PLB4065", "job-id", Severity.Error, "A request's URL gives its job an id that the service does not take");
    /// <summary>The region of a TensorBoard instance and of the URL.</summary>
    public static readonly Rule TensorboardRegion = Add(
        "PLB4066", "tensorboard-region", Severity.Error, "A TensorBoard instance is in another region than its job");

    // PLB5xxx: a line or a dataset as a whole.

    /// <summary>The text is not JSON.</summary>
    public static readonly Rule MalformedJson = Add("PLB5001", "malformed-json", Severity.Error, "The text is not valid JSON");
    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly Rule InvalidUtf8 = Add("PLB5002", "invalid-utf8", Severity.Error, "The text holds bytes that are not UTF-8");
    /// <summary>An escape names one half of a surrogate pair.</summary>
    public static readonly Rule LoneSurrogate = Add("PLB5003", "lone-surrogate", Severity.Error, "An escape names half of a surrogate pair");
    /// <summary>A control character inside a string.</summary>
    public static readonly Rule ControlCharacter = Add(
        "PLB5004", "control-character", Severity.Error, "A string holds a control character that must be escaped");
    /// <summary>Nesting beyond the depth limit.</summary>
    public static readonly Rule TooDeep = Add("PLB5005", "too-deep", Severity.Error, "Arrays and objects are nested too deeply");
    /// <summary>Text after the value.</summary>
    public static readonly Rule TrailingText = Add("PLB5006", "trailing-text", Severity.Error, "There is text after the JSON value");
    /// <summary>An empty line that is not the last.</summary>
    public static readonly Rule EmptyLine = Add("PLB5007", "empty-line", Severity.Error, "A line is empty");
    /// <summary>A byte order mark before the first line.</summary>
    public static readonly Rule ByteOrderMark = Add("PLB5008", "byte-order-mark", Severity.Note, "The file begins with a byte order mark");
    /// <summary>A line longer than the run accepts.</summary>
    public static readonly Rule LineTooLong = Add("PLB5009", "line-too-long", Severity.Error, "A line is longer than the limit of this run");
    /// <summary>A member name that occurs twice.</summary>
    public static readonly Rule DuplicateKey = Add("PLB5010", "duplicate-key", Severity.Warning, "An object has the same member twice");
    /// <summary>Too few examples.</summary>
    public static readonly Rule TooFewExamples = Add("PLB5020", "too-few-examples", Severity.Error, "The dataset has too few examples");
    /// <summary>Too many examples.</summary>
    public static readonly Rule TooManyExamples = Add("PLB5021", "too-many-examples", Severity.Error, "The dataset has too many examples");
    /// <summary>Fewer examples than recommended.</summary>
    public static readonly Rule FewExamples = Add("PLB5022", "few-examples", Severity.Note, "The dataset has fewer examples than recommended");
    /// <summary>A total over the whole dataset exceeds its limit.</summary>
    public static readonly Rule TotalExceeded = Add("PLB5023", "total-exceeded", Severity.Error, "A total over the dataset exceeds its limit");
    /// <summary>An evaluation file for a format that has no evaluation.</summary>
    public static readonly Rule EvaluationUnsupported = Add("PLB5024", "evaluation-unsupported", Severity.Error, "The format has no evaluation datasets");

    /// <summary>A line differs from the lines before it in what all lines of a file have in common.</summary>
    public static readonly Rule NotUniform = Add("PLB5025", "not-uniform", Severity.Error, "The lines of the dataset differ where they have to agree");
    /// <summary>An evaluation file that is too large for its training file.</summary>
    public static readonly Rule EvaluationShare = Add("PLB5026", "evaluation-share", Severity.Error, "The evaluation file is too large for its training file");

    // A job and its datasets together.

    /// <summary>Too few evaluations.</summary>
    public static readonly Rule FewEvaluations = Add("PLB5030", "few-evaluations", Severity.Note, "A job is evaluated too seldom to see how it goes");
    /// <summary>Fewer examples read than there are.</summary>
    public static readonly Rule PartialEpoch = Add("PLB5031", "partial-epoch", Severity.Note, "A job ends before it has read every example");
    /// <summary>Steps outside of what is recommended.</summary>
    public static readonly Rule UnusualSteps = Add("PLB5032", "unusual-steps", Severity.Note, "A job has fewer or more steps than recommended");
    /// <summary>An evaluation file that the body does not name.</summary>
    public static readonly Rule EvaluationUnused = Add("PLB5033", "evaluation-unused", Severity.Warning, "An evaluation dataset is not part of the job");

    // Examples and prompts that occur more than once.

    /// <summary>An example that stands in a dataset twice.</summary>
    public static readonly Rule DuplicateExample = Add("PLB5040", "duplicate-example", Severity.Warning, "An example occurs more than once");
    /// <summary>A prompt that stands in a dataset with several answers.</summary>
    public static readonly Rule DuplicatePrompt = Add("PLB5041", "duplicate-prompt", Severity.Note, "A prompt occurs with different answers");
    /// <summary>An example that stands in training and evaluation data.</summary>
    public static readonly Rule LeakedExample = Add("PLB5042", "leaked-example", Severity.Error, "An evaluation example is among the training examples");
    /// <summary>A prompt that stands in training and evaluation data.</summary>
    public static readonly Rule LeakedPrompt = Add(
        "PLB5043", "leaked-prompt", Severity.Warning, "The prompt of an evaluation example is among those of the training examples");

    // An example on its way to another format.

    /// <summary>An example that has no counterpart in the format that it is to be converted to.</summary>
    public static readonly Rule NotConvertible = Add("PLB5050", "not-convertible", Severity.Error, "An example cannot be told in the other format");

    /// <summary>Every rule, in order of id.</summary>
    public static IReadOnlyList<Rule> All => field ??= Table.AsReadOnly();

    /// <summary>Finds a rule by id or slug, without regard to case.</summary>
    public static Rule? Find(string idOrSlug)
    {
        foreach (Rule rule in All)
        {
            if (string.Equals(rule.Id, idOrSlug, StringComparison.OrdinalIgnoreCase) ||
                string.Equals(rule.Slug, idOrSlug, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        return null;
    }

    private static Rule Add(string id, string slug, Severity severity, string title)
    {
        var rule = new Rule(id, slug, severity, title);
        Table.Add(rule);
        return rule;
    }
}
