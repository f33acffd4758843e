using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One row of the ledger's positions: an account in one instrument, kept when it is closed and used again.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Position
{
    /// <summary>Signed; zero when closed.</summary>
    public Quantity Lots;

    /// <summary>What the open lots were bought for: the sum of <see cref="Instrument.Cost"/>; negative for shorts, of inverse contracts for longs.</summary>
    public Money Cost;

    /// <summary>Set aside for this position; zero under cross margin.</summary>
    public Money IsolatedMargin;

    /// <summary>The instrument's cumulative funding when this position was last settled.</summary>
    public long FundingIndex;

    /// <summary>What open orders may still buy, and sell.</summary>
    public Quantity OpenBuys;
    public Quantity OpenSells;

    /// <summary>As the trader last set it.</summary>
    public Leverage Leverage;

    public int Account;
    public int Instrument;
    public int NextOfAccount;

    /// <summary>What open orders of a side may still trade.</summary>
    [UnscopedRef]
    public ref Quantity OpenOn(Side side) => ref Unsafe.Add(ref OpenBuys, (int)side);
}
