using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads one venue of a scenario.</summary>
internal sealed class VenueReader
{
    // Marks reach from one tick to below this many.
    private const decimal TicksEnd = 1 << 30;

    private readonly Document<ScenarioDocument> _scenario;
    private readonly string _name;
    private readonly VenueInScenarioDocument _venue;
    private readonly RuleSetReader _rules;
    private readonly string[] _coins;

    public VenueReader(Document<ScenarioDocument> scenario, string name, RuleSetReader rules)
    {
        _scenario = scenario;
        _name = name;
        _venue = scenario.Root.Venues[name];
        _rules = rules;
        RequireKnownCoins();
        // In the order of the venue's file, as instruments are numbered.
        _coins = [.. rules.Root.Instruments.Keys.Where(_venue.Listings.ContainsKey)];
    }

    public VenueParameters Read(CrowdReader crowd, IReadOnlyList<PriceTape> tapes)
    {
        VenueRules rules = _rules.Read(_coins);
        var venue = new VenueParameters
        {
            Name = _name,
            Rules = rules,
            Listings = [.. rules.Instruments.Select(instrument => ListingOf(instrument.Instrument, crowd, tapes))],
            Crowd = new CrowdOfVenue(_venue.Accounts.Value, _venue.Population.Value),
            FundCapital = FundCapital(),
            Slippage = _venue.Slippage.Value.Rate,
            MarkInterval = _rules.Root.MarkInterval.Value,
            UnwindInterval = _venue.UnwindInterval.Value,
            UnwindShare = _venue.UnwindShare.Value.Rate,
            Fundings = [.. (_venue.Fundings ?? []).Select(funding => FundingOf(funding.Value))],
        };
        RequireEnoughLots(venue);
        return venue;
    }

    private void RequireKnownCoins()
    {
        foreach (string coin in _venue.Listings.Keys)
        {
            if (!_rules.Root.Instruments.ContainsKey(coin))
            {
                string hint = Nearest.Hint(coin, _rules.Root.Instruments.Keys);
                throw _scenario.WrongKey(_venue.Listings, coin, $"is not listed at {_rules.Root.Name}, {hint}");
            }

            if (!_scenario.Root.Coins.ContainsKey(coin))
            {
                string hint = Nearest.Hint(coin, _scenario.Root.Coins.Keys);
                throw _scenario.WrongKey(_venue.Listings, coin, $"is no coin of this scenario, {hint}");
            }
        }
    }

    private ListingParameters ListingOf(Instrument instrument, CrowdReader crowd, IReadOnlyList<PriceTape> tapes)
    {
        string coin = _coins[instrument.Id.Index];
        int number = _scenario.Root.Coins.IndexOf(coin);
        ListingDocument listing = _venue.Listings[coin];
        Amount openInterest = listing.OpenInterest.Value;
        if (openInterest.Unit != coin)
        {
            throw _scenario.Wrong(listing.OpenInterest, $"must be in {coin}");
        }

        if (openInterest.Number == 0 || !instrument.TryQuantity(openInterest.Number, out Quantity lots))
        {
            throw _scenario.Wrong(
                listing.OpenInterest,
                $"must be a whole number of lots of {instrument.LotSize} {coin}, above 0"
            );
        }

        RequireCountablePrices(instrument, tapes[number]);
        decimal value = openInterest.Number * tapes[number].PriceAt(_scenario.Root.Window.Start);
        return value <= Amount.LargestMoney
            ? new ListingParameters(number, lots, (double)value, crowd.CumulativeOf(listing.Mixture))
            : throw _scenario.Wrong(
                listing.OpenInterest,
                $"must be worth at most {Amount.LargestMoney} {instrument.Settlement.Code}"
            );
    }

    // Every account holds a lot or more in one coin or another; the draw decides in which, and refuses what it cannot split.
    private void RequireEnoughLots(VenueParameters venue)
    {
        if (venue.Crowd.Population < venue.Crowd.Accounts)
        {
            throw _scenario.Wrong(
                _venue.Population,
                FormattableString.Invariant($"must be at least the {venue.Crowd.Accounts} accounts that stand for it")
            );
        }

        long lots = venue.Listings.Sum(listing => listing.OpenInterest.Lots);
        if (2 * lots < venue.Crowd.Population)
        {
            throw _scenario.Wrong(
                _venue.Population,
                FormattableString.Invariant($"is more than open interest can be split among: {lots} lots a side")
            );
        }
    }

    private Money FundCapital() =>
        _rules.TryMoney(_venue.FundCapital.Value, out Money capital)
            ? capital
            : throw _scenario.Wrong(_venue.FundCapital, _rules.MoneyProblem);

    private void RequireCountablePrices(Instrument instrument, PriceTape tape)
    {
        decimal[] ticks =
        [
            .. tape.TurningPoints.Select(time => decimal.Round(tape.PriceAt(time) / instrument.TickSize)),
        ];
        if (ticks.Min() < 1 || ticks.Max() >= TicksEnd)
        {
            string range =
                $"{ticks.Min()} to {ticks.Max()} ticks of {instrument.TickSize}, must be from 1 to below {TicksEnd}";
            throw _scenario.WrongKey(_venue.Listings, _coins[instrument.Id.Index], $"its tape runs over {range}");
        }
    }

    private FundingPayment FundingOf(FundingDocument funding)
    {
        WindowDocument window = _scenario.Root.Window;
        Duration interval = _rules.Root.FundingInterval.Value;
        int instrument = Array.IndexOf(_coins, funding.Coin);
        if (instrument < 0)
        {
            throw _scenario.Wrong(
                funding,
                nameof(funding.Coin),
                $"has no listing at {_name}, {Nearest.Hint(funding.Coin, _coins)}"
            );
        }

        if (funding.Time <= window.Start || funding.Time > window.End)
        {
            throw _scenario.Wrong(funding, nameof(funding.Time), "lies outside the window");
        }

        if (funding.Time.UnixNanoseconds % interval.Nanoseconds != 0)
        {
            throw _scenario.Wrong(
                funding,
                nameof(funding.Time),
                $"must fall on the funding interval of {_rules.Root.Name}, {interval}"
            );
        }

        return new FundingPayment(funding.Time, new InstrumentId(instrument), funding.Rate);
    }
}
