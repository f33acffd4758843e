using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads a venue file into exact, named parts.</summary>
internal sealed class ExactRulesReader(Document<VenueDocument> venue)
{
    private static readonly Rational s_defaultUnit = Rational.FromFraction(1, 1_000_000);
    private static readonly Rational s_secondsPerHour = Rational.FromInteger(3600);

    private readonly VenueDocument _root = venue.Root;

    /// <exception cref="InputException">Parts contradict each other.</exception>
    public RuleSet Read()
    {
        BasisSamples.Require(venue);
        DeleveragingDocument deleveraging = _root.Deleveraging;
        return new RuleSet
        {
            Name = _root.Name,
            Settlement = _root.Settlement,
            Unit = _root.Unit is { } unit ? Rational.FromDecimal(unit.Value.Number) : s_defaultUnit,
            Contract = Contract,
            Margin = MarginOf(_root.Margin),
            Ladder = LadderOf(_root.Liquidation),
            Fund = new FundRules(_root.Fund.Name, _root.Fund.PaysDeficits.Value),
            Unwinding = UnwindingOf(_root.Fund.Unwinding),
            Deleveraging = new DeleveragingRules(
                deleveraging.Trigger.Value,
                deleveraging.Ranking.Value,
                deleveraging.Price.Value
            )
            {
                Drawdown = deleveraging.Drawdown?.Value.Rate ?? Rate.One,
            },
            LossSharing = deleveraging.LossSharing?.Value ?? LossSharing.None,
            Funding = FundingOf(_root.Funding),
            Mark = MarkOf(_root.Mark),
            Listings = Listings(),
        };
    }

    private ContractKind Contract => _root.Margin?.Contract.Value ?? ContractKind.Linear;

    private static MarginRules MarginOf(MarginDocument? margin) =>
        new(
            margin?.MaintenanceAt.Value ?? MarginBasis.Mark,
            margin?.InitialAt.Value ?? MarginBasis.Mark,
            margin?.ClosingFee.Value ?? ClosingFee.None,
            Rational.FromRate(margin?.TakerFee.Value.Rate ?? Rate.Zero),
            margin?.RatioIsEquityOverMaintenance.Value ?? false,
            margin?.LiquidatesAtEquality.Value ?? false
        );

    private static LadderRules LadderOf(LiquidationDocument liquidation) =>
        new()
        {
            Kind =
                liquidation.Ladder?.Value
                ?? (liquidation.PartialOrder is null ? LadderKind.OneOrder : LadderKind.ShareThenAll),
            Remainder = liquidation.Remainder?.Value ?? Remainder.Kept,
            ClearanceFee = Rational.FromRate(liquidation.ClearanceFee.Value.Rate),
            OrderLimitedAtBankruptcyPrice = liquidation.OrderLimitedAtBankruptcyPrice.Value,
            FillOrKill = liquidation.FillOrKill?.Value ?? false,
            SurplusFee = ValueOf(liquidation.SurplusFee),
            PartialShare = liquidation.PartialOrder is { } partial
                ? Rational.FromRate(partial.Share.Value.Rate)
                : Rational.FromRate(liquidation.Slice?.Value.Rate ?? Rate.One),
            PartialAbove = liquidation.PartialOrder is { } above
                ? Rational.FromDecimal(above.Above.Value.Number)
                : Rational.Zero,
            TakeOverBelow = Rational.FromRate(liquidation.TakeOverBelow?.Value.Rate ?? Rate.Zero),
            BankruptcyAdjustment = liquidation.BankruptcyAdjustment?.Value.Value ?? Rational.One,
            SpreadToMaintenance = ValueOf(liquidation.SpreadToMaintenance),
            LiquidatorFee = ValueOf(liquidation.LiquidatorFee),
            MarginBuffer = ValueOf(liquidation.MarginBuffer),
            MinBlockNotional = ValueOf(liquidation.MinBlockNotional),
            MaxBlockShare = Rational.FromRate(liquidation.MaxBlockShare?.Value.Rate ?? Rate.One),
            MaxAccountNotional = LimitOf(liquidation.MaxAccountNotional),
            MaxFundLoss = LimitOf(liquidation.MaxFundLoss),
            Throughput = liquidation.Throughput?.Value,
            PartialCooldownSeconds = SecondsOf(liquidation.PartialOrder?.Cooldown),
        };

    private static UnwindingRules? UnwindingOf(UnwindingDocument? unwinding) =>
        unwinding is null
            ? null
            : new UnwindingRules(
                SecondsOf(unwinding.Every),
                Rational.FromRate(unwinding.Share.Value.Rate),
                Rational.FromInteger(unwinding.AllUpTo?.Value ?? 0),
                Rational.FromRate(unwinding.BookShare?.Value.Rate ?? Rate.One)
            );

