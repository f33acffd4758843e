using System.Numerics;

namespace Breakwater.Testing;

/// <summary>A loan of the naive lending market. Amounts in smallest units.</summary>
public sealed class NaiveLoan
{
    public required int DebtAsset { get; init; }

    public required int Weight { get; init; }

    public required BigInteger Debt { get; set; }

    public required BigInteger[] Collateral { get; init; }

    /// <summary>To be raised by its auction; zero where none is under way.</summary>
    public BigInteger Tab { get; set; }

    /// <summary>Of the oracle's price ticks, at the auction's start.</summary>
    public BigInteger TopTicks { get; set; }

    public long AuctionStart { get; set; }

    public BigInteger BadDebt { get; set; }
}
