using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>One position of a question, with what its own price says of it.</summary>
internal sealed class PositionMargin
{
    private readonly RuleSet _rules;
    private readonly bool _knowsMaxLeverage;

    public PositionMargin(RuleSet rules, PositionQuestion question, string path, Rational? mark, Rational? tick)
    {
        _rules = rules;
        RequireBounds(question, path);
        Symbol = question.Symbol ?? "position";
        Listing = question.Symbol is { } symbol ? rules.Listings.GetValueOrDefault(symbol) : null;
        ContractSize = Positive(question.ContractSize ?? Listing?.ContractSize ?? Rational.One, path, "contractSize");
        Holding = HoldingOf(question, path, mark);
        TakerFee = question.TakerFee ?? rules.Margin.TakerFee;
        Requirements = RequirementsOf(question, path);
        _knowsMaxLeverage = Listing is not null || question.MaxLeverage is not null;
        Asked = Requirements.Of(Holding.Value, Holding.Quantity);
        Leverage = question.Leverage is { } leverage ? Positive(leverage, path, "leverage") : null;
        IsolatedMargin = question.IsolatedMargin;
        ExtraMargin = question.ExtraMargin ?? Rational.Zero;
        TickSize = question.TickSize ?? tick;
        Value = Holding.Value;
        Profit = Holding.UnrealisedProfit;
        FeeReserved =
            _rules.Margin.ClosingFee == ClosingFee.Reserved
                ? InitialMargin.FeeToClose(Holding, EffectiveSetting, TakerFee)
                : Rational.Zero;
        Initial = InitialOf();
        bool atMark = rules.Margin.MaintenanceAt == MarginBasis.Mark;
        Maintenance = (atMark ? Asked.Maintenance(Value) : MaintenanceOf(Holding)) + FeeReserved;
        FeeInMaintenance = Value * ClosingRate;
        Required = Maintenance + FeeInMaintenance;
        OwnMargin = (IsolatedMargin ?? Holding.EntryValue / EffectiveSetting + FeeReserved) + ExtraMargin;
    }

    public string Symbol { get; }

    public Listing? Listing { get; }

    /// <summary>What a quantity of 1 is worth.</summary>
    public Rational ContractSize { get; }

    /// <summary>Contracts multiplied out.</summary>
    public Holding Holding { get; }

    public IMarginRequirements Requirements { get; }

    /// <summary>What the tier at the mark asks for.</summary>
    public Requirement Asked { get; }

    public Rational TakerFee { get; }

    public Rational? Leverage { get; }

    /// <summary>The leverage is set higher than the venue, or the question, allows at this size; false where neither says.</summary>
    public bool ExceedsMaxLeverage =>
        _knowsMaxLeverage && Leverage is { } leverage && leverage * Asked.InitialRate > Rational.One;

    public Rational? IsolatedMargin { get; }

    public Rational ExtraMargin { get; }

    public Rational? TickSize { get; }

    /// <summary>Notional at the mark.</summary>
    public Rational Value { get; }

    public Rational Profit { get; }

    public Rational Initial { get; }

    /// <summary>With the fee to close where the venue reserves it.</summary>
    public Rational Maintenance { get; }

    /// <summary>Fee at the bankruptcy price that is set aside with the margin; zero where the venue reserves none.</summary>
    public Rational FeeReserved { get; }

    public Rational FeeInMaintenance { get; }

    /// <summary>Below which equity liquidates.</summary>
    public Rational Required { get; }

    /// <summary>Added to the maintenance rate.</summary>
    public Rational ClosingRate => _rules.Margin.ClosingFee == ClosingFee.InMaintenance ? TakerFee : Rational.Zero;

    /// <summary>Margin of the position if it is isolated, with what was added to it.</summary>
    public Rational OwnMargin { get; }

    /// <summary>The part of its own margin that counts in its liquidation price.</summary>
    public Rational OwnBalance =>
        FeeReserved.IsZero
            ? OwnMargin
            : OwnMargin - FeeReserved - ExtraMargin + ExtraMargin / (Rational.One - Holding.Signed(TakerFee));

    private Rational EffectiveSetting => Leverage ?? Rational.One / Asked.InitialRate;

    /// <summary>What a part of the position that is left would require.</summary>
    public Rational RequiredFor(in Holding left)
    {
        Rational reserved = FeeReserved * left.Quantity / Holding.Quantity;
        return MaintenanceOf(left) + reserved + left.Value * ClosingRate;
    }

