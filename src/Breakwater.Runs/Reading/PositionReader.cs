using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads the positions that a user holds at one venue.</summary>
internal sealed class PositionReader(WorldParameters world, VenueParameters venue)
{
    // No position is held that long; a price in cents or in another coin's is.
    private const decimal FarthestEntry = 20;

    public GivenPosition Read(CsvRow row, MarginMode mode)
    {
        InstrumentRules rules = RulesOf(row);
        Quantity lots = LotsOf(row, rules.Instrument);
        return new GivenPosition(
            rules.Instrument.Id,
            lots,
            EntryOf(row, rules.Instrument, lots),
            MarginOf(row, mode),
            LeverageOf(row, rules, lots.Magnitude),
            row.Origin
        );
    }

    public Money MoneyOf(CsvRow row, string column)
    {
        Currency currency = venue.Rules.Settlement;
        decimal amount = row.NotNegative(column);
        return amount <= Amount.LargestMoney && currency.TryFromDecimal(amount, out Money money)
            ? money
            : throw row.Wrong(
                column,
                $"must be in steps of {currency.MinorUnit} {currency.Code} and at most {Amount.LargestMoney}"
            );
    }

    /// <summary>What a position adds to its account at the first mark: profit less maintenance margin.</summary>
    public Money SlackAtStart(GivenPosition position)
    {
        InstrumentRules rules = venue.Rules.Instruments[position.Instrument.Index];
        Price mark = MarkAtStart(rules.Instrument);
        return rules.StateOf(position.Lots, position.Entry, mark, weight: 1, position.Leverage).Slack;
    }

    private InstrumentRules RulesOf(CsvRow row)
    {
        string symbol = row["instrument"];
        IEnumerable<string> symbols = venue.Rules.Instruments.Select(rules => rules.Instrument.Symbol);
        return venue.Rules.Instruments.FirstOrDefault(rules => rules.Instrument.Symbol == symbol)
            ?? throw row.Wrong("instrument", $"is not listed at {venue.Name}, {Nearest.Hint(symbol, symbols)}");
    }

    private static Quantity LotsOf(CsvRow row, Instrument instrument)
    {
        if (!instrument.TryQuantity(row.Positive("quantity"), out Quantity lots))
        {
            throw row.Wrong("quantity", $"must be a whole number of lots of {instrument.LotSize}");
        }

        return row["side"] switch
        {
            "long" => lots,
            "short" => -lots,
            _ => throw row.Wrong("side", "must be long or short"),
        };
    }

    // An average of several fills lies between ticks: it is rounded against the trader.
    private Price EntryOf(CsvRow row, Instrument instrument, Quantity lots)
    {
        decimal entry = row.Positive("entry_price");
        decimal ticks = entry / instrument.TickSize;
        if (instrument.ToQuote(lots.Magnitude, ticks * instrument.TickSize) > Amount.LargestMoney)
        {
            throw row.Wrong("quantity", $"is worth more than {Amount.LargestMoney} at its entry price");
        }

        RequireNear(row, entry, PriceAtStart(instrument));
        return Price.FromTicks((long)(lots.IsLong ? decimal.Ceiling(ticks) : decimal.Floor(ticks)));
    }

    // A wrong unit makes one side rich and liquidates the other: both are told the same.
    private static void RequireNear(CsvRow row, decimal entry, decimal start)
    {
        if (entry < start / FarthestEntry || entry > start * FarthestEntry)
        {
            decimal times = entry < start ? start / entry : entry / start;
            string side = entry < start ? "below" : "above";
            throw row.Wrong(
                "entry_price",
                FormattableString.Invariant(
                    $"is {times:0.#} times {side} the coin's price at the start, {start:0.########}; must lie between {start / FarthestEntry:0.########} and {start * FarthestEntry:0.########}: is it in another unit?"
                )
            );
        }
    }

    private Money MarginOf(CsvRow row, MarginMode mode)
    {
        if (mode == MarginMode.Isolated)
        {
            return MoneyOf(row, "margin");
        }

        return row["margin"].Length == 0
            ? Money.Zero
            : throw row.Wrong("margin", "must be empty: under cross margin the wallet stands behind the position");
    }

    private Leverage LeverageOf(CsvRow row, InstrumentRules rules, Quantity lots)
    {
        string text = row["leverage"];
        if (!Forms.Leverage.TryParse(text.EndsWith('x') ? text : text + "x", out Leverage leverage))
        {
            throw row.Wrong("leverage", $"must be {Forms.Leverage.Expected}");
        }

        Money notional = NotionalAtStart(row, rules.Instrument, lots);
        Leverage limit = rules.Margin.MaxLeverage(notional, lots, weight: 1);
        return leverage <= limit
            ? leverage
            : throw row.Wrong(
                "leverage",
                $"is above {limit}, the limit of {venue.Name} for a position of {Rounded(notional)}"
            );
    }

    private Money NotionalAtStart(CsvRow row, Instrument instrument, Quantity lots) =>
        instrument.ToQuote(lots, PriceAtStart(instrument)) <= Amount.LargestMoney
            ? instrument.Notional(MarkAtStart(instrument), lots)
            : throw row.Wrong("quantity", $"is worth more than {Amount.LargestMoney} at the start");

    private decimal PriceAtStart(Instrument instrument) =>
        world.Histories[venue.Listings[instrument.Id.Index].Coin].Price;

    private Price MarkAtStart(Instrument instrument) =>
        Price.FromTicks((long)decimal.Round(PriceAtStart(instrument) / instrument.TickSize));

    private string Rounded(Money notional)
    {
        Currency currency = venue.Rules.Settlement;
        return FormattableString.Invariant($"{decimal.Round(currency.ToDecimal(notional), 4):0.####} {currency.Code}");
    }
}
