using System.Text.Json.Nodes;

namespace Breakwater.Runs.Tests;

/// <summary>Editors check files against the shipped schemas; readers check them against the types.</summary>
public sealed class SchemaTests
{
    // Set to a checkout's root to write the schemas there instead of comparing them.
    private const string WriteTo = "BREAKWATER_WRITE_SCHEMAS";

    [Fact]
    public void The_shipped_schema_of_scenarios_is_the_generated_one() =>
        RequireShipped("scenarios/scenario.schema.json", Schemas.Scenario);

    [Fact]
    public void The_shipped_schema_of_policies_is_the_generated_one() =>
        RequireShipped("policies/policy.schema.json", Schemas.Policy);

    [Fact]
    public void The_shipped_schema_of_venues_is_the_generated_one() =>
        RequireShipped("venues/venue.schema.json", Schemas.Venue);

    [Fact]
    public void The_shipped_schema_of_unified_modes_is_the_generated_one() =>
        RequireShipped("venues/unified.schema.json", Schemas.Unified);

    [Fact]
    public void The_shipped_schema_of_lending_protocols_is_the_generated_one() =>
        RequireShipped("venues/lending.schema.json", Schemas.Lending);

    [Fact]
    public void A_schema_knows_keys_patterns_and_descriptions()
    {
        JsonNode slippage = JsonNode.Parse(Schemas.Scenario)!["properties"]!["venues"]!["additionalProperties"]![
            "properties"
        ]!["slippage"]!;

        Assert.Equal(
            "How far from the mark liquidations and unwindings fill; left out where a market makes prices.",
            (string?)slippage["description"]
        );
        Assert.False((bool?)slippage["additionalProperties"]);
        Assert.Equal(["value", "basis", "source"], slippage["required"]!.AsArray().Select(name => (string?)name));
    }

    private static void RequireShipped(string file, string generated)
    {
        if (Environment.GetEnvironmentVariable(WriteTo) is { Length: > 0 } root)
        {
            File.WriteAllText(Path.Combine(root, file), generated);
            return;
        }

        Assert.Equal(generated, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
    }
}
