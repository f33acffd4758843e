using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads one lending market of a scenario, and holds it against the scenario's coins and venues.</summary>
internal sealed class LendingReader
{
    private static readonly string[] s_dollars = ["USDC", "USDT", "DAI"];

    private readonly Document<ScenarioDocument> _scenario;
    private readonly string _name;
    private readonly LendingMarketDocument _market;
    private readonly LendingRules _rules;
    private readonly IReadOnlyList<CoinHistory> _histories;
    private readonly VenueParameters _venue;
    private readonly List<LendingListing> _assets = [];

    /// <exception cref="InputException">Its venue is no spot venue of the scenario.</exception>
    public LendingReader(
        Document<ScenarioDocument> scenario,
        string name,
        LendingRules rules,
        IReadOnlyList<VenueParameters> venues,
        IReadOnlyList<CoinHistory> histories
    )
    {
        (_scenario, _name, _rules, _histories) = (scenario, name, rules, histories);
        _market = scenario.Root.Market!.Lending![name];
        VenueParameters[] spot = [.. venues.Where(venue => venue.IsSpot)];
        _venue =
            Array.Find(spot, venue => venue.Name == _market.Venue)
            ?? throw scenario.Wrong(
                _market,
                nameof(_market.Venue),
                $"is no spot venue of the scenario, {Nearest.Hint(_market.Venue, spot.Select(venue => venue.Name))}"
            );
    }

    private bool IsMaker => _rules.Protocol == LendingProtocol.Maker;

    public LendingParameters Read()
    {
        if (_market.Loans is null && _market.Known is null)
        {
            throw _scenario.WrongPart(_market, "needs \"loans\" or \"known\": whose loans they are");
        }

        // Whatever is named first comes first.
        LoanPool[] pools = [.. (_market.Loans ?? []).Select(pool => PoolOf(pool.Key, pool.Value))];
        GivenLoan[] known = [.. (_market.Known ?? []).Select(loan => LoanOf(loan.Key, loan.Value))];
        RequireUsedAssets();
        return new LendingParameters
        {
            Name = _name,
            Rules = _rules,
            Assets = _assets,
            Venue = _venue.Name,
            Oracle = OracleOf(_market.Oracle),
            Liquidators = new LiquidatorParameters(
                _market.Liquidators.Interval.Value,
                _market.Liquidators.LeastProfit.Value.ToDouble(),
                _market.Liquidators.Sell.Value
            ),
            Pools = [.. pools.Select(pool => pool with { Collateral = ForAllAssets(pool.Collateral) })],
            Given = [.. known.Select(loan => loan with { Collateral = ForAllAssets(loan.Collateral) })],
        };
    }

    private OracleRule OracleOf(OracleDocument oracle) =>
        oracle.Deviation is { } deviation && deviation.Value.Rate == Rate.Zero
            ? throw _scenario.Wrong(deviation, "must be above 0 %; leave it out to wait for the heartbeat")
            : new OracleRule(
                oracle.Heartbeat.Value,
                oracle.Deviation?.Value.Rate,
                oracle.Delay?.Value ?? Duration.Zero
            );

    private LoanPool PoolOf(string name, LoanPoolDocument pool)
    {
        if (pool.Accounts.Value > LoanPool.MostLoans)
        {
            throw _scenario.Wrong(
                pool.Accounts,
                FormattableString.Invariant($"must be from 1 to {LoanPool.MostLoans}")
            );
        }

        if (pool.Population.Value < pool.Accounts.Value)
        {
            throw _scenario.Wrong(
                pool.Population,
                FormattableString.Invariant($"must be at least accounts, {pool.Accounts.Value}")
            );
        }

        if (pool.MedianHealth.Value <= 1)
        {
            throw _scenario.Wrong(
                pool.MedianHealth,
                "must be above 1: who owes more than may be owed is liquidated at once"
            );
        }

        int first = CoinIn(pool.Collateral.Value.Unit, problem => _scenario.Wrong(pool.Collateral, problem));
        var collateral = new SortedDictionary<int, Money>
        {
            [first] = UnitsOf(pool.Collateral.Value, first, problem => _scenario.Wrong(pool.Collateral, problem)),
        };
        if (pool.Alongside is { } alongside)
        {
            RequireOneCollateral(alongside);
            int second = CoinIn(alongside.Value.Unit, problem => _scenario.Wrong(alongside, problem));
            if (
                !collateral.TryAdd(
                    second,
                    UnitsOf(alongside.Value, second, problem => _scenario.Wrong(alongside, problem))
                )
            )
            {
                throw _scenario.Wrong(alongside, "must be in another coin than collateral");
            }
        }

        int debt = DebtIn(pool.Debt.Value, [.. collateral.Keys], problem => _scenario.Wrong(pool.Debt, problem));
        return new LoanPool(
            name,
            pool.Accounts.Value,
            pool.Population.Value,
            debt,
            ByAsset(collateral),
            pool.SizeSigma.Value,
            pool.MedianHealth.Value,
            pool.HealthSigma.Value
        );
    }

