using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>An auction of a vault's collateral that is under way.</summary>
internal sealed class LendingAuction(Loan loan, int collateral)
{
    public Loan Loan { get; } = loan;

    public int Collateral { get; } = collateral;

    /// <summary>To be raised, penalty included; zero once it is over.</summary>
    public Money Tab { get; set; }

    /// <summary>Price at the start, in smallest units of the asset owed for one of the collateral.</summary>
    public Rational Top { get; set; }

    public Timestamp Start { get; set; }

    // The price stands still within a step.
    public (Rational Elapsed, Rational Price)? LastStep { get; set; }
}
