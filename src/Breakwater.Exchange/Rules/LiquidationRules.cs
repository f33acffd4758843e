using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue does with an account whose equity is below its maintenance margin.</summary>
public sealed record LiquidationRules
{
    /// <summary>What is done first; one order, all of a position or a share of it, where nothing is said.</summary>
    public LadderKind Ladder { get; init; } = LadderKind.OneOrder;

    /// <summary>Charged on the notional that a liquidation order fills, up to what equity is left; goes to the fund.</summary>
    public required Rate ClearanceFee { get; init; }

    /// <summary>The liquidation order asks for the bankruptcy price or better; false: it takes any price.</summary>
    public required bool OrderLimitedAtBankruptcyPrice { get; init; }

    /// <summary>The first order's share of a position above <see cref="PartialAbove"/>; above 0, 1 where there is no such rule.</summary>
    public Rate PartialShare { get; init; } = Rate.One;

    /// <summary>Notional of one account above which the first order is partial.</summary>
    public Money PartialAbove { get; init; }

    /// <summary>For so long after a partial order, orders are for the whole position.</summary>
    public Duration PartialCooldown { get; init; }

    /// <summary>
    /// Margin accounts that are worked on at one mark or funding, the deepest first; the others wait for the next. Positive.
    /// </summary>
    public int Throughput { get; init; } = int.MaxValue;

    /// <summary>Nobody is liquidated, whatever the marks: the market that might have been.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Below this share of maintenance margin the fund takes over at once; zero where there is no such rule.</summary>
    public Rate TakeOverBelow { get; init; }

    /// <summary>What liquidators are paid of what they take over, where they cover a shortage; from 0 to below 1.</summary>
    public Rational LiquidatorFee { get; init; }

    /// <summary>
    /// Beyond maintenance margin, on the notional of all positions of the account: what is restored where a shortage is covered.
    /// </summary>
    public Rational MarginBuffer { get; init; }

    /// <summary>Where blocks are limited, how.</summary>
    public BlockRules? Block { get; init; }

    /// <summary>It reckons with a price of one lot that moves in a line with the mark: for linear contracts alone.</summary>
    public bool ReckonsByLot => Ladder is LadderKind.BlockLimits or LadderKind.CoverShortage;

    /// <summary>The clearance fee at an instrument: its own, or else the venue's.</summary>
    public Rate ClearanceFeeAt(InstrumentRules listed) => listed.ClearanceFee ?? ClearanceFee;

    /// <exception cref="ArgumentException">A share or a rate lies outside its range.</exception>
    internal void ThrowIfUnsound()
    {
        Require(Ladder != LadderKind.BlockLimits || Block is not null, "limits of blocks are missing");
        Require(!LiquidatorFee.IsNegative && LiquidatorFee < Rational.One, "a liquidator's fee lies from 0 to below 1");
        Require(!MarginBuffer.IsNegative && MarginBuffer < Rational.One, "a margin buffer lies from 0 to below 1");
        Require(
            PartialShare > Rate.Zero && PartialShare <= Rate.One,
            "a partial order's share lies above 0 and up to 1"
        );
        Require(Throughput > 0, "an engine works on one account at least");
        Require(TakeOverBelow >= Rate.Zero && TakeOverBelow <= Rate.One, "the take-over share lies from 0 to 1");
        Require(ClearanceFee >= Rate.Zero && ClearanceFee < Rate.One, "the clearance fee lies from 0 to below 1");
        Require(
            !PartialAbove.IsNegative && PartialCooldown >= Duration.Zero,
            "threshold and cool-down are not negative"
        );
    }

    private static void Require(bool condition, string truth)
    {
        if (!condition)
        {
            throw new ArgumentException($"Liquidation rules: {truth}.");
        }
    }
}
