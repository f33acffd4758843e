using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>An account of a question at the given marks: cross, or isolated positions side by side.</summary>
internal sealed class MarginAccount
{
    private readonly RuleSet _rules;

    public MarginAccount(
        RuleSet rules,
        AccountQuestion question,
        string path,
        Func<string?, Rational?> markOf,
        Rational? tick
    )
    {
        _rules = rules;
        Positions = PositionsOf(question, path, markOf, tick);
        IsCross = ModeOf(question, path);
        Profit = question.OtherUnrealisedProfit ?? Rational.Zero;
        Maintenance = IsCross ? question.OtherMaintenanceMargin ?? Rational.Zero : Rational.Zero;
        Required = Maintenance;
        Rational held = Rational.Zero;
        foreach (PositionMargin position in Positions)
        {
            Profit += position.Profit;
            Initial += position.Initial;
            Maintenance += position.Maintenance;
            Required += position.Required;
            Notional += position.Value;
            held += IsCross ? Rational.Zero : position.OwnMargin + position.Profit;
        }

        Collateral = CollateralOf(question, path);
        Balance =
            question.Equity is { } equity && question.Balance is null && question.Collateral is null
                ? equity - Profit
                : (question.Balance ?? Rational.Zero) + Collateral;
        Equity = IsCross ? Balance + Profit : held;
    }

    public PositionMargin[] Positions { get; }

    public bool IsCross { get; }

    /// <summary>Wallet with collateral after haircuts, without unrealised profit.</summary>
    public Rational Balance { get; }

    public Rational Collateral { get; }

    public Rational Profit { get; }

    public Rational Initial { get; }

    public Rational Maintenance { get; }

    public Rational Required { get; }

    public Rational Notional { get; }

    /// <summary>Cross: balance and profit. Isolated: what the positions hold between them.</summary>
    public Rational Equity { get; }

    /// <summary>Equity of the margin account that a position belongs to.</summary>
    public Rational EquityOf(PositionMargin position) => IsCross ? Equity : position.OwnMargin + position.Profit;

    /// <summary>What the margin account that a position belongs to must hold.</summary>
    public Rational RequiredOf(PositionMargin position) => IsCross ? Required : position.Required;

    public Rational MaintenanceOf(PositionMargin position) => IsCross ? Maintenance : position.Maintenance;

    /// <summary>Balance without unrealised profit of the margin account that a position belongs to.</summary>
    public Rational WalletOf(PositionMargin position) => IsCross ? Balance : position.OwnMargin;

    public bool IsLiquidatable(PositionMargin position)
    {
        int comparison = EquityOf(position).CompareTo(RequiredOf(position));
        return comparison < 0 || (comparison == 0 && _rules.Margin.LiquidatesAtEquality);
    }

    /// <summary>Equity that stands behind one position: under cross margin in proportion to what it requires.</summary>
    public Rational EquityBehind(PositionMargin position) =>
        IsCross
            ? BankruptcyPrice.EquityBehind(Equity, position.Required, Required)
            : EquityOf(position) - position.FeeReserved;

    /// <summary>Other positions held fixed.</summary>
    public Rational? LiquidationPriceOf(PositionMargin position)
    {
        if (!IsCross)
        {
            return position.LiquidationPriceAt(position.OwnBalance);
        }

        Rational others = Profit - position.Profit - (Required - position.Required) - position.FeeReserved;
        return position.LiquidationPriceAt(Balance + others);
    }

    public Rational? BankruptcyPriceOf(PositionMargin position) => position.BankruptcyPriceAt(EquityBehind(position));

    /// <summary>The venue's ratio, rising to or falling to 1 at liquidation; null where it would divide by zero or less.</summary>
    public Rational? RatioOf(Rational equity, Rational required)
    {
        (Rational over, Rational under) = _rules.Margin.RatioIsEquityOverMaintenance
            ? (equity, required)
            : (required, equity);
        return under.IsPositive ? over / under : null;
    }

