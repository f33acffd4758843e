using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads the accounts that a scenario names, each with one position.</summary>
internal sealed class WhaleReader(Document<ScenarioDocument> scenario, IReadOnlyList<CoinHistory> histories)
{
    private const string Unit = "USD";

    private OrderedDictionary<string, Stated<WhaleDocument>> Whales => scenario.Root.Whales ?? [];

    /// <summary>Every whale is at a venue of the scenario that has a crowd.</summary>
    public void RequireVenues(IReadOnlyList<VenueParameters> venues)
    {
        string[] known = [.. venues.Where(venue => !venue.IsSpot).Select(venue => venue.Name)];
        foreach (Stated<WhaleDocument> whale in Whales.Values.Where(whale => !known.Contains(whale.Value.Venue)))
        {
            throw Wrong(
                whale.Value,
                nameof(WhaleDocument.Venue),
                $"is no venue with perpetuals here, {Nearest.Hint(whale.Value.Venue, known)}"
            );
        }
    }

    /// <summary>The venue with its whales in it.</summary>
    public VenueParameters With(VenueParameters venue)
    {
        KeyValuePair<string, Stated<WhaleDocument>>[] here =
        [
            .. Whales.Where(whale => whale.Value.Value.Venue == venue.Name),
        ];
        VenueParameters with = venue with
        {
            Whales = [.. here.Select(whale => AccountOf(venue, whale.Key, whale.Value.Value))],
        };
        for (int whale = 0; whale < here.Length; whale++)
        {
            RequireRoom(with, here[whale].Value.Value, with.Whales[whale].Positions[0]);
        }

        return with;
    }

    private GivenAccount AccountOf(VenueParameters venue, string name, WhaleDocument whale)
    {
        InstrumentRules rules = RulesOf(venue, whale);
        Quantity lots = LotsOf(rules.Instrument, whale);
        Price entry = EntryOf(rules.Instrument, whale, lots);
        RequireLeverage(venue, rules, whale, lots);
        Money margin = whale.Leverage.InitialMargin(rules.Instrument.Notional(entry, lots.Magnitude));
        bool isCross = whale.Mode == MarginMode.Cross;
        var position = new GivenPosition(
            rules.Instrument.Id,
            lots,
            entry,
            isCross ? Money.Zero : margin,
            whale.Leverage,
            $"whales.{name}"
        );
        return new GivenAccount(name, whale.Mode, isCross ? margin : Money.Zero, [position]);
    }

    private InstrumentRules RulesOf(VenueParameters venue, WhaleDocument whale)
    {
        string[] coins = [.. venue.Listings.Select(listing => histories[listing.Coin].Coin)];
        int instrument = Array.IndexOf(coins, whale.Coin);
        return instrument >= 0
            ? venue.Rules.Instruments[instrument]
            : throw Wrong(
                whale,
                nameof(whale.Coin),
                $"has no listing at {venue.Name}, {Nearest.Hint(whale.Coin, coins)}"
            );
    }

    private Quantity LotsOf(Instrument instrument, WhaleDocument whale)
    {
        bool isWhole = instrument.TryQuantity(whale.Quantity.Number, out Quantity lots) && !lots.IsZero;
        string unit = instrument.Kind == ContractKind.Inverse ? Unit : whale.Coin;
        if (whale.Quantity.Unit != unit || !isWhole)
        {
            throw Wrong(
                whale,
                nameof(whale.Quantity),
                $"must be in {unit}, a whole number of lots of {instrument.LotSize}, above 0"
            );
        }

        return whale.Side == PositionSide.Long ? lots : -lots;
    }

    // An average of several fills lies between ticks: it is rounded against the trader.
    private Price EntryOf(Instrument instrument, WhaleDocument whale, Quantity lots)
    {
        decimal ticks = whale.Entry.Number / instrument.TickSize;
        bool isCountable = ticks >= 1 && instrument.ToQuote(lots.Magnitude, whale.Entry.Number) <= Amount.LargestMoney;
        return whale.Entry.Unit == Unit && isCountable
            ? Price.FromTicks((long)(lots.IsLong ? decimal.Ceiling(ticks) : decimal.Floor(ticks)))
            : throw Wrong(
                whale,
                nameof(whale.Entry),
                $"must be in {Unit}, above 0, and worth at most {Amount.LargestMoney} with its quantity"
            );
    }

    private void RequireLeverage(VenueParameters venue, InstrumentRules rules, WhaleDocument whale, Quantity lots)
    {
        decimal price = histories[venue.Listings[rules.Instrument.Id.Index].Coin].Price;
        var mark = Price.FromTicks((long)decimal.Round(price / rules.Instrument.TickSize));
        Money notional = rules.Instrument.Notional(mark, lots.Magnitude);
        Leverage limit = rules.Margin.MaxLeverage(notional, lots, weight: 1);
        if (whale.Leverage > limit)
        {
            throw Wrong(
                whale,
                nameof(whale.Leverage),
                $"is above {limit}, the limit of {venue.Name} for a position of this size"
            );
        }
    }

    // All whales of a side together leave something for the crowd.
    private void RequireRoom(VenueParameters venue, WhaleDocument whale, GivenPosition position)
    {
        ListingParameters listing = venue.Listings[position.Instrument.Index];
        bool isLong = position.Lots.IsLong;
        Quantity held = venue.HeldByWhales(position.Instrument.Index, isLong);
        Quantity room = isLong ? listing.OpenInterest : listing.OpenInterest - listing.Carried;
        if (held >= room)
        {
            throw Wrong(
                whale,
                nameof(whale.Quantity),
                $"is with other whales as much as the open interest that traders hold, {venue.Rules.Instruments[position.Instrument.Index].Instrument.ToDecimal(room)} {whale.Quantity.Unit}"
            );
        }
    }

    private InputException Wrong(WhaleDocument whale, string member, FormattableString problem) =>
        scenario.Wrong(whale, member, FormattableString.Invariant(problem));
}
