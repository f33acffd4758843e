using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Breakwater.Lab.Tests;

/// <summary>Every example on the calculator's page is what the calculator answers.</summary>
public sealed partial class ExamplePageTests
{
    [Fact]
    public void Every_answer_on_the_page_is_given()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "margin-calculator.md"));
        MatchCollection examples = Examples().Matches(page);

        Assert.True(examples.Count >= 8, "a kind without an example");
        Assert.All(
            examples,
            example =>
                Assert.Equal(
                    JsonNode.Parse(example.Groups["answer"].Value)!.ToJsonString(),
                    AnswerTable.Ask(example.Groups["question"].Value).ToJsonString()
                )
        );
    }

    [GeneratedRegex(
        """```json question\n(?<question>.*?)```\s+```json answer\n(?<answer>.*?)```""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Examples();
}