    /// <summary>A position's place in the venue's queue; null where it has none.</summary>
    public Rational? ScoreOf(PositionMargin position)
    {
        Rational equity = EquityOf(position);
        Rational behind = IsCross ? EquityBehind(position) : equity;
        switch (_rules.Deleveraging.Ranking)
        {
            case DeleveragingRanking.ProfitTimesMarginRatio:
                Rational wallet = WalletOf(position);
                return DeleveragingScore.ProfitTimesMarginRatio(
                    equity - wallet,
                    wallet,
                    Rational.One,
                    MaintenanceOf(position)
                );
            case DeleveragingRanking.PriceMoveTimesLeverage:
                return DeleveragingScore.PriceMoveTimesLeverage(position.Holding, equity);
            case DeleveragingRanking.ProfitTimesLeverage:
                return behind.IsPositive
                    ? DeleveragingScore.ProfitTimesLeverage(position.Holding, position.Value / behind)
                    : null;
            case DeleveragingRanking.ProfitOverMarginRatio:
                Rational required = RequiredOf(position);
                return equity.IsPositive && required.IsPositive && position.Initial.IsPositive
                    ? DeleveragingScore.ProfitOverMarginRatio(position.Profit, position.Initial, equity / required)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The position that a ladder takes first: under cross margin the one with the largest maintenance margin.</summary>
    public PositionMargin? FirstToLiquidate(string? focus)
    {
        PositionMargin? first = null;
        foreach (PositionMargin position in Positions)
        {
            bool chosen = IsCross || focus is null || position.Symbol == focus;
            if (chosen && IsLiquidatable(position) && (first is null || position.Maintenance > first.Maintenance))
            {
                first = position;
            }
        }

        return first;
    }

    private PositionMargin[] PositionsOf(
        AccountQuestion question,
        string path,
        Func<string?, Rational?> markOf,
        Rational? tick
    )
    {
        var positions = new PositionMargin[question.Positions?.Count ?? 0];
        for (int i = 0; i < positions.Length; i++)
        {
            PositionQuestion asked = question.Positions![i];
            string at =
                positions.Length == 1 ? $"{path}.positions[0]" : FormattableString.Invariant($"{path}.positions[{i}]");
            positions[i] = new PositionMargin(_rules, asked, at, markOf(asked.Symbol), tick);
        }

        return positions;
    }

    private static bool ModeOf(AccountQuestion question, string path) =>
        question.Mode switch
        {
            "cross" => question.Balance is not null || question.Equity is not null || question.Collateral is not null
                ? true
                : throw QuestionException.Missing($"{path}.balance"),
            "isolated" => false,
            null => question.Balance is not null || question.Equity is not null || question.Collateral is not null,
            _ => throw QuestionException.Invalid($"{path}.mode", "must be \"isolated\" or \"cross\""),
        };

    private Rational CollateralOf(AccountQuestion question, string path)
    {
        Rational counted = Rational.Zero;
        for (int i = 0; i < (question.Collateral?.Count ?? 0); i++)
        {
            CollateralQuestion asset = question.Collateral![i];
            Rational amount =
                asset.Amount
                ?? throw QuestionException.Missing(FormattableString.Invariant($"{path}.collateral[{i}].amount"));
            counted += CollateralValue.Of(amount, asset.Price ?? Rational.One, TiersOf(asset, i, path));
        }

        return counted;
    }

    private IReadOnlyList<CollateralTier> TiersOf(CollateralQuestion asset, int i, string path)
    {
        if (asset.Haircut is { } haircut)
        {
            return [new CollateralTier(null, Rational.One - haircut)];
        }

        if (asset.Asset is { } name && _rules.Collateral.TryGetValue(name, out IReadOnlyList<CollateralTier>? tiers))
        {
            return tiers;
        }

        return asset.Asset is null || asset.Asset == _rules.Settlement
            ? [new CollateralTier(null, Rational.One)]
            : throw QuestionException.Invalid(
                FormattableString.Invariant($"{path}.collateral[{i}].asset"),
                $"\"{asset.Asset}\" has no haircut in {_rules.Name}; state one"
            );
    }
}
