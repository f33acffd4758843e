using System.Numerics;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>
/// The twin of <see cref="LendingMarket"/>: whole numbers as contracts have them, every loan looked at every time, liquidation
/// prices found by trying.
/// </summary>
public sealed partial class NaiveLendingMarket(NaiveLendingRules rules, IReadOnlyList<NaiveAsset> assets)
{
    private const int TickDecimals = 8;
    private const int WorthDecimals = 18;
    private static readonly BigInteger s_points = 10_000;

    private readonly BigInteger[] _ticks =
    [
        .. assets.Select(asset => asset.IsDollar ? BigInteger.Pow(10, TickDecimals) : BigInteger.Zero),
    ];

    private readonly List<NaiveLoan> _loans = [];

    public IReadOnlyList<NaiveLoan> Loans => _loans;

    public void UpdatePrice(int asset, BigInteger ticks) => _ticks[asset] = ticks;

    public bool Borrow(NaiveLoan loan)
    {
        bool stands = !IsUnsafe(loan, _ticks);
        if (stands)
        {
            _loans.Add(loan);
        }

        return stands;
    }

    /// <summary>In the order that the real one promises.</summary>
    public IReadOnlyList<int> Liquidatable()
    {
        int[] all = [.. Enumerable.Range(0, Loans.Count).Where(loan => CanBeLiquidated(Loans[loan]))];
        return
        [
            .. all.Where(loan => IsDecided(Loans[loan]))
                .OrderBy(loan => Only(Loans[loan]))
                .ThenByDescending(loan => LiquidationTicks(Loans[loan]))
                .ThenBy(loan => loan),
            .. all.Where(loan => !IsDecided(Loans[loan])),
        ];
    }

    /// <summary>The highest price of its collateral at which a loan is liquidatable, by halving.</summary>
    public BigInteger LiquidationTicks(NaiveLoan loan)
    {
        int collateral = Only(loan);
        BigInteger[] tried = [.. _ticks];
        (BigInteger low, BigInteger high) = (BigInteger.Zero, long.MaxValue);
        while (low < high)
        {
            tried[collateral] = (low + high + 1) / 2;
            (low, high) = IsUnsafe(loan, tried) ? (tried[collateral], high) : (low, tried[collateral] - 1);
        }

        return low;
    }

    /// <summary>One price decides: a single collateral against dollars.</summary>
    public bool IsDecided(NaiveLoan loan) =>
        loan.Debt > 0 && assets[loan.DebtAsset].IsDollar && loan.Collateral.Count(held => held > 0) == 1;

    public LendingRefusal Liquidate(int number, int collateral, BigInteger atMost, out BigInteger[] done)
    {
        NaiveLoan loan = Loans[number];
        done = [0, 0, 0];
        if (loan.Tab > 0)
        {
            return LendingRefusal.UnderAuction;
        }

        if (!CanBeLiquidated(loan))
        {
            return LendingRefusal.NotLiquidatable;
        }

        if (loan.Collateral[collateral] == 0)
        {
            return LendingRefusal.NoCollateral;
        }

        LendingRefusal answer =
            rules.Protocol == LendingProtocol.Aave
                ? OnAave(loan, collateral, atMost, done)
                : OnCompound(loan, collateral, atMost, done);
        if (answer == LendingRefusal.None)
        {
            (loan.Debt, loan.Collateral[collateral]) = (loan.Debt - done[0], loan.Collateral[collateral] - done[1]);
            WriteOff(loan);
        }
        else
        {
            done = [0, 0, 0];
        }

        return answer;
    }

