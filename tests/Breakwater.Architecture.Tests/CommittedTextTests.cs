using System.Text.RegularExpressions;

namespace Breakwater.Architecture.Tests;

/// <summary>A clone works for anybody: no file is bound to one machine or to one mirror of a package registry.</summary>
public sealed partial class CommittedTextTests
{
    private static readonly string[] TextFiles =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".slnx",
        ".json",
        ".yml",
        ".yaml",
        ".md",
        ".csv",
        ".txt",
        ".ts",
        ".svelte",
        ".html",
        ".sh",
        ".editorconfig",
        ".config",
        "",
    ];

    [Fact]
    public void No_file_names_a_path_of_one_machine_or_the_host_of_a_registry()
    {
        var found =
            from path in Checkout.Files(".", "*")
            where TextFiles.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
            let match = BoundToOnePlace().Match(File.ReadAllText(path))
            where match.Success
            select $"{Checkout.RelativePath(path)}: {match.Value}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("/" + "home/alice/breakwater", true)]
    [InlineData("see \"/" + "Users/alice\"", true)]
    [InlineData("C:\\" + "Users\\alice", true)]
    [InlineData("https://example.org/work/of/others", false)]
    [InlineData("./artifacts/bin", false)]
    public void A_path_of_one_machine_is_told_from_a_relative_one(string text, bool expected)
    {
        Assert.Equal(expected, BoundToOnePlace().IsMatch(text));
    }

    [GeneratedRegex(
        """(?<![\w.})-])/(?:home|root|work|Users)/\w|[A-Z]:\\Users\\|nuget[.]org|npmjs[.](?:org|com)""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex BoundToOnePlace();
}
