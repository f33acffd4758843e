using System.Text.Json.Nodes;

namespace Breakwater.Lab.Tests;

public sealed class QuestionSchemaTests
{
    // Set to a checkout's root to write the schema there instead of comparing it.
    private const string WriteTo = "BREAKWATER_WRITE_SCHEMAS";

    [Fact]
    public void The_shipped_schema_is_the_generated_one()
    {
        if (Environment.GetEnvironmentVariable(WriteTo) is { Length: > 0 } root)
        {
            File.WriteAllText(Path.Combine(root, "docs/margin-question.schema.json"), QuestionSchema.Text);
            return;
        }

        string shipped = Path.Combine(AppContext.BaseDirectory, "margin-question.schema.json");
        Assert.Equal(QuestionSchema.Text, File.ReadAllText(shipped));
    }

    [Fact]
    public void Numbers_may_be_strings_and_keys_are_described()
    {
        JsonNode tick = JsonNode.Parse(QuestionSchema.Text)!["properties"]!["tickSize"]!;

        Assert.Equal(["number", "string", "null"], tick["type"]!.AsArray().Select(type => (string?)type));
        Assert.Equal("Asks for prices rounded to it beside the exact ones.", (string?)tick["description"]);
    }
}
