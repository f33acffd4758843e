using Breakwater.Runs;

namespace Breakwater.Lab.Tests.Map;

/// <summary>The shipped market with a crowd of a few thousand accounts.</summary>
internal static class ThinMarket
{
    private static readonly string[] s_venues = ["binance-usdm", "bybit", "okx", "hyperliquid"];

    public static ContentFolders Content { get; } = new(AppContext.BaseDirectory);

    public static Scenario Read() =>
        ScenarioReader.Read(
            Content,
            "oct-10-2025",
            [
                .. s_venues.SelectMany(venue =>
                    new ScenarioValue[]
                    {
                        new($"venues.{venue}.accounts", "3000"),
                        new($"venues.{venue}.population", "3000"),
                    }
                ),
            ]
        );
}
