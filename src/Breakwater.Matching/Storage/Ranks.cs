using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Prices as ranks: on either side the better price has the higher rank.</summary>
internal static class Ranks
{
    private const int Mirror = (int)BookRules.HighestPrice;

    /// <summary>Rank of a price among bids (buy) or asks (sell). The same call turns a rank back into its price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(Side side, int price) => price ^ (-(int)side & Mirror);
}
