using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads what a market is made of, and holds its parts against each other.</summary>
internal sealed class MarketReader(Document<ScenarioDocument> scenario, IReadOnlyList<VenueParameters> venues)
{
    private const double WholeTolerance = 1e-9;
    private static readonly Duration s_longestStep = Duration.FromSeconds(60);

    private MarketDocument Market => scenario.Root.Market!;

    public MarketParameters Read()
    {
        RequireWholeFlow();
        return new MarketParameters
        {
            Step = StepOf(Market.Step),
            Revelation = Market.Revelation.Value,
            LatentParticipation = Market.LatentParticipation.Value.ToDouble(),
            Comovement = Market.Comovement.Value.ToDouble(),
            Spillover = Market.Spillover.Value.ToDouble(),
            CommonNoise = CommonNoise(),
            AccountsPerFirm = AccountsPerFirm(),
            Refill = Market.Refill.Value,
            Shock = ShockOf(Market.Shock),
            Coins = [.. scenario.Root.Coins.Keys.Select(CoinOf)],
            Makers = MakersOf(Market.Makers),
            Arbitrage = ArbitrageOf(Market.Arbitrage),
            Behaviour = BehaviourOf(Market.Behaviour),
            Newcomers = Market.Newcomers is null ? null : NewcomersOf(Market.Newcomers),
            Switches = new Switches(
                Market.Switches.Liquidations.Value,
                Market.Switches.Feedback.Value,
                Market.Switches.MakersWithdraw.Value,
                Market.Switches.MakersDeleveraged.Value
            ),
            Books = ChosenBooks(Market.Books is null ? null : BooksOf(Market.Books)),
        };
    }

    private BookParameters? ChosenBooks(BookParameters? described)
    {
        if (Market.Liquidity is not { Value: LiquidityKind.Books } chosen)
        {
            return null;
        }

        if (described is null)
        {
            throw scenario.Wrong(chosen, "needs \"books\" beside it: what rests in them");
        }

        return Market.Switches.Feedback.Value
            ? described
            : throw scenario.Wrong(
                Market.Switches.Feedback,
                "must be true where liquidity is books: an order in a book moves its price"
            );
    }

    private double CommonNoise()
    {
        double share = Market.CommonNoise.Value.ToDouble();
        return share > 0 ? share : throw scenario.Wrong(Market.CommonNoise, "must be above 0 %");
    }

    private int AccountsPerFirm()
    {
        int accounts = Market.AccountsPerFirm.Value;
        return accounts is >= 1 and <= MarketParameters.MostAccountsPerFirm
            ? accounts
            : throw scenario.Wrong(Market.AccountsPerFirm, $"must be from 1 to {MarketParameters.MostAccountsPerFirm}");
    }

    private BookParameters BooksOf(BooksDocument books)
    {
        double reach = books.PublicReach.Value.ToDouble();
        return books.Levels.Value is < 1 or > BookParameters.MostLevels
                ? throw scenario.Wrong(books.Levels, $"must be from 1 to {BookParameters.MostLevels}")
            : reach is <= 0 or >= 1 ? throw scenario.Wrong(books.PublicReach, "must be above 0 and below 100 %")
            : new BookParameters(books.Levels.Value, reach);
    }

    private ShockParameters ShockOf(ShockDocument shock)
    {
        WindowDocument window = scenario.Root.Window;
        if (shock.Time.Value < window.Start || shock.Time.Value >= window.End)
        {
            throw scenario.Wrong(shock.Time, $"lies outside the window, {window.Start} to {window.End}");
        }

        return new ShockParameters(
            shock.Time.Value,
            WithinBooks(shock.Size),
            shock.ShareAtOnce.Value.ToDouble(),
            shock.SinksIn.Value,
            shock.Course?.Value ?? NewsCourse.Even
        );
    }

    // Latent orders stand down to -90 %; forced selling needs room between what news leaves of a price and there.
    private double WithinBooks(Stated<Share> size)
    {
        double beta = Market.Coins.Values.Select(coin => coin.Beta.Value).Append(1).Max();
        double largest = Math.Floor(1_000 * (1 - PortableMath.Pow(1 - ShockParameters.DeepestFall, 1 / beta))) / 1_000;
        return size.Value.ToDouble() <= largest
            ? size.Value.ToDouble()
            : throw scenario.Wrong(
                size,
                FormattableString.Invariant(
                    $"must be at most {100 * largest:0.#} %: it takes the coin of beta {beta} down by {100 * ShockParameters.DeepestFall:0} %, and nobody's orders stand below -90 %"
                )
            );
    }

    private CoinParameters CoinOf(string coin)
    {
        if (!Market.Coins.TryGetValue(coin, out CoinInMarketDocument? document))
        {
            throw scenario.WrongPart(Market.Coins, $"the key \"{coin}\" is missing: it is a coin of the scenario");
        }

        return new CoinParameters(
            document.Beta.Value,
            InDollars(document.LatentDensity) * Market.LatentFactor.Value,
            Below100(document.Volatility)
        );
    }

