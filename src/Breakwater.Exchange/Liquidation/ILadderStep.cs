using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue does next with one position of a margin account in liquidation.</summary>
internal interface ILadderStep
{
    /// <summary>Whether it may be done with the position at this time.</summary>
    bool MayTake(int position);

    /// <summary>Lots that it would close if it filled; positive.</summary>
    /// <param name="state">Of the position's margin account: liquidatable.</param>
    Quantity NextSize(int position, MarginState state);

    /// <param name="state">Of the position's margin account: liquidatable.</param>
    /// <param name="wave">Positive; counts the commands that can liquidate.</param>
    /// <returns>Whether to go on with the account at this mark, if it is liquidatable still.</returns>
    bool Take(int position, MarginState state, long wave);
}
