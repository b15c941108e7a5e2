namespace Plumbline.Cli.Conversion;

/// <summary>What a conversation may have beyond a user and an assistant who take turns in plain text. A format carries some of it:
/// what is lost from one format to another is what the first carries and the second does not.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Instructions = 1 << 0,
    ScatteredInstructions = 1 << 1,
    SeveralParts = 1 << 2,
    SpeakersInARow = 1 << 3,
    Calls = 1 << 4,
    TextBesideCalls = 1 << 5,
    Functions = 1 << 6,
    Strict = 1 << 7,
    Responses = 1 << 8,
    ParallelCalls = 1 << 9,
    MessageWeights = 1 << 10,
    ExampleWeight = 1 << 11,
    Names = 1 << 12,
    Refusals = 1 << 13,
    Reasoning = 1 << 14,
    WebImages = 1 << 15,
    DataImages = 1 << 16,
    ImageDetail = 1 << 17,
    GoogleMedia = 1 << 18,
    AmazonMedia = 1 << 19,
    GenerationConfig = 1 << 20,
    Preference = 1 << 21,
    Label = 1 << 22,
}
