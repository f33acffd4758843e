using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The numbers of a run that ensembles are made of; every run of a scenario has the same, in the same order.</summary>
public static class RunFigures
{
    private const string Usd = "usd";
    private const string Ratio = "ratio";
    private const string Accounts = "accounts";
    private const string Minutes = "min";
    private const int RatiosKept = 4;

    public static IReadOnlyList<Figure> Of(RunSummary run) =>
        [
            .. OfTotals(run),
            .. run.Generations.Where(coin => coin.Coin == GenerationSummary.All).SelectMany(OfGenerations),
            .. OfDeleveraged(Figure.All, [.. run.Venues]),
            .. run.Venues.SelectMany(OfVenue),
            .. run.Venues.SelectMany(venue => OfDeleveraged(venue.Name, venue)),
            .. run.Venues.SelectMany(OfFlows),
            .. run.Venues.SelectMany(OfWaterfall),
            .. run.Venues.SelectMany(OfConcentration),
            .. run.Market.SelectMany(price => OfPrice(run, price)),
        ];

    private static IEnumerable<Figure> OfTotals(RunSummary run)
    {
        RunTotals totals = run.Totals;
        return
        [
            Whole("forced", Usd, totals.Forced),
            Whole("long_share", Ratio, totals.LongShare),
            Whole("largest_minute", Minutes, MinutesTo(run.Start, totals.LargestMinute)),
            Whole("largest_minute_forced", Usd, totals.LargestMinuteForced),
            Whole("accounts_liquidated", Accounts, totals.AccountsLiquidated),
            Whole("deleveraged", Usd, totals.Deleveraged),
            Whole("fund_change", Usd, run.Venues.Sum(ChangeOf)),
            Whole("unpaid", Usd, totals.UnpaidLoss),
            Whole("fund_drawdown", Usd, run.Venues.Sum(venue => venue.Fund.Drawdown)),
            Whole("accounts_deleveraged", Accounts, run.Venues.Sum(venue => venue.AccountsDeleveraged)),
            Whole("loss", Usd, Borne(part => part.Loss)),
            Whole("loss_of_traders", Usd, Borne(part => part.TraderMargin)),
            Whole("loss_of_fund", Usd, Borne(part => part.Fund)),
            Whole("loss_of_winners", Usd, Borne(part => part.Winners)),
            Whole("loss_left_unpaid", Usd, Borne(part => part.Unpaid)),
        ];

        decimal Borne(Func<WaterfallSummary, decimal> part) => run.Venues.Sum(venue => part(venue.Waterfall[^1]));

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
            At("fund_drawdown", Usd, venue.Fund.Drawdown),
            At("fund_exhausted", Ratio, venue.Fund.IsExhausted ? 1 : 0),
            At("accounts_deleveraged", Accounts, venue.AccountsDeleveraged),
            At("unpaid", Usd, venue.UnpaidLoss),
        ];

        Figure At(string name, string unit, decimal value) => new(name, unit, venue.Name, Figure.All, (double)value);
    }

    private static IEnumerable<Figure> OfDeleveraged(string name, params VenueSummary[] venues) =>
        venues
            .SelectMany(venue => venue.Deleveraged ?? [])
            .GroupBy(row => row.Of)
            .Select(rows => new Figure(
                $"deleveraged_of_{rows.Key}",
                Usd,
                name,
                Figure.All,
                (double)rows.Sum(row => row.Notional)
            ));

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

    private static IEnumerable<Figure> OfConcentration(VenueSummary venue) =>
        venue
            .Concentration.Select(side => new Figure(
                $"ten_largest_{side.Side}",
                Ratio,
                venue.Name,
                side.Coin,
                (double?)side.TenLargestShare
            ))
            .Prepend(
                new Figure("ten_largest_forced", Ratio, venue.Name, Figure.All, (double?)venue.TenLargestForcedShare)
            );

    private static IEnumerable<Figure> OfPrice(RunSummary run, PriceSummary price) =>
        [
            new("fall", Ratio, price.Venue, price.Coin, price.Fall),
            new(
                "low_time",
                Minutes,
                price.Venue,
                price.Coin,
                (TimeOf(price.LowestAt) - TimeOf(run.Start)).TotalMinutes
            ),
            new("least_depth", Ratio, price.Venue, price.Coin, price.LeastDepth),
        ];

    // What the fund won or lost, whether or not it was written off.
    private static decimal ChangeOf(VenueSummary venue) =>
        venue.Fund.Equity - venue.Fund.WrittenOff - venue.Fund.Capital;

    private static decimal? MinutesTo(string start, string? minute) =>
        minute is null ? null : (decimal)(TimeOf(minute) - TimeOf(start)).TotalMinutes;

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
