namespace Breakwater.Runs.Tests;

/// <summary>What the reader takes for each parameter of the shipped market.</summary>
internal static class ParameterRanges
{
    private static readonly Dictionary<string, ParameterRange> s_own = new(StringComparer.Ordinal)
    {
        ["market.step"] = new("1 ms to 60 s, longer than `arbitrage.latency`", ["60 s"], ["61 s", "200 ms"]),
        ["market.crowdSeed"] = ParameterRange.Count,
        ["market.commonNoise"] = ParameterRange.ShareAboveNone,
        ["market.accountsPerFirm"] = ParameterRange.CountUpTo(1_000),
        ["market.liquidity"] = new("curves, books", ["curves", "books"], ["queues"]),
        ["market.books.levels"] = ParameterRange.CountUpTo(14),
        ["market.books.publicReach"] = ParameterRange.ShareInside,
        ["market.shock.time"] = new(
            "within the window",
            ["2025-10-10T20:45:00Z"],
            ["2025-10-10T20:44:00Z", "2025-10-10T22:20:00Z"]
        ),
        ["market.shock.course"] = new("even, word-of-mouth", ["even", "word-of-mouth"], ["at-once"]),
        ["market.shock.size"] = new(
            "from 0 % to where no coin falls by more than 80 %",
            ["0 %", "65 %"],
            ["66 %", "99 %"]
        ),
        ["market.coins.*.beta"] = new(
            "above 0, to where no coin falls by more than 80 %",
            ["0.001", "27"],
            ["0", "-1", "40"]
        ),
        ["market.coins.*.volatility"] = ParameterRange.ShareBelowAll,
        ["market.makers.firms"] = ParameterRange.Count,
        ["market.makers.carryShare"] = ParameterRange.ShareBelowAll,
        ["market.makers.firmSpread"] = ParameterRange.FromOne,
        ["market.makers.lossLimit"] = ParameterRange.ShareBelowAll,
        ["market.arbitrage.latency"] = new("1 ms to below `market.step`", ["999 ms"], ["1 s", "0 ms"]),
        ["market.behaviour.marketOrderReach"] = ParameterRange.ShareInside,
        ["market.newcomers.accounts"] = ParameterRange.CountUpTo(100_000),
        ["market.newcomers.distance"] = ParameterRange.ShareAboveNone,
        ["crowd.draw"] = new("independent, stratified", ["independent", "stratified"], ["sorted"]),
        ["crowd.longShare"] = ParameterRange.ShareInside,
        ["crowd.components.*"] = ParameterRange.Said(
            "leverage from 1x to the highest of any venue, sigma above 0, a time span"
        ),
        ["crowd.mixtures.*"] = ParameterRange.Said("shares of components that add up to 100 %"),
        ["venues.*.accounts"] = ParameterRange.Count,
        ["venues.*.population"] = ParameterRange.Said("whole, at least the venue's `accounts`"),
        ["venues.*.fundCapital"] = ParameterRange.Said("from 0, in the settlement currency"),
        ["venues.*.listings.*.flowShare"] = ParameterRange.Said("0 % to 100 %; of a coin over all venues 100 %"),
    };

    /// <param name="path">As a table has it.</param>
    /// <param name="value">Of the shipped market.</param>
    public static ParameterRange Of(string path, string value) =>
        s_own.FirstOrDefault(own => ParameterTable.Fits(own.Key, path)).Value ?? ParameterRange.OfForm(value);
}
