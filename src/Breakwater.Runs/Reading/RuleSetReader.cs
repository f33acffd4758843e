using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads a venue file into the rules of the exchange.</summary>
internal sealed class RuleSetReader
{
    private static readonly Currency[] s_currencies = [Currency.Usdt, Currency.Usdc];

    private const string Contracts = "CONT";
    private const string AnyCoin = "COIN";
    private const string Quote = "USD";
    private const int MostDecimals = 12;

    private readonly Document<VenueDocument> _venue;
    private readonly MarginScheduleReader _schedules;

    /// <param name="coin">For which a venue is read that settles in the coin itself.</param>
    /// <param name="unified">The mode in which its positions are held; null where the settlement currency alone counts.</param>
    public RuleSetReader(Document<VenueDocument> venue, string coin, UnifiedReader? unified = null)
    {
        _venue = venue;
        _schedules = new MarginScheduleReader(venue, this);
        Unified = unified;
        ExecutedParts.Require(venue);
        BasisSamples.Require(venue);
        if (venue.Root.Instruments.TryGetValue(coin, out InstrumentDocument? instrument))
        {
            ExecutedParts.Require(venue, instrument);
        }

        Settlement = SettlesInCoin(venue) ? CoinOf(venue, coin) : CurrencyOf(venue);
        if (unified is not null)
        {
            RequireUnifiable(unified);
        }
    }

    /// <summary>Whether each coin has margin, profit and loss of its own: then its instrument is a venue of its own.</summary>
    public static bool SettlesInCoin(Document<VenueDocument> venue) =>
        venue.Root.Margin?.Contract.Value == ContractKind.Inverse;

    public VenueDocument Root => _venue.Root;

    /// <summary>Null where the settlement currency alone counts.</summary>
    public UnifiedReader? Unified { get; }

    public string Name => Unified?.Name ?? Root.Name;

    public Currency Settlement { get; }

    /// <summary>Contracts count US dollars, and margin, profit and loss are in the coin.</summary>
    public bool IsInverse => SettlesInCoin(_venue);

    /// <summary>What quantities of a coin's instrument are counted in.</summary>
    public string QuantityUnit(string coin) => IsInverse ? Quote : coin;

    /// <summary>What is wrong with an amount that is no money of this venue.</summary>
    public string MoneyProblem =>
        $"must be in {Settlement.Code}, in steps of {Settlement.MinorUnit}, and at most {Amount.LargestMoney}";

    public bool TryMoney(Amount amount, out Money money)
    {
        money = Money.Zero;
        return amount.Unit == Settlement.Code
            && amount.Number <= Amount.LargestMoney
            && Settlement.TryFromDecimal(amount.Number, out money);
    }

    /// <summary>The rules for some of the coins that the venue lists.</summary>
    /// <param name="coins">In order of their instruments.</param>
    public VenueRules Read(IReadOnlyList<string> coins) =>
        new(
            Name,
            Settlement,
            [.. coins.Select((coin, i) => InstrumentOf(new InstrumentId(i), coin, Root.Instruments[coin]))],
            LiquidationOf(Root.Liquidation),
            DeleveragingOf(Root.Deleveraging),
            new FundRules(Root.Fund.Name, Root.Fund.PaysDeficits.Value)
        )
        {
            LossSharing = Root.Deleveraging.LossSharing?.Value ?? LossSharing.None,
            Collateral = Unified is null ? null : new CollateralRules([], Unified.Rules()),
        };

    private void RequireUnifiable(UnifiedReader unified)
    {
        if (IsInverse)
        {
            throw unified.WrongPositions("has inverse contracts: collateral stands behind linear ones");
        }

        if (Root.Liquidation.Ladder?.Value is LadderKind.BlockLimits or LadderKind.CoverShortage)
        {
            throw unified.WrongPositions("has a ladder that counts the wallet alone: no run carries both out");
        }
    }