    private GivenLoan LoanOf(string name, Stated<KnownLoanDocument> stated)
    {
        KnownLoanDocument loan = stated.Value;
        InputException Collateral(string problem) => _scenario.Wrong(loan, nameof(loan.Collateral), problem);
        InputException Debt(string problem) => _scenario.Wrong(loan, nameof(loan.Debt), problem);
        int collateral = CoinIn(loan.Collateral.Unit, Collateral);
        Money held = UnitsOf(loan.Collateral, collateral, Collateral);
        int debtAsset = DebtIn(loan.Debt.Unit, [collateral], Debt);
        Money debt = UnitsOf(loan.Debt, debtAsset, Debt);
        LendingAsset asset = _assets[collateral].Asset;
        Rational allowed =
            Rational.FromDecimal(loan.Collateral.Number * PriceOf(collateral))
            * asset.Factor
            / Rational.FromDecimal(PriceOf(debtAsset));
        return Rational.FromDecimal(loan.Debt.Number) <= allowed
            ? new GivenLoan(name, debtAsset, debt, ByAsset(new SortedDictionary<int, Money> { [collateral] = held }))
            : throw Debt(
                FormattableString.Invariant(
                    $"is above {allowed.RoundTo(Rational.FromFraction(1, 100), Rounding.Floor)} {loan.Debt.Unit}, what may be owed against {loan.Collateral.Number} {loan.Collateral.Unit} at the start"
                )
            );
    }

    // A coin that the venue lists, as an asset of the market.
    private int CoinIn(string symbol, Func<string, InputException> wrong)
    {
        int known = _assets.FindIndex(listed => listed.Asset.Symbol == symbol);
        if (known >= 0 && _assets[known].Coin is not null)
        {
            return known;
        }

        string[] coins = [.. _venue.Listings.Select(listing => _histories[listing.Coin].Coin)];
        int listing = Array.IndexOf(coins, symbol);
        if (listing < 0)
        {
            throw wrong($"is in no coin of the scenario that {_venue.Name} lists, {Nearest.Hint(symbol, coins)}");
        }

        decimal units = _venue.Rules.Instruments[listing].Instrument.LotSize * 100_000_000;
        if (units != decimal.Truncate(units))
        {
            throw wrong($"has lots at {_venue.Name} that are no whole number of 1e-8 {symbol}");
        }

        _assets.Add(new LendingListing(AssetOf(symbol), _venue.Listings[listing].Coin));
        return _assets.Count - 1;
    }

    private LendingAsset AssetOf(string symbol)
    {
        LendingAssetDocument? own = null;
        _ = _market.Assets?.TryGetValue(symbol, out own);
        Rational factor = own?.CollateralFactor is { } share
            ? Rational.FromRate(share.Value.Rate)
            : _rules.CollateralFactor;
        Rational bonus = own?.Bonus is { } stated ? Rational.FromRate(stated.Value.Rate) : _rules.Bonus;
        if (!factor.IsPositive)
        {
            throw _scenario.Wrong(own!.CollateralFactor!, "must be above 0 %");
        }

        if (_rules.Protocol == LendingProtocol.Aave && factor * (Rational.One + bonus) > Rational.One)
        {
            string problem = $"must be at most 100 % with the bonus on top, is {factor * (Rational.One + bonus)}";
            throw own is null
                ? _scenario.Wrong(_market.Rules, $"its collateralFactor {problem}")
                : _scenario.WrongKey(_market.Assets!, symbol, $"its collateralFactor {problem}");
        }

        return new LendingAsset(symbol, LendingListing.CoinDecimals, factor, bonus);
    }

    private int DebtIn(string symbol, int[] collateral, Func<string, InputException> wrong)
    {
        if (s_dollars.Contains(symbol))
        {
            int known = _assets.FindIndex(listed => listed.Asset.Symbol == symbol);
            if (known < 0)
            {
                _assets.Add(new LendingListing(LendingAsset.Dollar(symbol, LendingListing.DollarDecimals), null));
            }

            return known < 0 ? _assets.Count - 1 : known;
        }

        if (IsMaker)
        {
            throw wrong($"must be in a dollar token, {string.Join(", ", s_dollars)}: a vault owes dollars");
        }

        int asset = CoinIn(
            symbol,
            problem => wrong($"is no dollar token ({string.Join(", ", s_dollars)}) and {problem}")
        );
        return collateral.Contains(asset) ? throw wrong("must be another coin than the collateral") : asset;
    }

    private void RequireOneCollateral(Stated<Amount> alongside)
    {
        if (IsMaker)
        {
            throw _scenario.Wrong(alongside, "must be left out: a vault has one collateral");
        }
    }

    private void RequireUsedAssets()
    {
        foreach (string coin in (_market.Assets ?? []).Keys)
        {
            if (!_assets.Exists(listed => listed.Coin is not null && listed.Asset.Symbol == coin))
            {
                throw _scenario.WrongKey(
                    _market.Assets!,
                    coin,
                    $"is in no loan of {_name}, {Nearest.Hint(coin, _assets.Where(listed => listed.Coin is not null).Select(listed => listed.Asset.Symbol))}"
                );
            }
        }
    }

    private Money UnitsOf(Amount amount, int asset, Func<string, InputException> wrong)
    {
        decimal units = amount.Number * (_assets[asset].Coin is null ? 1_000_000 : 100_000_000);
        bool isCountable =
            units >= 1
            && units == decimal.Truncate(units)
            && amount.Number * PriceOf(asset) <= Amount.LargestMoney / 10;
        return isCountable
            ? Money.FromMinorUnits((long)units)
            : throw wrong(
                FormattableString.Invariant(
                    $"must be above 0, worth at most {Amount.LargestMoney / 10} USD, and in {amount.Unit} of {(_assets[asset].Coin is null ? 6 : 8)} decimals"
                )
            );
    }

    private decimal PriceOf(int asset) => _assets[asset].Coin is { } coin ? _histories[coin].Price : 1;

    private static Money[] ByAsset(SortedDictionary<int, Money> collateral)
    {
        var amounts = new Money[collateral.Keys.Max() + 1];
        foreach ((int asset, Money amount) in collateral)
        {
            amounts[asset] = amount;
        }

        return amounts;
    }

    private Money[] ForAllAssets(IReadOnlyList<Money> collateral) =>
        [.. collateral, .. Enumerable.Repeat(Money.Zero, _assets.Count - collateral.Count)];
}