    /// <summary>As <see cref="RequiredFor"/>, and nothing where nothing is left.</summary>
    public Rational RequiredWith(Rational left) =>
        left.IsZero ? Rational.Zero : RequiredFor(Holding with { Quantity = left });

    /// <param name="balance">What stands behind it besides its own profit.</param>
    public Rational? LiquidationPriceAt(Rational balance) =>
        LiquidationPrice.TryFind(
            Holding,
            balance,
            Requirements,
            ClosingRate,
            _rules.Margin.MaintenanceAt,
            out Rational price
        )
            ? price
            : null;

    public Rational? BankruptcyPriceAt(Rational equity) =>
        BankruptcyPrice.TryFind(Holding, equity, out Rational price) ? price : null;

    private static void RequireBounds(PositionQuestion question, string path)
    {
        if (question.TickSize is { IsPositive: false })
        {
            throw QuestionException.Invalid($"{path}.tickSize", "must be above zero");
        }

        if (question.MaintenanceRate is { IsNegative: true })
        {
            throw QuestionException.Invalid($"{path}.maintenanceRate", "must not be negative");
        }
    }

    private Rational InitialOf()
    {
        Rational notional = _rules.Margin.InitialAt == MarginBasis.Entry ? Holding.EntryValue : Value;
        Rational margin = Leverage is { } leverage ? notional / leverage : notional * Asked.InitialRate;
        return margin + FeeReserved;
    }

    private Rational MaintenanceOf(in Holding holding)
    {
        Rational notional = _rules.Margin.MaintenanceAt == MarginBasis.Mark ? holding.Value : holding.EntryValue;
        return Requirements.Of(notional, holding.Quantity).Maintenance(notional);
    }

    private Holding HoldingOf(PositionQuestion question, string path, Rational? mark)
    {
        Rational quantity = question.Quantity ?? throw QuestionException.Missing($"{path}.quantity");
        Rational entry = Positive(
            question.EntryPrice ?? throw QuestionException.Missing($"{path}.entryPrice"),
            path,
            "entryPrice"
        );
        if (quantity.IsZero)
        {
            throw QuestionException.Invalid($"{path}.quantity", "must not be zero");
        }

        if (question.Side is not null && quantity.IsNegative)
        {
            throw QuestionException.Invalid(
                $"{path}.quantity",
                "is negative beside a side: give a side and a positive quantity, or a signed quantity alone"
            );
        }

        int side = question.Side switch
        {
            "long" or "buy" => 1,
            "short" or "sell" => -1,
            null => quantity.Sign,
            _ => throw QuestionException.Invalid($"{path}.side", "must be \"long\" or \"short\""),
        };
        return new Holding(
            Listing?.Contract ?? _rules.Contract,
            side,
            quantity.Magnitude * ContractSize,
            entry,
            Positive(question.MarkPrice ?? mark ?? entry, path, "markPrice")
        );
    }

    private IMarginRequirements RequirementsOf(PositionQuestion question, string path)
    {
        if (
            question.MaintenanceRate is null
            && question.MaintenanceDeduction is null
            && question.MaxLeverage is null
            && Listing is not null
        )
        {
            return Listing.Margin;
        }

        Requirement? listed = Listing?.Margin.Of(Holding.Value, Holding.Quantity);
        Rational rate =
            question.MaintenanceRate
            ?? listed?.MaintenanceRate
            ?? throw QuestionException.Invalid(
                $"{path}.symbol",
                Listing is null && question.Symbol is not null
                    ? $"{UnknownSymbol.Of(_rules, question.Symbol)}; a question that states a maintenanceRate may name any"
                    : "or maintenanceRate is missing"
            );
        Rational deduction =
            question.MaintenanceDeduction
            ?? (question.MaintenanceRate is null ? listed?.Deduction : null)
            ?? Rational.Zero;
        Rational initial = question.MaxLeverage is { } highest
            ? Rational.One / Positive(highest, path, "maxLeverage")
            : listed?.InitialRate ?? rate;
        return new SingleRequirement(new Requirement(Rational.Zero, rate, deduction, initial));
    }

    private static Rational Positive(Rational value, string path, string name) =>
        value.IsPositive ? value : throw QuestionException.Invalid($"{path}.{name}", "must be above zero");
}
