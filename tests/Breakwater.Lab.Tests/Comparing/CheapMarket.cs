using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The shipped market with few accounts and a deep shock, so that it liquidates and deleverages within a few minutes.</summary>
internal static class CheapMarket
{
    public static ContentFolders Content { get; } = new(AppContext.BaseDirectory);

    public static IReadOnlyList<ScenarioValue> Values { get; } =
    [
        .. new[]
        {
            "venues.*.accounts=4000",
            "venues.*.population=8000",
            "market.shock.size=25 %",
            "market.shock.shareAtOnce=80 %",
            "venues.*.fundCapital=* 0.05",
        }.Select(ScenarioValue.Parse),
    ];

    public static EnsembleReport Execute(string folder, string seeds, int threads)
    {
        var request = new EnsembleRequest(Content, "oct-10-2025", SeedList.Parse(seeds), folder, threads)
        {
            Values = Values,
            IsScored = false,
        };
        return EnsembleRun.Execute(request, SilentProgress.Instance, TestContext.Current.CancellationToken);
    }
}
