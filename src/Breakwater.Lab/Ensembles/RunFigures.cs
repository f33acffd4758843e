using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The numbers of a run that ensembles are made of; every run of a scenario has the same, in the same order.</summary>
public static class RunFigures
{
    private const string Usd = "usd";
    private const string Ratio = "ratio";
    private const string Accounts = "accounts";
    private const int RatiosKept = 4;

    public static IReadOnlyList<Figure> Of(RunSummary run) =>
        [
            .. OfTotals(run),
            .. run.Generations.Where(coin => coin.Coin == GenerationSummary.All).SelectMany(OfGenerations),
            .. run.Venues.SelectMany(OfVenue),
            .. run.Venues.SelectMany(OfFlows),
            .. run.Venues.SelectMany(OfWaterfall),
        ];

    private static IEnumerable<Figure> OfTotals(RunSummary run)
    {
        RunTotals totals = run.Totals;
        return
        [
            Whole("forced", Usd, totals.Forced),
            Whole("long_share", Ratio, totals.LongShare),
            Whole("largest_minute", "min", MinutesTo(run.Start, totals.LargestMinute)),
            Whole("largest_minute_forced", Usd, totals.LargestMinuteForced),
            Whole("accounts_liquidated", Accounts, totals.AccountsLiquidated),
            Whole("deleveraged", Usd, totals.Deleveraged),
            Whole("fund_change", Usd, run.Venues.Sum(ChangeOf)),
            Whole("unpaid", Usd, totals.UnpaidLoss),
        ];

        static Figure Whole(string name, string unit, decimal? value) =>
            new(name, unit, Figure.All, Figure.All, (double?)value);
    }

    private static IEnumerable<Figure> OfGenerations(GenerationSummary coin) =>
        [
            new("forced_multiplier", Ratio, Figure.All, coin.Coin, coin.Multiplier),
            .. Enumerable
                .Range(0, RatiosKept)
                .Select(i => new Figure($"generation_{i + 2}_ratio", Ratio, Figure.All, coin.Coin, coin.Ratios[i])),
        ];

    private static IEnumerable<Figure> OfVenue(VenueSummary venue)
    {
        return
        [
            At("forced", Usd, venue.Flows.Sum(flow => flow.Forced)),
            At("accounts_liquidated", Accounts, venue.AccountsLiquidated),
            At("deleveraged", Usd, venue.Flows.Sum(flow => flow.Deleveraged)),
            At("fund_change", Usd, ChangeOf(venue)),
            At("fund_need", Usd, venue.Fund.Need),
            At("unpaid", Usd, venue.UnpaidLoss),
        ];

        Figure At(string name, string unit, decimal value) => new(name, unit, venue.Name, Figure.All, (double)value);
    }

    private static IEnumerable<Figure> OfFlows(VenueSummary venue) =>
        venue.Flows.SelectMany(flow =>
            new Figure[]
            {
                new($"forced_{flow.Side}", Usd, venue.Name, flow.Coin, (double)flow.Forced),
                new($"deleveraged_{flow.Side}", Usd, venue.Name, flow.Coin, (double)flow.Deleveraged),
            }
        );

    private static IEnumerable<Figure> OfWaterfall(VenueSummary venue) =>
        venue.Waterfall.SelectMany(part =>
            new Figure[]
            {
                new("loss", Usd, venue.Name, part.Coin, (double)part.Loss),
                new("loss_of_traders", Usd, venue.Name, part.Coin, (double)part.TraderMargin),
                new("loss_of_fund", Usd, venue.Name, part.Coin, (double)part.Fund),
                new("loss_of_winners", Usd, venue.Name, part.Coin, (double)part.Winners),
                new("loss_left_unpaid", Usd, venue.Name, part.Coin, (double)part.Unpaid),
            }
        );

    // What the fund won or lost, whether or not it was written off.
    private static decimal ChangeOf(VenueSummary venue) =>
        venue.Fund.Equity - venue.Fund.WrittenOff - venue.Fund.Capital;

    private static decimal? MinutesTo(string start, string? minute) =>
        minute is null ? null : (decimal)(TimeOf(minute) - TimeOf(start)).TotalMinutes;

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