    private LiquidationRules LiquidationOf(LiquidationDocument liquidation)
    {
        var rules = new LiquidationRules
        {
            Ladder = liquidation.Ladder?.Value ?? LadderKind.OneOrder,
            ClearanceFee = FeeOf(liquidation.ClearanceFee),
            OrderLimitedAtBankruptcyPrice = liquidation.OrderLimitedAtBankruptcyPrice.Value,
            TakeOverBelow = liquidation.TakeOverBelow?.Value.Rate ?? Rate.Zero,
            Throughput = liquidation.Throughput?.Value ?? int.MaxValue,
            LiquidatorFee = BelowOne(liquidation.LiquidatorFee),
            MarginBuffer = BelowOne(liquidation.MarginBuffer),
            Block = liquidation.Ladder?.Value == LadderKind.BlockLimits ? BlockOf(liquidation) : null,
        };
        if (liquidation.Slice is { } slice)
        {
            return rules with { PartialShare = slice.Value.Rate };
        }

        return liquidation.PartialOrder is not { } partial
            ? rules
            : rules with
            {
                PartialShare =
                    partial.Share.Value.Rate > Rate.Zero
                        ? partial.Share.Value.Rate
                        : throw _venue.Wrong(partial.Share, "must be above 0 %"),
                PartialAbove = MoneyOf(partial.Above.Value, partial.Above, nameof(partial.Above.Value)),
                PartialCooldown = partial.Cooldown.Value,
            };
    }

    private Rational BelowOne(Stated<Factor>? share) =>
        share is null || share.Value.Value < Rational.One
            ? share?.Value.Value ?? Rational.Zero
            : throw _venue.Wrong(share, "must be below 100 %");

    private Rate FeeOf(Stated<Share> fee) =>
        fee.Value.Rate < Rate.One ? fee.Value.Rate : throw _venue.Wrong(fee, "must be below 100 %");

    private BlockRules BlockOf(LiquidationDocument liquidation) =>
        new()
        {
            MinNotional = MoneyOf(liquidation.MinBlockNotional) ?? Money.Zero,
            MaxShare = liquidation.MaxBlockShare?.Value.Rate ?? Rate.One,
            MaxAccountNotional = MoneyOf(liquidation.MaxAccountNotional),
            MaxFundLoss = MoneyOf(liquidation.MaxFundLoss),
            SurplusFee = liquidation.SurplusFee?.Value.Value ?? Rational.Zero,
            BankruptcyAdjustment = liquidation.BankruptcyAdjustment?.Value.Value ?? Rational.One,
            SpreadToMaintenance = liquidation.SpreadToMaintenance?.Value.Value ?? Rational.Zero,
        };

    private Money? MoneyOf(Stated<Amount>? amount) =>
        amount is null ? null : MoneyOf(amount.Value, amount, nameof(amount.Value));

    private DeleveragingRules DeleveragingOf(DeleveragingDocument deleveraging)
    {
        var rules = new DeleveragingRules(
            deleveraging.Trigger.Value,
            deleveraging.Ranking.Value,
            deleveraging.Price.Value
        )
        {
            InitialAt = Root.Margin?.InitialAt.Value ?? MarginBasis.Mark,
        };
        if (rules.Trigger != DeleveragingTrigger.FundDrawdown)
        {
            return rules;
        }

        return rules with
        {
            Drawdown = deleveraging.Drawdown?.Value.Rate ?? throw MissingForDrawdown("drawdown"),
            DrawdownWindow = deleveraging.Window?.Value ?? throw MissingForDrawdown("window"),
        };
    }

    private InputException MissingForDrawdown(string key) =>
        _venue.WrongPart(Root.Deleveraging, $"the key \"{key}\" is missing, as the trigger fund-drawdown asks for it");

    private static Currency CurrencyOf(Document<VenueDocument> venue)
    {
        string code = venue.Root.Settlement;
        return Array.Find(s_currencies, currency => currency.Code == code)
            ?? throw venue.Wrong(
                venue.Root,
                nameof(venue.Root.Settlement),
                $"is no settlement currency, {Nearest.Hint(code, s_currencies.Select(currency => currency.Code))}"
            );
    }

