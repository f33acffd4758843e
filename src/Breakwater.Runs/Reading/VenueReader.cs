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
        if (IsSpot && rules.IsInverse)
        {
            throw scenario.Wrong(_venue.Spot!, "must be false: inverse contracts are not paid in full");
        }

        // In the order of the venue's file, as instruments are numbered.
        _coins = [.. rules.Root.Instruments.Keys.Where(_venue.Listings.ContainsKey)];
    }

    public VenueParameters Read(CrowdReader crowd, IReadOnlyList<CoinHistory> histories, IReadOnlyList<PriceTape> tapes)
    {
        var collateral = new CollateralReader(_scenario, _venue, _rules, histories);
        VenueRules rules = collateral.In(WithThroughput(Capped(_rules.Read(_coins))));
        var venue = new VenueParameters
        {
            Name = _name,
            Rules = rules,
            Listings =
            [
                .. rules.Instruments.Select(instrument => ListingOf(instrument.Instrument, crowd, histories, tapes)),
            ],
            Crowd = IsSpot ? default : new CrowdOfVenue(Accounts.Value, Population.Value),
            GivenAccounts = IsSpot ? [] : null,
            IsSpot = IsSpot,
            Collateral = collateral.OfCrowd(),
            Mark = MarkOf(_rules.Root.Mark),
            FundCapital = FundCapital(),
            Slippage = HasMarket ? Rate.Zero : Slippage.Value.Rate,
            MarkInterval = _rules.Root.MarkInterval.Value,
            UnwindInterval = UnwindInterval.Value,
            UnwindShare = UnwindShare.Value.Rate,
            UnwindAllUpTo = Unwinding?.AllUpTo?.Value ?? 0,
            Fundings = [.. (_venue.Fundings ?? []).Select(funding => FundingOf(funding.Value))],
        };
        if (!IsSpot)
        {
            RequireEnoughLots(venue);
        }

        return venue;
    }

    private bool HasMarket => _scenario.Root.Market is not null;

    private bool IsSpot => _venue.Spot?.Value ?? false;

    private Stated<int> Accounts => _scenario.Needed(_venue, _venue.Accounts, "accounts", "the venue has a crowd");

    private Stated<int> Population =>
        _scenario.Needed(_venue, _venue.Population, "population", "the venue has a crowd");

    private Stated<Share> Slippage =>
        _scenario.Needed(_venue, _venue.Slippage, "slippage", "without a market, it stands for one");

    private UnwindingDocument? Unwinding => _rules.Root.Fund.Unwinding;

    private Stated<Duration> UnwindInterval =>
        _scenario.Needed(_venue, _venue.UnwindInterval ?? Unwinding?.Every, "unwindInterval", NoSchedule);

    private Stated<Share> UnwindShare =>
        _scenario.Needed(_venue, _venue.UnwindShare ?? Unwinding?.Share, "unwindShare", NoSchedule);

    private string NoSchedule => $"the rules of {_rules.Root.Name} state no schedule for its {_rules.Root.Fund.Name}";

    /// <summary>That the rule set gives to any position here, before a cap of the scenario's.</summary>
    public Leverage HighestLeverage =>
        _rules.Read(_coins).Instruments.Max(instrument => instrument.Margin.HighestLeverage);

    private VenueRules Capped(VenueRules rules) =>
        _venue.LeverageCap is not { } cap
            ? rules
            : rules with
            {
                Instruments =
                [
                    .. rules.Instruments.Select(instrument =>
                        instrument with
                        {
                            Margin = instrument.Margin.WithLeverageUpTo(cap.Value),
                        }
                    ),
                ],
            };

    private VenueRules WithThroughput(VenueRules rules) =>
        _venue.Throughput is not { } throughput
            ? rules
            : rules with
            {
                Liquidation = rules.Liquidation with { Throughput = throughput.Value },
            };

    private static MarkMethod MarkOf(MarkRulesDocument? mark) =>
        mark is null
            ? new MarkMethod(MarkForm.LastTrade, Duration.Zero, Duration.Zero, IsExponential: false, 0)
            : new MarkMethod(
                mark.Form.Value,
                mark.Smoothing?.Value ?? Duration.Zero,
                mark.Sampling?.Value ?? Duration.Zero,
                mark.BasisIsExponential?.Value ?? false,
                mark.BasisBound?.Value.Value.ToDouble() ?? 0
            );

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

    private ListingParameters ListingOf(
        Instrument instrument,
        CrowdReader crowd,
        IReadOnlyList<CoinHistory> histories,
        IReadOnlyList<PriceTape> tapes
    )
    {
        string coin = _coins[instrument.Id.Index];
        int number = _scenario.Root.Coins.IndexOf(coin);
        ListingDocument listing = _venue.Listings[coin];
        if (!HasMarket)
        {
            RequireCountablePrices(instrument, tapes[number]);
        }

        ListingParameters parameters = IsSpot
            ? new ListingParameters(number, Quantity.Zero, 0, [])
            : WithCrowd(instrument, number, listing, crowd, histories[number].Price);
        return HasMarket ? InMarket(listing, parameters) : parameters;
    }

    private ListingParameters WithCrowd(
        Instrument instrument,
        int coin,
        ListingDocument listing,
        CrowdReader crowd,
        decimal price
    )
    {
        string when = "the venue has a crowd";
        Stated<Amount> openInterest = _scenario.Needed(listing, listing.OpenInterest, "openInterest", when);
        Stated<string> mixture = _scenario.Needed(listing, listing.Mixture, "mixture", when);
        string name = _coins[instrument.Id.Index];
        string unit = _rules.QuantityUnit(name);
        if (openInterest.Value.Unit != unit)
        {
            throw _scenario.Wrong(openInterest, $"must be in {unit}");
        }

        if (openInterest.Value.Number == 0 || !instrument.TryQuantity(openInterest.Value.Number, out Quantity lots))
        {
            throw _scenario.Wrong(
                openInterest,
                $"must be a whole number of lots of {instrument.LotSize} {unit}, above 0"
            );
        }

        decimal value = instrument.ToQuote(lots, price);
        return value <= Amount.LargestMoney
            ? new ListingParameters(coin, lots, (double)value, crowd.CumulativeOf(mixture))
            {
                LeverageFactor = _scenario.Root.Coins[name].LeverageFactor?.Value ?? 1,
            }
            : throw _scenario.Wrong(
                openInterest,
                $"must be worth at most {Amount.LargestMoney} {(instrument.Kind == ContractKind.Linear ? instrument.Settlement : Currency.Usd).Code}"
            );
    }

    private ListingParameters InMarket(ListingDocument listing, ListingParameters parameters)
    {
        string when = "a market trades here";
        Stated<Amount> depth = _scenario.Needed(listing, listing.Depth, "depth", when);
        Stated<Share> flow = _scenario.Needed(listing, listing.FlowShare, "flowShare", when);
        if (depth.Value.Unit != "USD" || depth.Value.Number == 0)
        {
            throw _scenario.Wrong(depth, "must be in USD and above 0");
        }

        Rate carried = _scenario.Root.Market!.Makers.CarryShare.Value.Rate;
        long lots = carried.Of(Money.FromMinorUnits(parameters.OpenInterest.Lots), Rounding.Floor).MinorUnits;
        return parameters with
        {
            Depth = (double)depth.Value.Number,
            FlowShare = flow.Value.ToDouble(),
            Carried = Quantity.FromLots(lots),
        };
    }

    // Every account holds a lot or more in one coin or another; the draw decides in which, and refuses what it cannot split.
    private void RequireEnoughLots(VenueParameters venue)
    {
        if (venue.Crowd.Population < venue.Crowd.Accounts)
        {
            throw _scenario.Wrong(
                Population,
                FormattableString.Invariant($"must be at least the {venue.Crowd.Accounts} accounts that stand for it")
            );
        }

        long lots = venue.Listings.Sum(listing => listing.OpenInterest.Lots);
        if (2 * lots < venue.Crowd.Population)
        {
            throw _scenario.Wrong(
                Population,
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