    private MakerParameters MakersOf(MakersDocument makers) =>
        new()
        {
            Firms = makers.Firms.Value,
            CapitalOverDepth = makers.CapitalOverDepth.Value,
            Leverage = makers.Leverage.Value,
            CarryShare = Below100(makers.CarryShare),
            HalfDepthVolatility = makers.HalfDepthVolatility.Value,
            FirmSpread =
                makers.FirmSpread.Value >= 1
                    ? makers.FirmSpread.Value
                    : throw scenario.Wrong(makers.FirmSpread, "must be at least 1"),
            Steepness = makers.Steepness.Value,
            LeastShare = makers.LeastShare.Value.ToDouble(),
            SpreadOverVolatility = makers.SpreadOverVolatility.Value,
            VolatilityMemory = makers.VolatilityMemory.Value,
            InventoryLimit = makers.InventoryLimit.Value,
            LossLimit = Below100(makers.LossLimit),
            PullAfterDeleveraging = makers.PullAfterDeleveraging.Value,
            HedgeTime = makers.HedgeTime.Value,
            HedgeDepth = makers.HedgeDepth.Value.ToDouble(),
            Interval = makers.Interval.Value,
            Latency = makers.Latency.Value,
        };

    private ArbitrageParameters ArbitrageOf(ArbitrageDocument arbitrage) =>
        new(
            arbitrage.Cost.Value.ToDouble(),
            arbitrage.Speed.Value.ToDouble(),
            arbitrage.Capacity.Value.ToDouble(),
            arbitrage.CapitalOverDepth.Value,
            arbitrage.Leverage.Value,
            arbitrage.Latency.Value < Market.Step.Value
                ? arbitrage.Latency.Value
                : throw scenario.Wrong(arbitrage.Latency, $"must be shorter than a step, {Market.Step.Value}"),
            arbitrage.Pause.Value
        );

    private BehaviourParameters BehaviourOf(BehaviourDocument behaviour) =>
        new(
            behaviour.StopShare.Value.ToDouble(),
            behaviour.StopDistance.Value.ToDouble(),
            behaviour.StopDelay.Value,
            behaviour.TakeProfitShare.Value.ToDouble(),
            behaviour.TakeProfitDistance.Value.ToDouble(),
            behaviour.DistanceSigma.Value,
            behaviour.AddMarginShare.Value.ToDouble(),
            behaviour.AddedMargin.Value.Rate,
            behaviour.ExitShare.Value.ToDouble(),
            behaviour.ExitDistance.Value.ToDouble(),
            behaviour.ExitDelay.Value,
            behaviour.Participation.Value.ToDouble(),
            MarketOrderReachOf(behaviour),
            behaviour.Latency.Value
        );

    private double MarketOrderReachOf(BehaviourDocument behaviour)
    {
        double reach = behaviour.MarketOrderReach.Value.ToDouble();
        return reach is > 0 and < 1
            ? reach
            : throw scenario.Wrong(behaviour.MarketOrderReach, "must be above 0 % and below 100 %");
    }

    private NewcomerParameters NewcomersOf(NewcomersDocument newcomers) =>
        newcomers.Accounts.Value is < 1 or > NewcomerParameters.MostAccounts
            ? throw scenario.Wrong(newcomers.Accounts, $"must be from 1 to {NewcomerParameters.MostAccounts}")
        : newcomers.Distance.Value.ToDouble() <= 0 ? throw scenario.Wrong(newcomers.Distance, "must be above 0 %")
        : new NewcomerParameters(
            newcomers.Accounts.Value,
            newcomers.Share.Value.ToDouble(),
            newcomers.ChasingShare.Value.ToDouble(),
            newcomers.Distance.Value.ToDouble(),
            newcomers.DistanceSigma.Value,
            newcomers.Delay.Value,
            newcomers.MedianLeverage.Value.Hundredths / 100.0,
            newcomers.LeverageSigma.Value
        );

    // Latent orders and noise of a coin are shared out among its venues, all of them.
    private void RequireWholeFlow()
    {
        (string Coin, double Sum)[] wrong =
        [
            .. scenario
                .Root.Coins.Keys.Select((name, number) => (Coin: name, Sum: SumOfFlow(number)))
                .Where(flow => Math.Abs(flow.Sum - 1) > WholeTolerance),
        ];
        if (wrong.Length > 0)
        {
            string others =
                wrong.Length > 1 ? $"; so must {string.Join(", ", wrong[1..].Select(flow => flow.Coin))}" : "";
            throw scenario.WrongKey(
                scenario.Root.Coins,
                wrong[0].Coin,
                FormattableString.Invariant(
                    $"its flowShare adds up to {wrong[0].Sum:P1} over all venues, must be 100 %{others}"
                )
            );
        }
    }

    private double SumOfFlow(int coin) =>
        venues
            .SelectMany(venue => venue.Listings)
            .Where(listing => listing.Coin == coin)
            .Sum(listing => listing.FlowShare);

    private Duration StepOf(Stated<Duration> step) =>
        step.Value <= s_longestStep
            ? step.Value
            : throw scenario.Wrong(step, $"must be at most {s_longestStep}: everybody acts once a step");

    private double InDollars(Stated<Amount> amount) =>
        amount.Value.Unit == "USD" && amount.Value.Number > 0
            ? (double)amount.Value.Number
            : throw scenario.Wrong(amount, "must be in USD and above 0");

    private double Below100(Stated<Share> share) =>
        share.Value.ToDouble() < 1 ? share.Value.ToDouble() : throw scenario.Wrong(share, "must be below 100 %");
}
