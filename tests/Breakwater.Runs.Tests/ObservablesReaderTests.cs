namespace Breakwater.Runs.Tests;

public sealed class ObservablesReaderTests
{
    private const string File = "data/oct-10-2025/observables.yaml";

    private static readonly string s_shipped = Path.Combine(AppContext.BaseDirectory, File);

    // What stands there first | what stands there instead | the message.
    public static TheoryData<string, string, string, string> Spoiled =>
        SpoiledInputs.Parse(
            "observables.yaml",
            """
            use: fitting | use: fit | :14: use: "fit" must be one of fitting, held-out
            measure: fall\n | measure: fal\n | :15: measure: "fal" must be one of fall, low-time, rebound, steepest-hour, forced, peak-minute-share, open-interest-change, worst-spread, fall-ratio, share-of-run, long-share, coin-share, worst-depth, gap-at-low, deleveraged-share, deleveraged-coin-share, fund-fall, low-ratio, depeg, deleveraged-in-profit, bad-debt-over-deleveraged
            measure: fall\n | measure: gap-at-low\n | :15: measure: "gap-at-low" needs the key "againstVenue"
            measure: fall\n | measure: fall\n    againstCoin: ETH\n | :15: measure: "fall" knows no key "againstCoin"
            low: -0.131 | low: 13.1 % | :19: low: "13.1 %" must be a number, such as "-0.131"
            low: -0.131 | low: -0.1 | :20: high: "-0.128" must not be below the low
            error: 0.005 | error: -0.005 | :21: error: "-0.005" must be 0 or more
            high: -0.128\n    error: 0.005 | high: -0.131\n    error: 0 | :21: error: "0" must be above 0 where one value was observed
            cap: 0.06 | cap: 0 | :22: cap: "0" must be above 0
            unit: ratio | unit: share | :23: unit: "share" must be one of ratio, usd, minutes
            end: 2025-10-10T21:30:00Z | end: 2025-10-10T20:50:00Z | :18: end: "2025-10-10T20:50:00Z" must come after the start
            cap: 0.06 | caps: 0.06 | :22: caps: unknown key, did you mean "cap"?
            F1: | f1: | :12: f1: is no identifier: a letter and digits, such as F1, perhaps with a part, such as H3.BTC
            among: [BTC, ETH, SOL] | among: [ETH, SOL] | coin: "BTC" must be one of those of "among"
            """
        );

    [Fact]
    public void The_shipped_file_has_eight_rows_to_fit_and_twelve_held_out()
    {
        IReadOnlyList<Observable> all = Shipped();

        Assert.Equal(Rows("F", 8), RowsOf(ObservableUse.Fitting));
        Assert.Equal(Rows("H", 12), RowsOf(ObservableUse.HeldOut));
        Assert.All(all, one => Assert.True(one.Source.Length > 10 && one.Observed.Length > 20, one.Id));
        Assert.Equal(-0.136, all[0].WidenedLow, 1e-12);

        IEnumerable<string> RowsOf(ObservableUse use) =>
            all.Where(one => one.Use == use).Select(one => one.Row).Distinct();
        static IEnumerable<string> Rows(string kind, int count) =>
            Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"{kind}{number}"));
    }

    [Fact]
    public void Of_the_blind_day_nothing_may_be_fitted() =>
        Assert.All(
            ObservablesReader.Read(
                new ContentFolders(AppContext.BaseDirectory),
                "data/nov-2025/observables-nov-04.yaml"
            ),
            one => Assert.Equal(ObservableUse.HeldOut, one.Use)
        );

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Is_answered_with_file_line_and_value(string file, string from, string to, string message)
    {
        string text = System.IO.File.ReadAllText(s_shipped);
        int place = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(place >= 0, from);
        var spoiled = new SourceFile(file, text[..place] + to + text[(place + from.Length)..]);

        string answer = Assert.Throws<InputException>(() => ObservablesReader.Read(spoiled)).Message;

        Assert.StartsWith(file, answer, StringComparison.Ordinal);
        Assert.EndsWith(message, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal(
            "data/none.yaml: is not there",
            Assert
                .Throws<InputException>(() =>
                    ObservablesReader.Read(new ContentFolders(AppContext.BaseDirectory), "data/none.yaml")
                )
                .Message
        );

    private static IReadOnlyList<Observable> Shipped() =>
        ObservablesReader.Read(new ContentFolders(AppContext.BaseDirectory), File);
}