    // Repaid rounded up, seized and the protocol's part rounded down.
    private LendingRefusal OnAave(NaiveLoan loan, int collateral, BigInteger atMost, BigInteger[] done)
    {
        BigInteger held = loan.Collateral[collateral];
        BigInteger bonus = s_points + assets[collateral].Bonus;
        BigInteger small = rules.Small * loan.Weight * BigInteger.Pow(10, WorthDecimals);
        BigInteger debtWorth = Worth(loan.DebtAsset, loan.Debt, _ticks);
        bool isHalf =
            Weighted(loan, _ticks) > rules.FullCloseBelow * debtWorth
            && Worth(collateral, held, _ticks) >= small
            && debtWorth >= small;
        BigInteger most = isHalf ? loan.Debt * rules.CloseFactor / s_points : loan.Debt;
        BigInteger repay = BigInteger.Min(most, atMost);
        (BigInteger unit, BigInteger debtUnit) = (UnitWorth(collateral), UnitWorth(loan.DebtAsset));

        // What is seized, times what a unit of it is worth in ten-thousandths.
        BigInteger wanted = repay * debtUnit * bonus;
        BigInteger whole = unit * s_points;
        if (wanted > held * whole)
        {
            wanted = held * whole;
            done[0] = Ceiling(held * whole, debtUnit * bonus);
        }
        else
        {
            done[0] = repay;
        }

        done[1] = wanted / whole;
        done[2] = wanted * assets[collateral].Bonus * rules.ProtocolShare / (whole * bonus * s_points);
        BigInteger collateralLeft = Worth(collateral, held - done[1], _ticks);
        BigInteger debtLeft = Worth(loan.DebtAsset, loan.Debt - done[0], _ticks);
        bool isDust = collateralLeft > 0 && debtLeft > 0 && (collateralLeft * 2 < small || debtLeft * 2 < small);
        return isDust ? LendingRefusal.LeavesDust
            : done[0] == 0 || done[1] == 0 ? LendingRefusal.TooSmall
            : LendingRefusal.None;
    }

    // As the contract: prices of a unit and the ratio have 18 decimals, every product is cut.
    private LendingRefusal OnCompound(NaiveLoan loan, int collateral, BigInteger atMost, BigInteger[] done)
    {
        BigInteger one = BigInteger.Pow(10, 18);
        BigInteger incentive = one + assets[collateral].Bonus * one / s_points;
        BigInteger perUnit = incentive * (UnitWorth(loan.DebtAsset) * one) / one * one / (UnitWorth(collateral) * one);
        if (perUnit == 0)
        {
            return LendingRefusal.TooSmall;
        }

        BigInteger held = loan.Collateral[collateral];
        BigInteger enough = Ceiling(held * one, perUnit);
        BigInteger most = perUnit * enough / one <= held ? enough : held * one / perUnit;
        BigInteger closing = loan.Debt * rules.CloseFactor / s_points;
        done[0] = BigInteger.Min(BigInteger.Min(closing, most), atMost);
        done[1] = perUnit * done[0] / one;
        done[2] = done[1] * rules.ProtocolShare / s_points;
        return done[0] == 0 || done[1] == 0 ? LendingRefusal.TooSmall : LendingRefusal.None;
    }

    private static void WriteOff(NaiveLoan loan)
    {
        if (loan.Debt > 0 && loan.Collateral.All(held => held == 0))
        {
            (loan.BadDebt, loan.Debt) = (loan.Debt, 0);
        }
    }

    private bool CanBeLiquidated(NaiveLoan loan) => loan.Debt > 0 && loan.Tab == 0 && IsUnsafe(loan, _ticks);

    private bool IsUnsafe(NaiveLoan loan, BigInteger[] ticks) =>
        Weighted(loan, ticks) < s_points * Worth(loan.DebtAsset, loan.Debt, ticks);

    // Ten-thousandths of what may be owed.
    private BigInteger Weighted(NaiveLoan loan, BigInteger[] ticks)
    {
        // Cut where a factor is a ratio such as 20/29: what is owed is whole.
        BigInteger sum = 0;
        for (int asset = 0; asset < assets.Count; asset++)
        {
            BigInteger factor = assets[asset].Factor * s_points;
            BigInteger worth = Worth(asset, loan.Collateral[asset], ticks) * factor;
            sum += worth / assets[asset].FactorOver;
        }

        return sum;
    }

    private BigInteger UnitWorth(int asset) => Worth(asset, 1, _ticks);

    // In 1e-18 dollars, whole: ticks have 8 decimals, units 10 at most.
    private BigInteger Worth(int asset, BigInteger amount, BigInteger[] ticks) =>
        amount * ticks[asset] * BigInteger.Pow(10, WorthDecimals - TickDecimals - assets[asset].Decimals);

    private static int Only(NaiveLoan loan) => Array.FindIndex(loan.Collateral, held => held > 0);

    private static BigInteger Ceiling(BigInteger dividend, BigInteger divisor) => (dividend + divisor - 1) / divisor;
}