    private static Currency CoinOf(Document<VenueDocument> venue, string coin)
    {
        string code = venue.Root.Settlement;
        if (code != AnyCoin && code != coin)
        {
            throw venue.Wrong(
                venue.Root,
                nameof(venue.Root.Settlement),
                $"must be {AnyCoin} or {coin}: contracts are inverse"
            );
        }

        Stated<Amount> unit =
            venue.Root.Unit
            ?? throw venue.WrongPart(
                venue.Root,
                "the key \"unit\" is missing: a coin's smallest amount is known to no other"
            );
        int decimals = Enumerable.Range(0, MostDecimals + 1).FirstOrDefault(IsUnit, -1);
        return unit.Value.Unit == code && decimals >= 0
            ? new Currency(coin, decimals)
            : throw venue.Wrong(
                unit,
                $"must be in {code}, 1 or a tenth, hundredth and so on of it to the twelfth place"
            );

        bool IsUnit(int places) => new Currency(coin, places).MinorUnit == unit.Value.Number;
    }

    private InstrumentRules InstrumentOf(InstrumentId id, string coin, InstrumentDocument document)
    {
        ExecutedParts.Require(_venue, document);
        MarginDocument? margin = Root.Margin;
        Instrument instrument = IsInverse ? InverseOf(id, document) : LinearOf(id, coin, document);
        return new InstrumentRules(instrument, _schedules.Read(document))
        {
            MaintenanceAt = margin?.MaintenanceAt.Value ?? MarginBasis.Mark,
            LiquidatesAtEquality = margin?.LiquidatesAtEquality.Value ?? false,
            ReservedFee = FeeThat(ClosingFee.Reserved),
            ClearanceFee = document.ClearanceFee is { } fee ? FeeOf(fee) : null,
        };
    }

    private Instrument LinearOf(InstrumentId id, string coin, InstrumentDocument document)
    {
        decimal tick = StepOf(document.Tick, Settlement.Code);
        decimal lot = LotOf(document, coin);
        return tick * lot % Settlement.MinorUnit == 0
            ? new Instrument(id, document.Symbol, Settlement, tick, lot)
            : throw _venue.Wrong(
                document.Tick,
                $"times the lot must be a whole number of {Settlement.MinorUnit} {Settlement.Code}"
            );
    }

    private Instrument InverseOf(InstrumentId id, InstrumentDocument document)
    {
        decimal tick = StepOf(document.Tick, Quote);
        decimal lot = LotOf(document, Quote);
        return lot / tick % Settlement.MinorUnit == 0
            ? Instrument.Inverse(id, document.Symbol, Settlement, tick, lot)
            : throw _venue.Wrong(
                document.Lot,
                $"over the tick must be a whole number of {Settlement.MinorUnit} {Settlement.Code}"
            );
    }

    // In the unit that quantities count: coins, or of inverse contracts the quote currency.
    private decimal LotOf(InstrumentDocument document, string unit) =>
        document.Contract is { } contract
            ? StepOf(document.Lot, Contracts) * StepOf(contract, unit)
            : StepOf(document.Lot, unit);

    /// <summary>The taker fee where the venue counts it so, else zero.</summary>
    public Rate FeeThat(ClosingFee counts) =>
        Root.Margin is { } margin && margin.ClosingFee.Value == counts ? margin.TakerFee.Value.Rate : Rate.Zero;

    private decimal StepOf(Stated<Amount> step, string unit) =>
        step.Value.Unit == unit && step.Value.Number > 0
            ? step.Value.Number
            : throw _venue.Wrong(step, $"must be in {unit} and above 0");

    /// <param name="part">What states it.</param>
    /// <exception cref="InputException">It is no money of this venue.</exception>
    public Money MoneyOf(Amount amount, object part, string member) =>
        TryMoney(amount, out Money money) ? money : throw _venue.Wrong(part, member, MoneyProblem);
}
