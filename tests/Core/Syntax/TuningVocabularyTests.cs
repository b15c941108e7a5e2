using Plumbline.Schema.Syntax.Vocabularies;
using Plumbline.Testing;

namespace Plumbline.Core.Tests.Syntax;

/// <summary>The <c>x-</c> keywords that are read, held against what is said of them elsewhere.</summary>
public class TuningVocabularyTests
{
    public static TheoryData<string> Keywords() => [.. TuningVocabulary.Tuning.Keywords.Select(keyword => keyword.Name)];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void A_keyword_has_its_section_and_its_form_in_the_meta_schema(string keyword)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "vocabulary.md"));
        Assert.Contains(page.Split('\n'), line => line.StartsWith("## ", StringComparison.Ordinal) && line.Contains(keyword, StringComparison.Ordinal));
        Assert.Contains($"\"{keyword}\": ", File.ReadAllText(Repository.PathOf("schemas", "meta", "tuning.schema.json")), StringComparison.Ordinal);
    }
}
