using System.CommandLine;
using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Lab.Map;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater map COIN --venue VENUE --at TIME</c></summary>
internal static class MapCommand
{
    private static readonly string[] s_times = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    private static readonly Argument<string> s_coin = new("coin") { Description = "Such as BTC." };

    private static readonly Option<string> s_venue = new("--venue")
    {
        Description = "A perpetual venue of the scenario, or all of them together.",
        Required = true,
    };

    private static readonly Option<string> s_at = new("--at")
    {
        Description = "The instant, UTC, such as 2025-10-10T20:45Z.",
        Required = true,
    };

    private static readonly Option<string> s_scenario = new("--scenario")
    {
        Description = "Whose venues, rules and crowd hold; a name that 'breakwater list' shows, or a file.",
        DefaultValueFactory = _ => "oct-10-2025",
    };

    private static readonly Option<string?> s_accounts = new("--accounts")
    {
        Description = "CSV of measured accounts; what they cover is said.",
    };

    private static readonly Option<int> s_after = new("--after")
    {
        Description = "Minutes after the instant that the map is scored against.",
        DefaultValueFactory = _ => 120,
    };

    private static readonly Option<string> s_seeds = new("--seeds")
    {
        Description = "A crowd is drawn for each, such as 1..20; bands are over them.",
        DefaultValueFactory = _ => "1..20",
    };

    private static readonly Option<double> s_width = new("--width")
    {
        Description = "Of a level, percent of the price.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<double> s_reach = new("--reach")
    {
        Description = "How far levels go, percent of the price.",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<string> s_store = StoreOption.Create();

    private static readonly Option<bool> s_json = new("--json") { Description = "Prints the map as JSON." };

    public static Command Create()
    {
        var command = new Command(
            "map",
            "Map what becomes liquidatable by price level, and score it by what then fired."
        )
        {
            s_coin,
            s_venue,
            s_at,
            s_scenario,
            s_accounts,
            s_after,
            s_seeds,
            s_width,
            s_reach,
            RunOptions.Threads,
            s_store,
            s_json,
        };
        command.SetInterruptible(
            (parsed, cancel) => DataCommandBody.Run(parsed.GetValue(s_json), () => Execute(parsed, cancel))
        );
        return command;
    }

    private static int Execute(ParseResult parsed, CancellationToken cancel)
    {
        StorePlace place = StoreOption.PlaceOf(parsed, s_store);
        using IMarketStore? store = HasStore(parsed, place) ? place.OpenToRead() : null;
        var request = new LiquidationMapRequest(
            ContentFolders.Default,
            parsed.GetRequiredValue(s_scenario),
            parsed.GetRequiredValue(s_coin),
            parsed.GetRequiredValue(s_venue),
            TimeOf(parsed.GetRequiredValue(s_at)),
            parsed.GetValue(s_accounts),
            store,
            Duration.FromMinutes(Within("--after", parsed.GetValue(s_after), 1, 1_000_000)),
            SeedList.Parse(parsed.GetRequiredValue(s_seeds)),
            Within("--width", parsed.GetValue(s_width), 0.01, 50),
            Within("--reach", parsed.GetValue(s_reach), parsed.GetValue(s_width), 99),
            RunOptions.ThreadsOf(parsed)
        );
        using var line = new StatusLine(Console.Error);
        LiquidationMapReport report = LiquidationMapStudy.Execute(request, new EnsembleProgress(line), cancel);
        line.Clear();
        JsonOutput.WriteOr(parsed.GetValue(s_json), report, MapView.Write);

        return ExitCode.Done;
    }

    // The default folder need not be there; one that was named has to.
    private static bool HasStore(ParseResult parsed, StorePlace place) =>
        parsed.GetResult(s_store) is { Implicit: false } || place.Exists;

    private static T Within<T>(string option, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{option}: {value} must be from {least} to {most}")
            );

    private static Timestamp TimeOf(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            s_times,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset instant
        ) && instant.Year is >= 1970 and < 2262
            ? Timestamp.FromDateTimeOffset(instant)
            : throw new InputException(
                $"--at: \"{text}\" must be a time in UTC that ends in Z, such as 2025-10-10T20:45Z"
            );
}
