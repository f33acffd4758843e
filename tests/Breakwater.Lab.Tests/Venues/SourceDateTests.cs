using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Whoever reads a number of a rule set learns how old it is.</summary>
public sealed class SourceDateTests
{
    private static readonly RuleBook s_book = new(ContentFolders.Default);

    public static TheoryData<string> Names => [.. s_book.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_has_the_day_of_its_source(string name)
    {
        string[] undated =
        [
            .. s_book
                .Read(name)
                .StatedValues.Where(stated => stated.Date is null)
                .Select(stated => FormattableString.Invariant($"{stated.File}({stated.Line}): {stated.Path}")),
        ];
        Assert.Empty(undated);
    }
}
