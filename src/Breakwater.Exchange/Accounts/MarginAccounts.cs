using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What becomes of a margin account's money once it holds no position.</summary>
internal sealed class MarginAccounts(Ledger ledger, FundAccount fund, CollateralConversion? conversion)
{
    /// <summary>Covers what a margin account without positions owes, and returns what is left of an isolated margin.</summary>
    /// <remarks>
    /// The outside account may owe: nobody pays for the rest of the world. Where collateral stands behind it, that is sold first; of an
    /// account with positions, where it owes more than the venue lets it.
    /// </remarks>
    public void Tidy(int position)
    {
        bool isOutside = ledger.OwnerOf(position) == Ledger.Outside;
        if (isOutside)
        {
            return;
        }

        bool isOpen = HasOpenPosition(position);
        conversion?.AfterTrade(ledger.Position(position).Account, isClosed: !isOpen);
        if (isOpen)
        {
            return;
        }

        fund.CoverDeficit(position);
        Money margin = ledger.Position(position).IsolatedMargin;
        ledger.MoveToIsolatedMargin(position, -margin);
    }

    /// <summary>Whether the margin account that a position belongs to holds anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasOpenPosition(int position)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return !row.Lots.IsZero;
        }

        int p = account.FirstPosition;
        while (p != Ledger.None && ledger.Position(p).Lots.IsZero)
        {
            p = ledger.Position(p).NextOfAccount;
        }

        return p != Ledger.None;
    }
}