    private FundingRules FundingOf(FundingRulesDocument? funding)
    {
        Rational payment = HoursOf(_root.FundingInterval.Value);
        return new FundingRules(
            funding?.Form.Value ?? FundingForm.DrawnToInterest,
            funding?.WeightedByOrder.Value ?? false,
            ValueOf(funding?.Interest),
            ValueOf(funding?.Bound),
            funding?.Cap.Value ?? FundingCap.None,
            ValueOf(funding?.CapFactor),
            funding is null ? payment : HoursOf(funding.RatePeriod.Value),
            payment,
            funding?.PaidOnOracle.Value ?? false
        );
    }

    private static FundingRules WithOwn(FundingRules venue, InstrumentFundingDocument? own) =>
        venue with
        {
            Interest = own?.Interest?.Value.Value ?? venue.Interest,
            Cap = own?.Cap?.Value ?? venue.Cap,
            CapFactor = own?.CapFactor?.Value.Value ?? venue.CapFactor,
        };

    private static MarkRules MarkOf(MarkRulesDocument? mark) =>
        new(
            mark?.Form.Value ?? MarkForm.MedianOfThree,
            mark?.IndexIsMedian.Value ?? false,
            ValueOf(mark?.SourceBound),
            mark?.BasisIsExponential?.Value ?? false,
            SecondsOf(mark?.Smoothing),
            SecondsOf(mark?.Sampling),
            ValueOf(mark?.BasisBound)
        );

    private Dictionary<string, Listing> Listings()
    {
        FundingRules funding = FundingOf(_root.Funding);
        var listings = new Dictionary<string, Listing>(StringComparer.Ordinal);
        foreach ((string coin, InstrumentDocument instrument) in _root.Instruments)
        {
            var listing = new Listing(
                coin,
                instrument.Symbol,
                instrument.Valued?.Value ?? Contract,
                instrument.Contract is { } contract ? Rational.FromDecimal(contract.Value.Number) : Rational.One,
                Rational.FromDecimal(instrument.Tick.Value.Number),
                Rational.FromDecimal(instrument.Lot.Value.Number),
                RequirementsOf(instrument),
                Rational.FromRate((instrument.ClearanceFee ?? _root.Liquidation.ClearanceFee).Value.Rate),
                WithOwn(funding, instrument.Funding)
            );
            listings[coin] = listing;
            listings[instrument.Symbol] = listing;
        }

        return listings;
    }

    private IMarginRequirements RequirementsOf(InstrumentDocument instrument) =>
        (_root.Margin?.Schedule.Value ?? ScheduleKind.Marginal) switch
        {
            ScheduleKind.LinearInSize => LinearOf(instrument.LinearInSize ?? throw Missing(instrument, "linearInSize")),
            ScheduleKind.Stepped => SteppedTiers.Read(
                venue,
                instrument.Stepped ?? throw Missing(instrument, "stepped")
            ),
            ScheduleKind.Marginal => Tiered(instrument, TieredRequirements.Marginal),
            _ => Tiered(
                instrument,
                tiers => TieredRequirements.WholePosition(_root.Margin!.Measure?.Value ?? TierMeasure.Notional, tiers)
            ),
        };

    private TieredRequirements Tiered(
        InstrumentDocument instrument,
        Func<IReadOnlyList<Requirement>, TieredRequirements> create
    )
    {
        Stated<IReadOnlyList<TierDocument>> tiers = instrument.Tiers ?? throw Missing(instrument, "tiers");
        try
        {
            return create([.. tiers.Value.Select(RequirementOf)]);
        }
        catch (ArgumentException error)
        {
            throw venue.WrongPart(tiers, error.Message);
        }
    }

    private InputException Missing(InstrumentDocument instrument, string key) =>
        venue.WrongPart(instrument, $"the key \"{key}\" is missing, as margin.schedule asks for it");

    private static Requirement RequirementOf(TierDocument tier) =>
        new(
            Rational.FromDecimal(tier.From.Number),
            Rational.FromRate(tier.Maintenance.Rate),
            Rational.Zero,
            Rational.FromFraction(100, tier.MaxLeverage.Hundredths)
        );

    private static LinearInSizeRequirements LinearOf(LinearInSizeDocument linear) =>
        new(linear.Initial.Value.Value, linear.Maintenance.Value.Value, linear.PerCoin.Value.Value);

    private static Rational ValueOf(Stated<Factor>? factor) => factor?.Value.Value ?? Rational.Zero;

    private static Rational ValueOf(Stated<Amount>? amount) => LimitOf(amount) ?? Rational.Zero;

    private static Rational? LimitOf(Stated<Amount>? amount) =>
        amount is null ? null : Rational.FromDecimal(amount.Value.Number);

    private static Rational SecondsOf(Stated<Duration>? duration) =>
        duration is null ? Rational.Zero : HoursOf(duration.Value) * s_secondsPerHour;

    private static Rational HoursOf(Duration duration) =>
        Rational.FromFraction(duration.Nanoseconds, 3_600_000_000_000);
}
