using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>A market of ten minutes whose every number was chosen by hand: a sample each half minute, prices flat at 100.</summary>
internal static class HandMade
{
    public const int Samples = 20;

    public static Timestamp Start { get; } = Timestamp.FromUnixMilliseconds(1_760_000_040_000);

    public static TimeWindow Run { get; } = new(Start, Start + Duration.FromMinutes(10));

    public static RecordedMarket Market(params IReadOnlyList<RecordedVenue> venues) => new(Run, false, venues);

    public static RecordedVenue Venue(string name, params IReadOnlyList<string> coins) =>
        new()
        {
            Name = name,
            IsSpot = name.EndsWith("spot", StringComparison.Ordinal),
            Coins = coins,
            Paths = [.. coins.Select(_ => Path())],
            Flows = new FlowTable(Start, 10, coins.Count),
            Deleveraging = new DeleveragingMinute[10],
            Currency = Currency.Usdt,
            FundFall = 0,
        };

    public static RecordedPath Path() =>
        new(Start, Duration.FromSeconds(30), Flat(100), Flat(0.0001), Flat(1000), Flat(50));

    public static void Flow(
        this RecordedVenue venue,
        int minute,
        string coin,
        FlowKind kind,
        long dollars,
        bool isLong = true
    ) => venue.Flows.At(minute, venue.InstrumentOf(coin), isLong, kind) += new Flow(Usd(dollars), 1);

    public static Money Usd(long dollars) => Money.FromMinorUnits(dollars * 1_000_000);

    /// <summary>From minute 2 to minute 8.</summary>
    public static Observable Observable(ObservableMeasure measure, string venue = "perp", string coin = "BTC") =>
        new()
        {
            Id = "F1",
            Name = "made by hand",
            Use = ObservableUse.Fitting,
            Measure = measure,
            Venue = venue,
            Coin = coin,
            AgainstVenue = null,
            AgainstCoin = null,
            Among = [],
            WindowStart = Start + Duration.FromMinutes(2),
            WindowEnd = Start + Duration.FromMinutes(8),
            Low = 1,
            High = 2,
            Error = 0.5,
            Cap = 1,
            Unit = ObservableUnit.Ratio,
            Observed = "",
            Modelled = "",
            Basis = Basis.Measured,
            Source = "",
            Date = default,
        };

    private static double[] Flat(double value) => [.. Enumerable.Repeat(value, Samples)];
}
