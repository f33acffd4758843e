using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Drift v2 against the numbers of its program's tests and pages.</summary>
public sealed class DriftWorkedExamples
{
    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Cover = WorkedTable.Parse(
        """
        | example        | shortage | price | margin ratio | liquidator fee | fund fee | base        |
        | drift-cover-01 | 10       | 100   | 0.1          | 0              | 0        | 1           |
        | drift-cover-02 | 10       | 100   | 0.1          | 0.01           | 0        | 1.111111111 |
        | drift-cover-03 | 10       | 100   | 0.1          | 0.01           | 0.01     | 1.25        |
        """
    );

    public static TheoryData<string> CoverRows => [.. Cover.Names];

    [Theory]
    [MemberData(nameof(CoverRows))]
    public void Base_that_covers_the_shortage_is(string example)
    {
        WorkedRow row = Cover[example];
        Rational? size = LiquidationSize.ToCoverShortage(
            row.Number("shortage"),
            row.Number("price"),
            row.Number("margin ratio"),
            row.Number("liquidator fee"),
            row.Number("fund fee"),
            s_nano
        );

        Assert.Null(row.Differs("base", Assert.NotNull(size)));
    }

    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Borrows = WorkedTable.Parse(
        """
        | example        | shortage | asset weight | liability weight | asset multiplier | liability multiplier | price | fund fee | borrow      |
        | drift-cover-04 | 10       | 0.8          | 1.2              | 1                | 1                    | 100   | 0        | 0.25        |
        | drift-cover-05 | 10       | 0.8          | 1.2              | 1.1              | 0.9                  | 100   | 0        | 0.44998425  |
        | drift-cover-06 | 10       | 0.8          | 1.2              | 1                | 1                    | 100   | 0.01     | 0.257731958 |
        | drift-cover-07 | 10       | 0.8          | 1.2              | 1.1              | 0.9                  | 100   | 0.01     | 0.475669504 |
        """
    );

    public static TheoryData<string> BorrowsRows => [.. Borrows.Names];

    [Theory]
    [MemberData(nameof(BorrowsRows))]
    public void Borrow_that_covers_the_shortage_is(string example)
    {
        WorkedRow row = Borrows[example];
        Rational amount = SpotTransfer.LiabilityToCover(
            row.Number("shortage"),
            row.Number("asset weight"),
            row.Number("liability weight"),
            row.Number("asset multiplier"),
            row.Number("liability multiplier"),
            row.Number("price"),
            row.Number("fund fee"),
            s_nano
        );

        Assert.Null(row.Differs("borrow", amount));
    }

    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Implied = WorkedTable.Parse(
        """
        | example           | asset | asset price | asset multiplier | price | liability multiplier | borrow      |
        | drift-transfer-01 | 10    | 1           | 1.01             | 100   | 0.99                 | 0.098019801 |
        """
    );

    public static TheoryData<string> ImpliedRows => [.. Implied.Names];

    [Theory]
    [MemberData(nameof(ImpliedRows))]
    public void Collateral_pays_for(string example)
    {
        WorkedRow row = Implied[example];
        Rational amount = SpotTransfer.LiabilityFor(
            row.Number("asset"),
            row.Number("asset price"),
            row.Number("asset multiplier"),
            row.Number("price"),
            row.Number("liability multiplier"),
            s_nano
        );

        Assert.Null(row.Differs("borrow", amount));
    }

    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Given = WorkedTable.Parse(
        """
        | example           | borrow | price | liability multiplier | asset price | asset multiplier | asset      |
        | drift-transfer-02 | 1      | 100   | 0.99                 | 1           | 1.01             | 102.020202 |
        """
    );

    public static TheoryData<string> GivenRows => [.. Given.Names];

    [Theory]
    [MemberData(nameof(GivenRows))]
    public void A_borrow_is_paid_with(string example)
    {
        WorkedRow row = Given[example];
        Rational amount = SpotTransfer.AssetFor(
            row.Number("borrow"),
            row.Number("price"),
            row.Number("liability multiplier"),
            row.Number("asset price"),
            row.Number("asset multiplier"),
            s_micro
        );

        Assert.Null(row.Differs("asset", amount));
    }

    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Losses = WorkedTable.Parse(
        """
        | example            | loss | longs | shorts | each    |
        | drift-socialise-01 | 100  | 7     | 4      | 9.09091 |
        """
    );

    public static TheoryData<string> LossesRows => [.. Losses.Names];

    [Theory]
    [MemberData(nameof(LossesRows))]
    public void A_loss_falls_on_each_coin_of_open_interest(string example)
    {
        WorkedRow row = Losses[example];
        Rational each = LossSocialisation.OnOpenInterest(
            row.Number("loss"),
            row.Number("longs"),
            row.Number("shorts"),
            s_micro
        );

        Assert.Null(row.Differs("each", each));
    }

    // drift-labs/protocol-v2 programs/drift/src/math/liquidation/tests.rs at 01c0b68ad6.
    private static readonly WorkedTable Deposits = WorkedTable.Parse(
        """
        | example            | loss | deposits | index | delta        |
        | drift-socialise-02 | 11   | 120      | 1     | 0.0916666667 |
        """
    );

    public static TheoryData<string> DepositsRows => [.. Deposits.Names];

    [Theory]
    [MemberData(nameof(DepositsRows))]
    public void A_borrowers_loss_lowers_the_index_by(string example)
    {
        WorkedRow row = Deposits[example];
        Rational delta = LossSocialisation.OnDeposits(
            row.Number("loss"),
            row.Number("deposits"),
            row.Number("index"),
            Rational.FromFraction(1, 10_000_000_000)
        );

        Assert.Null(row.Differs("delta", delta));
    }

    private static readonly Rational s_nano = Rational.FromFraction(1, 1_000_000_000);
    private static readonly Rational s_micro = Rational.FromFraction(1, 1_000_000);
}
