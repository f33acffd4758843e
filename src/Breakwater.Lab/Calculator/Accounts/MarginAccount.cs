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

        Holdings = Wallet.HoldingsOf(rules, question, path, Profit);
        Balance = Wallet.CountedValue(Holdings);
        Equity = IsCross ? Balance + Profit : held;
    }

    private MarginAccount(MarginAccount account, CollateralHolding[] holdings)
    {
        _rules = account._rules;
        Positions = account.Positions;
        IsCross = account.IsCross;
        Profit = account.Profit;
        Initial = account.Initial;
        Maintenance = account.Maintenance;
        Required = account.Required;
        Notional = account.Notional;
        Holdings = holdings;
        Balance = Wallet.CountedValue(holdings);
        Equity = IsCross ? Balance + Profit : account.Equity;
    }

    public PositionMargin[] Positions { get; }

    public bool IsCross { get; }

    /// <summary>Several collateral assets stand behind all positions, and are sold to repay debts.</summary>
    public bool IsUnified => IsCross && _rules.Unified is not null;

    /// <summary>Wallet and collateral, asset by asset.</summary>
    public CollateralHolding[] Holdings { get; }

    /// <summary>Wallet with collateral after haircuts, without unrealised profit.</summary>
    public Rational Balance { get; }

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

    /// <summary>Notional of all positions of the margin account that a position belongs to.</summary>
    public Rational NotionalOf(PositionMargin position) => IsCross ? Notional : position.Value;

    public Rational MaintenanceOf(PositionMargin position) => IsCross ? Maintenance : position.Maintenance;

    /// <summary>Balance without unrealised profit of the margin account that a position belongs to.</summary>
    public Rational WalletOf(PositionMargin position) => IsCross ? Balance : position.OwnMargin;

    public bool IsLiquidatable(PositionMargin position) =>
        EquityOf(position).IsNegative || _rules.Margin.IsShort(EquityOf(position), RequiredOf(position));

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

    /// <summary>The same positions with other holdings behind them.</summary>
    public MarginAccount With(CollateralHolding[] holdings) => new(this, holdings);

    /// <summary>The position that a ladder takes first; under cross margin as the venue orders them.</summary>
    public PositionMargin? FirstToLiquidate(string? focus)
    {
        bool byRelease = _rules.Unified?.PositionOrder == PositionOrder.OppositesThenMostReleased;
        (PositionMargin? First, Rational Weight) first = (null, Rational.Zero);
        foreach (PositionMargin position in Positions)
        {
            if ((IsCross || focus is null || position.Symbol == focus) && IsLiquidatable(position))
            {
                Rational weight = byRelease ? ReleasedBy(position) : position.Maintenance;
                first = first.First is null || weight > first.Weight ? (position, weight) : first;
            }
        }

        return first.First;
    }

    // What the ladder's next step with a position takes off the requirement.
    private Rational ReleasedBy(PositionMargin position)
    {
        Rational left = position.Holding.Quantity - LadderStep.Of(_rules, this, position).Quantity;
        return position.Required - position.RequiredWith(left);
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
}
